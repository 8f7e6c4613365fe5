/**
 * The parts screens are made of: {@link io.quantloom.ui.control.Panel}, tiles, chips, timelines, and
 * {@link io.quantloom.ui.control.StatePane}, which renders the five states of a screen. Parts know texts, tones and
 * callbacks, no feature. Uses {@code task}, {@code text}, {@code format}.
 */
@NullMarked
package io.quantloom.ui.control;

import org.jspecify.annotations.NullMarked;
