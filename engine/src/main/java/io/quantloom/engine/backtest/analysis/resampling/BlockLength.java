package io.quantloom.engine.backtest.analysis.resampling;

import io.quantloom.engine.performance.ReturnStatistics;
import java.util.Arrays;

/**
 * How long the blocks of a bootstrap must be: the automatic choice of D. N. Politis and H. White, Automatic Block-Length
 * Selection for the Dependent Bootstrap (2004), as corrected by A. Patton, D. N. Politis and H. White (2009). Pure
 * functions.
 *
 * <p>With R(k) the autocovariance at lag k (divisor n), λ the flat-top window (1 up to one half, falling to 0 at 1), and
 * m the first lag after which {@code K = max(5, ⌊log₁₀ n⌋)} autocorrelations in a row are below
 * {@code 2·√(log₁₀ n / n)}, M = 2m: {@code G = Σ λ(k/M)·|k|·R(k)}, {@code g = Σ λ(k/M)·R(k)} over |k| ≤ M, and the length
 * is {@code (2G² / D · n)^⅓}, D = 2g² for the stationary and 4/3·g² for the moving-block bootstrap, at most
 * {@code min(3·√n, n/3)}.
 */
public final class BlockLength {

    private static final int SHORTEST_SERIES = 10;
    private static final int MOST_VALUES = 100_000;

    private BlockLength() {}

    /**
     * Returns the length for returns: the longer of those for the returns and for their absolute values, since the Sharpe
     * ratio and drawdowns hang on how volatility clusters, which returns themselves do not show. Absolute values show it
     * best; in squares a few outliers hide it (Z. Ding, C. W. J. Granger, R. F. Engle, A long memory property of stock
     * market returns and a new model, 1993). At least 1; 1 for fewer than 10 returns.
     *
     * @param returns simple returns per bar
     */
    public static double ofReturns(double[] returns, BootstrapMethod method) {
        double[] sizes = new double[returns.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(returns[i]);
        }
        return Math.max(of(returns, method), of(sizes, method));
    }

    /** Returns the length for the mean of the values; at least 1, and 1 where they do not vary. */
    public static double of(double[] values, BootstrapMethod method) {
        int n = values.length;
        if (n < SHORTEST_SERIES) {
            return 1;
        }
        double[] covariances = covariances(deviations(values), n);
        if (!(covariances[0] > 0)) {
            return 1;
        }
        int window = covariances.length - 1;
        double moment = 0;
        double spectrum = covariances[0];
        for (int lag = 1; lag <= window; lag++) {
            double weight = Math.min(1, 2 * (1 - (double) lag / window));
            moment += 2 * weight * lag * covariances[lag];
            spectrum += 2 * weight * covariances[lag];
        }
        double scale = method == BootstrapMethod.STATIONARY ? 2 : 4.0 / 3;
        double length = Math.cbrt(2 * moment * moment / (scale * spectrum * spectrum) * n);
        double bound = Math.ceil(Math.min(3 * Math.sqrt(n), n / 3.0));
        return length >= 1 ? Math.min(length, bound) : 1;
    }

    // R(0..M). Lags are looked at only until the first run of insignificant ones, the costly part of long series.
    private static double[] covariances(double[] deviations, int n) {
        int runLength = Math.max(5, (int) Math.log10(n));
        int longest = Math.min((int) Math.ceil(Math.sqrt(n)) + runLength, deviations.length - 1);
        double threshold = 2 * Math.sqrt(Math.log10(n) / n);
        double[] covariances = new double[longest + 1];
        covariances[0] = covariance(deviations, 0);
        int run = 0;
        int lag = 0;
        while (lag < longest && run < runLength) {
            lag++;
            covariances[lag] = covariance(deviations, lag);
            run = Math.abs(covariances[lag]) < threshold * covariances[0] ? run + 1 : 0;
        }
        int window = run < runLength ? longest : Math.min(2 * Math.max(1, lag - runLength), longest);
        for (int k = lag + 1; k <= window; k++) {
            covariances[k] = covariance(deviations, k);
        }
        return Arrays.copyOf(covariances, window + 1);
    }

    // The last of a long series are enough: a hundred thousand give autocovariances to a third of a percent.
    private static double[] deviations(double[] values) {
        double[] deviations = Arrays.copyOfRange(values, Math.max(0, values.length - MOST_VALUES), values.length);
        double mean = ReturnStatistics.mean(deviations);
        for (int i = 0; i < deviations.length; i++) {
            deviations[i] -= mean;
        }
        return deviations;
    }

    private static double covariance(double[] deviations, int lag) {
        double sum = 0;
        for (int i = lag; i < deviations.length; i++) {
            sum += deviations[i] * deviations[i - lag];
        }
        return sum / deviations.length;
    }
}
