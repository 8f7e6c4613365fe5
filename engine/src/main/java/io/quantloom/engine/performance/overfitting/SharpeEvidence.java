package io.quantloom.engine.performance.overfitting;

import io.quantloom.engine.performance.NormalDistribution;
import io.quantloom.engine.performance.ReturnDistribution;
import io.quantloom.engine.performance.SharpeSignificance;
import io.quantloom.engine.performance.SharpeSignificance.Trials;

/**
 * What a track of returns says about its Sharpe ratio per bar. Formulas of {@link SharpeSignificance}; what is undefined is
 * NaN. Immutable.
 *
 * @param bars number of returns
 * @param perBar mean over standard deviation (ddof 1), not annualized
 * @param trials tries it was chosen from, at least 1
 * @param expectedMaximum highest Sharpe ratio per bar to expect of so many tries without skill
 * @param probabilistic probability that the true ratio is above 0
 * @param deflated probability that the true ratio is above {@code expectedMaximum}
 * @param pValue probability of a ratio as high or higher where the true one is 0; not corrected for the trials
 * @param confidence that {@code minimumTrackBars} is for, in (0.5, 1)
 * @param minimumTrackBars returns needed before this ratio is above {@code expectedMaximum} with that confidence; infinite
 *     when it is not above it
 */
public record SharpeEvidence(
        int bars,
        double perBar,
        int trials,
        double expectedMaximum,
        double probabilistic,
        double deflated,
        double pValue,
        double confidence,
        double minimumTrackBars) {

    /** Returns what the returns say, chosen from so many trials. */
    public static SharpeEvidence of(double[] returns, Trials trials, double confidence) {
        double perBar = SharpeSignificance.perBar(returns);
        double expected = SharpeSignificance.expectedMaximum(trials);
        double skewness = ReturnDistribution.skewness(returns);
        double kurtosis = ReturnDistribution.kurtosis(returns);
        return new SharpeEvidence(
                returns.length,
                Double.isFinite(perBar) ? perBar : Double.NaN,
                trials.count(),
                expected,
                SharpeSignificance.probabilistic(returns),
                SharpeSignificance.deflated(returns, trials),
                pValue(perBar, returns.length, skewness, kurtosis),
                confidence,
                minimumTrackBars(perBar, expected, skewness, kurtosis, confidence));
    }

    /**
     * Returns {@code 1 − Φ(s · √(n − 1) / √(1 − g3·s + (g4 − 1)/4·s²))}, one-sided, accurate for small values. NaN where the
     * root is not real.
     *
     * @param s measured Sharpe ratio per bar
     * @param n number of returns
     * @param g3 population skewness of the returns
     * @param g4 population kurtosis, 3 for a Gaussian
     */
    public static double pValue(double s, int n, double g3, double g4) {
        // 1 − Φ(z) = Φ(−z), and turning the returns over turns s and g3.
        return SharpeSignificance.probabilistic(-s, 0, n, -g3, g4);
    }

    /**
     * Returns {@code 1 + (1 − g3·s + (g4 − 1)/4·s²) · (Φ⁻¹(c) / (s − s*))²}, the number of returns needed for a confidence
     * of c that the true Sharpe ratio is above s*; infinite when s is not above s*, NaN when one of them is. D. H. Bailey
     * and M. López de Prado, The Sharpe Ratio Efficient Frontier, Journal of Risk 15 (2012), 7.
     *
     * @param s measured Sharpe ratio per bar
     * @param benchmark s*, per bar
     * @param g3 population skewness of the returns
     * @param g4 population kurtosis, 3 for a Gaussian
     * @param confidence c, in (0.5, 1)
     */
    public static double minimumTrackBars(double s, double benchmark, double g3, double g4, double confidence) {
        if (!(confidence > 0.5 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence must be in (0.5, 1), was " + confidence);
        }
        double variance = 1 - g3 * s + (g4 - 1) / 4 * s * s;
        if (Double.isNaN(benchmark) || !(variance > 0 && variance < Double.POSITIVE_INFINITY)) {
            return Double.NaN;
        }
        if (s <= benchmark) {
            return Double.POSITIVE_INFINITY;
        }
        double deviations = NormalDistribution.quantile(confidence) / (s - benchmark);
        return 1 + variance * deviations * deviations;
    }
}
