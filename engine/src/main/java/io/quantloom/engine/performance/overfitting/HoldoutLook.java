package io.quantloom.engine.performance.overfitting;

import io.quantloom.engine.instrument.Symbol;

/**
 * One measurement on a holdout: somebody saw how something did on it. Immutable.
 *
 * @param symbol whose prices
 * @param from open time of its first bar, epoch milliseconds UTC
 * @param to end of its last bar, exclusive, above {@code from}
 */
public record HoldoutLook(Symbol symbol, long from, long to) {

    /** Checks the order. */
    public HoldoutLook {
        if (to <= from) {
            throw new IllegalArgumentException("a holdout lasts, was [" + from + ", " + to + ")");
        }
    }

    /**
     * {@return whether the two share a time of one market: a timeframe or a file grown by a week does not make prices
     * unseen again}
     */
    public boolean overlaps(HoldoutLook other) {
        return symbol.equals(other.symbol) && from < other.to && other.from < to;
    }
}
