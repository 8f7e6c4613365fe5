package io.quantloom.ui.chart.layer;

/** Running minimum and maximum that ignores NaN. */
public final class Extent {
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    /** Takes a value into account. */
    public void add(double value) {
        if (!Double.isNaN(value)) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
    }

    /** Takes every value into account whose index lies in the window, both ends included. */
    public void addAll(double[] values, double from, double to) {
        int last = (int) Math.min(values.length - 1.0, Math.ceil(to));
        for (int i = (int) Math.max(0, Math.floor(from)); i <= last; i++) {
            add(values[i]);
        }
    }

    /** {@return whether there was no value} */
    public boolean isEmpty() {
        return min > max;
    }

    /** {@return the smallest value} */
    public double min() {
        return min;
    }

    /** {@return the largest value} */
    public double max() {
        return max;
    }
}
