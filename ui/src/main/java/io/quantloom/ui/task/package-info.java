/**
 * The bridge between blocking engine work and the JavaFX thread: {@link io.quantloom.ui.task.TaskRunner} starts work and
 * gives a {@link io.quantloom.ui.task.TaskHandle}, {@link io.quantloom.ui.task.Loader} turns its end into the
 * {@link io.quantloom.ui.task.ScreenState} of a screen, {@link io.quantloom.ui.task.UiEvents} brings engine events over,
 * at most 20 times a second. The only package that hops to the JavaFX thread ({@link io.quantloom.ui.task.UiThread}).
 */
@NullMarked
package io.quantloom.ui.task;

import org.jspecify.annotations.NullMarked;
