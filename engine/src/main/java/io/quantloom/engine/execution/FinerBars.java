package io.quantloom.engine.execution;

import io.quantloom.engine.market.BarSeries;

/** The bars of a shorter timeframe that make up one bar after the other, in time order. Used by one thread. */
final class FinerBars {

    private final BarSeries bars;
    private final long coarseMillis;
    private int from;
    private int to;

    FinerBars(BarSeries bars, long coarseMillis) {
        this.bars = bars;
        this.coarseMillis = coarseMillis;
    }

    /** Moves on to a bar; true when its finer bars are there and reach its high and its low. */
    boolean resolve(long openTime, double high, double low) {
        from = to;
        while (from < bars.size() && bars.openTime(from) < openTime) {
            from++;
        }
        to = from;
        double highest = 0;
        double lowest = Double.POSITIVE_INFINITY;
        while (to < bars.size() && bars.openTime(to) < openTime + coarseMillis) {
            highest = Math.max(highest, bars.high(to));
            lowest = Math.min(lowest, bars.low(to));
            to++;
        }
        return to - from > 1 && highest >= high && lowest <= low;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    void begin(SimulatedMarket market, int i) {
        market.beginLeg(bars.open(i), bars.high(i), bars.low(i), bars.close(i));
    }
}
