package io.quantloom.engine.indicator;

import java.util.Arrays;

/** Exponentially weighted standard deviation, the volatility that labels are measured in. */
public final class ExponentialDeviation {

    private ExponentialDeviation() {}

    /**
     * Returns the deviation of simple returns {@code r[t] = x[t]/x[t−1] − 1} with weights {@code (1 − α)^(t−i)},
     * {@code α = 2/(span + 1)}: adjusted (weights over their sum) and bias-corrected by {@code W²/(W² − Σw²)}, as
     * {@code ewm(span).std()} of pandas. Value {@code t} uses values up to {@code t}; the first is at {@code span}, when
     * {@code span} returns are there; before that NaN. A fraction, zero or more.
     *
     * <p>O(n). Source: definition in pandas' user guide, Exponentially weighted window; update after T. Finch,
     * Incremental calculation of weighted mean and variance (2009), section 9.
     *
     * @param values prices, oldest first, above zero
     * @param span above one
     */
    public static double[] ofReturns(double[] values, int span) {
        if (span < 2) {
            throw new IllegalArgumentException("a span must be above one, was " + span);
        }
        double[] result = new double[values.length];
        Arrays.fill(result, Double.NaN);
        double decay = 1 - 2.0 / (span + 1);
        double weights = 0;
        double squaredWeights = 0;
        double mean = 0;
        double variance = 0;
        for (int t = 1; t < values.length; t++) {
            double value = values[t] / values[t - 1] - 1;
            double before = weights * decay;
            weights = before + 1;
            squaredWeights = squaredWeights * decay * decay + 1;
            double off = value - mean;
            mean += off / weights;
            variance = before / weights * (variance + off * off / weights);
            if (t >= span) {
                double corrected = variance * weights * weights / (weights * weights - squaredWeights);
                result[t] = Math.sqrt(corrected);
            }
        }
        return result;
    }
}
