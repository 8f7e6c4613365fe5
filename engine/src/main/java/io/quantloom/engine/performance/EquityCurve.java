package io.quantloom.engine.performance;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The value of an account, marked to market at each bar's close, oldest first. Values are amounts in the account
 * currency, finite. Immutable and safe for use by several threads; equal curves are equal to the bit.
 */
public final class EquityCurve {

    private final double startingCash;
    private final long[] times;
    private final double[] values;

    private EquityCurve(double startingCash, long[] times, double[] values) {
        this.startingCash = startingCash;
        this.times = times;
        this.values = values;
    }

    /**
     * Returns a curve over the columns, which the caller gives away.
     *
     * @param startingCash value before the first bar, above zero
     * @param times open times of the bars, epoch milliseconds UTC
     * @param values equity after each bar
     * @throws IllegalArgumentException if lengths differ, cash is not above zero or a value is not finite
     */
    public static EquityCurve of(double startingCash, long[] times, double[] values) {
        if (times.length != values.length) {
            throw new IllegalArgumentException("times and values of an equity curve differ in length");
        }
        if (!(startingCash > 0)) {
            throw new IllegalArgumentException("starting cash must be above zero, was " + startingCash);
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("equity must be finite, was " + values[i] + " at index " + i);
            }
        }
        return new EquityCurve(startingCash, times, values);
    }

    /** {@return the number of bars} */
    public int size() {
        return values.length;
    }

    /** {@return E[0] of the statistics: the value before the first bar} */
    public double startingCash() {
        return startingCash;
    }

    /** {@return the open time of bar {@code i}, epoch milliseconds UTC} */
    public long time(int i) {
        return times[i];
    }

    /** {@return the equity after bar {@code i}} */
    public double value(int i) {
        return values[i];
    }

    /** {@return a copy of the values} */
    public double[] values() {
        return values.clone();
    }

    /** {@return a copy of the times} */
    public long[] times() {
        return times.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EquityCurve curve
                && startingCash == curve.startingCash
                && Arrays.equals(times, curve.times)
                && Arrays.equals(values, curve.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(times) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "equity at " + values.length + " bars";
    }
}
