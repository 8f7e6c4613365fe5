/**
 * The desktop as one piece: {@link io.quantloom.ui.Workstation} puts the screens into the window. The only package of this
 * module that knows every feature; {@code app} knows this one alone, and {@code ui.task} for its executors.
 */
@NullMarked
package io.quantloom.ui;

import org.jspecify.annotations.NullMarked;
