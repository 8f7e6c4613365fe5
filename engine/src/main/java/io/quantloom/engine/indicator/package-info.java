/**
 * Calculations over price columns: each takes arrays, oldest first, and gives arrays of the same length in which value
 * {@code t} uses data up to {@code t} only and is NaN while it is undefined. {@code indicator.talib} adapts TA-Lib and is
 * its only importer, {@code indicator.ta4j} makes ta4j's by name, {@code indicator.stream} gives the same bits bar by bar;
 * {@link io.quantloom.engine.indicator.BollingerBands} and
 * {@link io.quantloom.engine.indicator.ExponentialDeviation} are what TA-Lib lacks or loses digits in. Uses
 * {@code market}, {@code document}.
 */
@NullMarked
package io.quantloom.engine.indicator;

import org.jspecify.annotations.NullMarked;
