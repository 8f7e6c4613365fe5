package io.quantloom.engine.indicator.stream;

import java.util.Arrays;

/** Highs and lows of the last bars: their extremes, and how long ago they were, ties counting as the latest. */
final class RecentRange {

    private final double[] highs;
    private final double[] lows;
    private int taken;

    RecentRange(int size) {
        highs = new double[size];
        lows = new double[size];
    }

    void next(double high, double low) {
        highs[taken % highs.length] = high;
        lows[taken % lows.length] = low;
        taken++;
    }

    boolean isFull() {
        return taken >= highs.length;
    }

    double highest() {
        return Arrays.stream(highs).max().orElseThrow();
    }

    double lowest() {
        return Arrays.stream(lows).min().orElseThrow();
    }

    /** {@return how many bars ago the highest high was, 0 for the last bar} */
    int barsSinceHighest() {
        return barsSince(highs, highest());
    }

    /** {@return how many bars ago the lowest low was, 0 for the last bar} */
    int barsSinceLowest() {
        return barsSince(lows, lowest());
    }

    private int barsSince(double[] values, double extreme) {
        int ago = 0;
        while (values[(taken - 1 - ago) % values.length] != extreme) {
            ago++;
        }
        return ago;
    }
}
