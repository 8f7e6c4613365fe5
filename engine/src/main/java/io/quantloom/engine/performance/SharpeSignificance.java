package io.quantloom.engine.performance;

/**
 * How likely a measured Sharpe ratio is more than luck, given the length and shape of the track and the number of tries
 * it was chosen from. Sharpe ratios here are per bar, {@code mean(R) / std(R)}, <em>not annualized</em>. D. H. Bailey
 * and M. López de Prado, The Sharpe Ratio Efficient Frontier (2012) and The Deflated Sharpe Ratio (2014).
 */
public final class SharpeSignificance {

    private static final double EULER_GAMMA = 0.5772156649;

    private SharpeSignificance() {}

    /**
     * The tries a strategy was chosen from. Immutable.
     *
     * @param count every trial ever run for the model on the same bars, at least 1; canceled, failed and deleted ones
     *     counted
     * @param deviation standard deviation (ddof 1) of their Sharpe ratios per bar; NaN when fewer than two are known
     */
    public record Trials(int count, double deviation) {

        /** Checks the range. */
        public Trials {
            if (count < 1) {
                throw new IllegalArgumentException("there is at least one trial, was " + count);
            }
        }

        /** {@return a strategy that was not chosen from others} */
        public static Trials single() {
            return new Trials(1, Double.NaN);
        }

        /**
         * Returns the trials.
         *
         * @param count all of them
         * @param sharpes Sharpe ratio per bar of those that have a curve
         */
        public static Trials of(int count, double[] sharpes) {
            if (sharpes.length > count) {
                throw new IllegalArgumentException(sharpes.length + " Sharpe ratios of " + count + " trials");
            }
            return new Trials(count, Math.sqrt(ReturnStatistics.variance(sharpes)));
        }
    }

    /** Returns {@code mean(R) / std(R)} with ddof 1; NaN or infinite when the returns do not vary. */
    public static double perBar(double[] returns) {
        return ReturnStatistics.mean(returns) / Math.sqrt(ReturnStatistics.variance(returns));
    }

    /**
     * Returns {@code Φ((s − s*) · √(n − 1) / √(1 − g3·s + (g4 − 1)/4·s²))}: the probability that the true Sharpe ratio is
     * above s*. NaN when the variance under the root is not above zero.
     *
     * @param s measured Sharpe ratio per bar
     * @param benchmark s*, per bar
     * @param n number of returns
     * @param g3 population skewness of the returns
     * @param g4 population kurtosis, 3 for a Gaussian
     */
    public static double probabilistic(double s, double benchmark, int n, double g3, double g4) {
        double variance = 1 - g3 * s + (g4 - 1) / 4 * s * s;
        if (!(variance > 0)) {
            return Double.NaN;
        }
        return NormalDistribution.cdf((s - benchmark) * Math.sqrt(n - 1.0) / Math.sqrt(variance));
    }

    /**
     * Returns s*, the highest Sharpe ratio per bar to expect of so many trials without skill:
     * {@code sd · [(1 − γ)Φ⁻¹(1 − 1/N) + γΦ⁻¹(1 − 1/(N·e))]} with γ = 0.5772156649; 0 for N = 1. NaN when the deviation is
     * unknown.
     */
    public static double expectedMaximum(Trials trials) {
        if (trials.count() == 1) {
            return 0;
        }
        double n = trials.count();
        double bracket = (1 - EULER_GAMMA) * NormalDistribution.quantile(1 - 1 / n)
                + EULER_GAMMA * NormalDistribution.quantile(1 - 1 / (n * Math.E));
        return trials.deviation() * bracket;
    }

    /** Returns {@link #probabilistic} of the returns against s* = 0. */
    public static double probabilistic(double[] returns) {
        return against(returns, 0);
    }

    /** Returns {@link #probabilistic} of the returns against {@link #expectedMaximum} of the trials. */
    public static double deflated(double[] returns, Trials trials) {
        return against(returns, expectedMaximum(trials));
    }

    private static double against(double[] returns, double benchmark) {
        return against(returns, ReturnDistribution.moments(returns), benchmark);
    }

    /** Returns {@link #probabilistic} of returns whose moments are known. */
    static double against(double[] returns, ReturnDistribution.Moments moments, double benchmark) {
        // A NaN among the returns makes the variance NaN.
        double variance = ReturnStatistics.variance(returns);
        if (!(variance > 0)) {
            return Double.NaN;
        }
        double perBar = ReturnStatistics.mean(returns) / Math.sqrt(variance);
        return probabilistic(perBar, benchmark, returns.length, moments.skewness(), moments.kurtosis());
    }
}
