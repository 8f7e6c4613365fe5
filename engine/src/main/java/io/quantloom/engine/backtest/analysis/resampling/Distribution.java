package io.quantloom.engine.backtest.analysis.resampling;

import io.quantloom.engine.performance.ReturnDistribution;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A sample of numbers, sorted. Immutable and safe for use by several threads; equal samples are equal to the bit. */
public final class Distribution {

    private final double[] sorted;

    private Distribution(double[] sorted) {
        this.sorted = sorted;
    }

    /**
     * Returns the sample in order.
     *
     * @param values copied
     * @throws IllegalArgumentException if one is NaN
     */
    public static Distribution of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        if (sorted.length > 0 && Double.isNaN(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException("a distribution has no undefined values");
        }
        return new Distribution(sorted);
    }

    /** {@return the number of values} */
    public int size() {
        return sorted.length;
    }

    /** {@return value {@code i}, ascending} */
    public double value(int i) {
        return sorted[i];
    }

    /** {@return a copy of the values, ascending} */
    public double[] values() {
        return sorted.clone();
    }

    /**
     * Returns the quantile by linear interpolation between order statistics (Hyndman and Fan, type 7); NaN without
     * values.
     *
     * @param q in [0, 1]
     */
    public double quantile(double q) {
        return ReturnDistribution.quantileOfSorted(sorted, q);
    }

    /** {@return the share of values below the bound; NaN without values} */
    public double shareBelow(double bound) {
        int below = 0;
        while (below < sorted.length && sorted[below] < bound) {
            below++;
        }
        return (double) below / sorted.length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Distribution distribution && Arrays.equals(sorted, distribution.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    @Override
    public String toString() {
        return sorted.length + " values";
    }
}
