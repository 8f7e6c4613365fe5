package io.quantloom.ui.chart.layer;

import java.util.ArrayList;
import java.util.List;

/**
 * A line over the bars of a chart, one value a bar, NaN where there is none, with a pyramid of minima and maxima: a peak is
 * drawn however many points share its pixel. Made away from the JavaFX thread. Immutable.
 */
public final class ChartLine {

    private static final int SMALLEST_LEVEL = 256;

    private final String name;
    private final String token;
    private final String dash;
    private final double[] values;
    private final List<double[]> minima;
    private final List<double[]> maxima;

    private ChartLine(
            String name, String token, String dash, double[] values, List<double[]> minima, List<double[]> maxima) {
        this.name = name;
        this.token = token;
        this.dash = dash;
        this.values = values;
        this.minima = minima;
        this.maxima = maxima;
    }

    /**
     * Returns a line over the values, which the caller gives away.
     *
     * @param token names the colour, for example {@code "accent"}, {@code "s1"}
     * @param dash {@code "solid"}, {@code "dashed"} or {@code "dotted"}
     */
    public static ChartLine of(String name, String token, String dash, double[] values) {
        List<double[]> minima = new ArrayList<>(List.of(values));
        List<double[]> maxima = new ArrayList<>(List.of(values));
        while (minima.getLast().length > SMALLEST_LEVEL) {
            minima.add(merged(minima.getLast(), false));
            maxima.add(merged(maxima.getLast(), true));
        }
        return new ChartLine(name, token, dash, values, List.copyOf(minima), List.copyOf(maxima));
    }

    /** Returns a solid line. */
    public static ChartLine of(String name, String token, double[] values) {
        return of(name, token, "solid", values);
    }

    private static double[] merged(double[] level, boolean highest) {
        double[] out = new double[(level.length + 1) / 2];
        for (int i = 0; i < out.length; i++) {
            double one = level[2 * i];
            double two = level[Math.min(2 * i + 1, level.length - 1)];
            if (Double.isNaN(one) || Double.isNaN(two)) {
                out[i] = Double.isNaN(one) ? two : one;
            } else {
                out[i] = highest ? Math.max(one, two) : Math.min(one, two);
            }
        }
        return out;
    }

    /** {@return for the legend} */
    public String name() {
        return name;
    }

    /** {@return name of the colour} */
    public String token() {
        return token;
    }

    /** {@return how it is dashed} */
    public String dash() {
        return dash;
    }

    /** {@return the number of values} */
    public int size() {
        return values.length;
    }

    /** {@return the value at bar {@code i}; NaN where there is none, also beyond the ends} */
    public double value(int i) {
        return i < 0 || i >= values.length ? Double.NaN : values[i];
    }

    /** {@return the last value that is there, NaN if none is} */
    public double last() {
        int i = values.length - 1;
        while (i >= 0 && Double.isNaN(values[i])) {
            i--;
        }
        return value(i);
    }

    /** {@return the first value that is there, NaN if none is} */
    public double first() {
        int i = 0;
        while (i < values.length && Double.isNaN(values[i])) {
            i++;
        }
        return value(i);
    }

    double[] minima(int k) {
        return minima.get(k);
    }

    double[] maxima(int k) {
        return maxima.get(k);
    }

    /** The coarsest level of which at least one bucket falls on each pixel column. */
    int levelFor(double pitch) {
        int k = 0;
        while (k < minima.size() - 1 && pitch * (1L << (k + 1)) <= 1) {
            k++;
        }
        return k;
    }

    /** The level for a range of so many bars that needs few steps to read. */
    int levelForSpan(double bars) {
        int k = 0;
        while (k < minima.size() - 1 && bars / (1L << k) > 4096) {
            k++;
        }
        return k;
    }
}
