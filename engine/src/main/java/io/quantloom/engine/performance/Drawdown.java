package io.quantloom.engine.performance;

import java.util.OptionalLong;

/**
 * One stretch below a peak. Immutable.
 *
 * @param start open time of the bar of the peak, epoch milliseconds UTC
 * @param trough open time of the bar of the lowest equity, the first of equals
 * @param recovery open time of the first bar at or above the peak again; empty when the data ends before
 * @param depth {@code 1 − trough / peak}, in (0, 1)
 * @param bars from the peak to the recovery, or to the last bar, above zero
 * @param barsToTrough from the peak to the trough, above zero
 */
public record Drawdown(long start, long trough, OptionalLong recovery, double depth, int bars, int barsToTrough) {}
