package io.quantloom.engine.indicator.stream;

/** The mean of the last values by a running sum, as TA-Lib's SMA: each value is added, then the oldest taken away. */
public final class RunningMean {

    private final double[] window;
    private int taken;
    private double sum;

    /**
     * Begins without values.
     *
     * @param period above zero
     */
    public RunningMean(int period) {
        window = new double[period];
    }

    /** Takes the next value and returns the mean of the last {@code period}; NaN before there are so many. */
    public double next(double value) {
        int place = taken % window.length;
        window[place] = value;
        taken++;
        sum += value;
        if (taken < window.length) {
            return Double.NaN;
        }
        double mean = sum / window.length;
        sum -= window[taken % window.length];
        return mean;
    }
}
