package io.quantloom.engine.indicator.stream;

/** The exponential mean with factor {@code 2/(period + 1)} that begins as the mean of its first values, TA-Lib's EMA. */
public final class ExponentialMean {

    private final int period;
    private final double factor;
    private int taken;
    private double mean;

    /**
     * Begins without values.
     *
     * @param period above one
     */
    public ExponentialMean(int period) {
        this.period = period;
        this.factor = 2.0 / (period + 1);
    }

    /** Takes the next value and returns the mean; NaN before there are {@code period} values. */
    public double next(double value) {
        taken++;
        if (taken < period) {
            mean += value;
            return Double.NaN;
        }
        mean = taken == period ? (mean + value) / period : (value - mean) * factor + mean;
        return mean;
    }
}
