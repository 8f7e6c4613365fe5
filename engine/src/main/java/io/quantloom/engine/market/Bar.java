package io.quantloom.engine.market;

/**
 * Open, high, low, close and volume over [openTime, openTime + timeframe). Immutable.
 *
 * @param openTime start of the bar, epoch milliseconds UTC
 * @param open first price, quote currency per unit, above zero
 * @param high highest price
 * @param low lowest price, above zero
 * @param close last price, known when the bar has closed
 * @param volume units traded, zero or more; NaN when unknown
 */
public record Bar(long openTime, double open, double high, double low, double close, double volume) {}
