package io.quantloom.engine.dataset.regime;

import java.util.Arrays;

/** The rank of each value among the last ones. Has state; used by one thread. */
final class TrailingRank {

    private final double[] recent;
    private final double[] sorted;
    private final int least;
    private int taken;

    /**
     * Begins without values.
     *
     * @param history how many values a value is ranked among, itself included
     * @param least how many there must be, itself included
     */
    TrailingRank(int history, int least) {
        this.recent = new double[history];
        this.sorted = new double[history];
        this.least = least;
    }

    /** Takes a finite value and returns the share of the last ones below it, in [0, 1); NaN while there are too few. */
    double next(double value) {
        int size = Math.min(taken, recent.length);
        if (taken >= recent.length) {
            size--;
            int old = Arrays.binarySearch(sorted, 0, size + 1, recent[taken % recent.length]);
            System.arraycopy(sorted, old + 1, sorted, old, size - old);
        }
        recent[taken % recent.length] = value;
        taken++;
        int place = Arrays.binarySearch(sorted, 0, size, value);
        int below = place < 0 ? -place - 1 : place;
        while (below > 0 && sorted[below - 1] == value) {
            below--;
        }
        System.arraycopy(sorted, below, sorted, below + 1, size - below);
        sorted[below] = value;
        return size + 1 < least ? Double.NaN : (double) below / (size + 1);
    }
}
