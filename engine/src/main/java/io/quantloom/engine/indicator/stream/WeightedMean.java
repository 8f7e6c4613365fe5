package io.quantloom.engine.indicator.stream;

/** The mean of the last values with weights 1 … period, the newest heaviest, by running sums as TA-Lib's WMA. */
public final class WeightedMean {

    private final double[] window;
    private final int divider;
    private int taken;
    private double sum;
    private double weighted;
    private double leaving;

    /**
     * Begins without values.
     *
     * @param period above one
     */
    public WeightedMean(int period) {
        window = new double[period];
        divider = period * (period + 1) / 2;
    }

    /** Takes the next value and returns the mean; NaN before there are {@code period} values. */
    public double next(double value) {
        int period = window.length;
        window[taken % period] = value;
        taken++;
        sum += value;
        if (taken < period) {
            weighted += value * taken;
            return Double.NaN;
        }
        sum -= leaving;
        weighted += value * period;
        leaving = window[taken % period];
        double mean = weighted / divider;
        weighted -= sum;
        return mean;
    }
}
