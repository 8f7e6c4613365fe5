/**
 * TA-Lib on arrays, the only importer of {@code com.tictactec}. {@link io.quantloom.engine.indicator.talib.TalibIndicators}
 * puts its results where they belong in time: value {@code t} stands at index {@code t}.
 */
@NullMarked
package io.quantloom.engine.indicator.talib;

import org.jspecify.annotations.NullMarked;
