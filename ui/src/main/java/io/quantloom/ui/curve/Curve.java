package io.quantloom.ui.curve;

import io.quantloom.engine.performance.EquityCurve;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** A named line over time, oldest point first. Immutable: takes its arrays over, nobody may change them afterwards. */
public final class Curve {

    private static final long DAY_MILLIS = 86_400_000;

    private final String name;
    private final long[] times;
    private final double[] values;

    private Curve(String name, long[] times, double[] values) {
        this.name = name;
        this.times = times;
        this.values = values;
    }

    /**
     * Returns a line over the columns.
     *
     * @param times epoch milliseconds UTC, strictly ascending
     * @throws IllegalArgumentException if the columns differ in length
     */
    public static Curve of(String name, long[] times, double[] values) {
        if (times.length != values.length) {
            throw new IllegalArgumentException("times and values of " + name + " differ in length");
        }
        return new Curve(name, times, values);
    }

    /**
     * Returns the line of an account. It begins with the starting cash, one bar before the first, so that its growth from
     * the first point to the last is the account's total return and its drawdown counts the start as a peak.
     */
    public static Curve ofAccount(String name, EquityCurve equity) {
        return withStart(name, equity.startingCash(), equity.times(), equity.values());
    }

    /**
     * Returns a line with one more point, one bar before the first.
     *
     * @param start value of that point
     */
    public static Curve withStart(String name, double start, long[] times, double[] values) {
        int size = values.length;
        if (size == 0) {
            return new Curve(name, times, values);
        }
        var moved = new long[size + 1];
        var grown = new double[size + 1];
        System.arraycopy(times, 0, moved, 1, size);
        System.arraycopy(values, 0, grown, 1, size);
        moved[0] = times[0] - (size > 1 ? times[1] - times[0] : DAY_MILLIS);
        grown[0] = start;
        return of(name, moved, grown);
    }

    /** Returns this line with another value at each point. */
    public Curve map(DoubleUnaryOperator function) {
        return new Curve(name, times, Arrays.stream(values).map(function).toArray());
    }

    /** {@return what the line is called} */
    public String name() {
        return name;
    }

    /** {@return the number of points} */
    public int size() {
        return times.length;
    }

    /** {@return the time of point {@code i}, epoch milliseconds UTC} */
    public long time(int i) {
        return times[i];
    }

    /** {@return the value of point {@code i}} */
    public double value(int i) {
        return values[i];
    }
}
