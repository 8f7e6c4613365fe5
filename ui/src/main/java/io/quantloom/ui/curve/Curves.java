package io.quantloom.ui.curve;

import java.util.Arrays;
import java.util.List;

/**
 * Several lines over one time axis. A line has NaN before its first point and after its last; between two points of its
 * own it keeps the earlier value. Immutable.
 */
public final class Curves {

    private final List<String> names;
    private final long[] times;
    private final double[][] values;

    private Curves(List<String> names, long[] times, double[][] values) {
        this.names = names;
        this.times = times;
        this.values = values;
    }

    /** Returns the lines over the union of their times. */
    public static Curves align(List<Curve> curves) {
        long[] axis = union(curves);
        var values = new double[curves.size()][];
        for (int c = 0; c < values.length; c++) {
            values[c] = onto(axis, curves.get(c));
        }
        return new Curves(curves.stream().map(Curve::name).toList(), axis, values);
    }

    private static long[] union(List<Curve> curves) {
        int total = curves.stream().mapToInt(Curve::size).sum();
        var all = new long[total];
        int at = 0;
        for (Curve curve : curves) {
            for (int i = 0; i < curve.size(); i++) {
                all[at++] = curve.time(i);
            }
        }
        Arrays.sort(all);
        int kept = 0;
        for (int i = 0; i < total; i++) {
            if (kept == 0 || all[i] != all[kept - 1]) {
                all[kept++] = all[i];
            }
        }
        return Arrays.copyOf(all, kept);
    }

    private static double[] onto(long[] axis, Curve curve) {
        var out = new double[axis.length];
        int next = 0;
        for (int i = 0; i < axis.length; i++) {
            while (next < curve.size() && curve.time(next) <= axis[i]) {
                next++;
            }
            boolean ended = next == curve.size() && (next == 0 || curve.time(next - 1) < axis[i]);
            out[i] = next == 0 || ended ? Double.NaN : curve.value(next - 1);
        }
        return out;
    }

    /** {@return the number of points of the common axis} */
    public int size() {
        return times.length;
    }

    /** {@return the number of lines} */
    public int count() {
        return names.size();
    }

    /** {@return the name of line {@code c}} */
    public String name(int c) {
        return names.get(c);
    }

    /** {@return a copy of the common times, epoch milliseconds UTC} */
    public long[] times() {
        return times.clone();
    }

    /** {@return a copy of the values of line {@code c}, NaN where it has none} */
    public double[] values(int c) {
        return values[c].clone();
    }

    /** {@return the index of the first point at or after the time, {@code size()} if there is none} */
    public int firstAtOrAfter(long epochMillis) {
        int found = Arrays.binarySearch(times, epochMillis);
        return found >= 0 ? found : -found - 1;
    }
}
