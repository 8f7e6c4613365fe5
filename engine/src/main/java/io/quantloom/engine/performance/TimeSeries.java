package io.quantloom.engine.performance;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Numbers over time, oldest first; NaN where undefined. Immutable and safe for use by several threads; equal series are
 * equal to the bit.
 */
public final class TimeSeries {

    private final long[] times;
    private final double[] values;

    private TimeSeries(long[] times, double[] values) {
        this.times = times;
        this.values = values;
    }

    /**
     * Returns a series over the columns, which the caller gives away.
     *
     * @param times open times of bars, epoch milliseconds UTC, ascending
     * @param values one for each time
     * @throws IllegalArgumentException if the lengths differ
     */
    public static TimeSeries of(long[] times, double[] values) {
        if (times.length != values.length) {
            throw new IllegalArgumentException("times and values of a series differ in length");
        }
        return new TimeSeries(times, values);
    }

    /** {@return the number of values} */
    public int size() {
        return values.length;
    }

    /** {@return time {@code i}, epoch milliseconds UTC} */
    public long time(int i) {
        return times[i];
    }

    /** {@return value {@code i}, NaN when undefined} */
    public double value(int i) {
        return values[i];
    }

    /** {@return a copy of the times} */
    public long[] times() {
        return times.clone();
    }

    /** {@return a copy of the values} */
    public double[] values() {
        return values.clone();
    }

    /**
     * Returns a series of at most so many values that still shows every extreme: the values are cut into stretches of
     * equal length, and of each the one farthest from zero stays, with its own time (the first of equals; an undefined
     * one where all are undefined). This series itself when it is short enough.
     *
     * @param most above zero
     */
    public TimeSeries thinned(int most) {
        if (values.length <= most) {
            return this;
        }
        long[] keptTimes = new long[most];
        double[] kept = new double[most];
        for (int k = 0; k < most; k++) {
            int from = (int) ((long) k * values.length / most);
            int to = (int) ((long) (k + 1) * values.length / most);
            int farthest = from;
            for (int i = from + 1; i < to; i++) {
                boolean farther = Double.isNaN(values[farthest])
                        ? !Double.isNaN(values[i])
                        : Math.abs(values[i]) > Math.abs(values[farthest]);
                if (farther) {
                    farthest = i;
                }
            }
            keptTimes[k] = times[farthest];
            kept[k] = values[farthest];
        }
        return new TimeSeries(keptTimes, kept);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TimeSeries series
                && Arrays.equals(times, series.times)
                && Arrays.equals(values, series.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(times) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "series of " + values.length + " values";
    }
}
