package io.quantloom.engine.indicator;

/**
 * Exponentially weighted standard deviation of simple returns {@code r[t] = x[t]/x[t−1] − 1}, the volatility that labels
 * are measured in: weights {@code (1 − α)^(t−i)}, {@code α = 2/(span + 1)}, adjusted (weights over their sum) and
 * bias-corrected by {@code W²/(W² − Σw²)}, as {@code ewm(span).std()} of pandas. A fraction, zero or more.
 *
 * <p>Fed price by price; has state, used by one thread. Source: definition in pandas' user guide, Exponentially weighted
 * window; update after T. Finch, Incremental calculation of weighted mean and variance (2009), section 9.
 */
public final class ExponentialDeviation {

    private final int span;
    private final double decay;
    private int prices;
    private double last;
    private double weights;
    private double squaredWeights;
    private double mean;
    private double variance;

    /**
     * Begins without prices.
     *
     * @param span above one
     */
    public ExponentialDeviation(int span) {
        if (span < 2) {
            throw new IllegalArgumentException("a span must be above one, was " + span);
        }
        this.span = span;
        this.decay = 1 - 2.0 / (span + 1);
    }

    /**
     * Returns value {@code t} for every price, from prices up to {@code t}; NaN before index {@code span}. O(n).
     *
     * @param prices oldest first, above zero
     */
    public static double[] ofReturns(double[] prices, int span) {
        var deviation = new ExponentialDeviation(span);
        double[] result = new double[prices.length];
        for (int t = 0; t < prices.length; t++) {
            result[t] = deviation.next(prices[t]);
        }
        return result;
    }

    /** Takes the next price, above zero, and returns the deviation up to it; NaN until {@code span} returns are there. */
    public double next(double price) {
        prices++;
        if (prices > 1) {
            take(price / last - 1);
        }
        last = price;
        if (prices <= span) {
            return Double.NaN;
        }
        double squared = weights * weights;
        return Math.sqrt(variance * squared / (squared - squaredWeights));
    }

    private void take(double value) {
        double before = weights * decay;
        weights = before + 1;
        squaredWeights = squaredWeights * decay * decay + 1;
        double off = value - mean;
        mean += off / weights;
        variance = before / weights * (variance + off * off / weights);
    }
}
