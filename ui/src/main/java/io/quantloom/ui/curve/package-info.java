/**
 * Accounts over time, made ready for drawing: a {@link io.quantloom.ui.curve.Curve} is one line,
 * {@link io.quantloom.ui.curve.Curves} bring several onto one time axis. Pure functions, meant for background threads; no
 * toolkit. Uses {@code engine.performance}.
 */
@NullMarked
package io.quantloom.ui.curve;

import org.jspecify.annotations.NullMarked;
