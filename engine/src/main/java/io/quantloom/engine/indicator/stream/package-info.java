/**
 * Indicators that are fed bar by bar and go on from their state, for whoever trades: each repeats TA-Lib's operations in
 * TA-Lib's order, so its value has the bits that {@link io.quantloom.engine.indicator.talib.TalibIndicators} gives over the
 * whole history; tests compare them bit by bit. All have state and are used by one thread. Uses
 * {@code market}.
 */
@NullMarked
package io.quantloom.engine.indicator.stream;

import org.jspecify.annotations.NullMarked;
