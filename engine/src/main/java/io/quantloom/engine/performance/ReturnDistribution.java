package io.quantloom.engine.performance;

import java.util.Arrays;

/**
 * The shape of a series of returns: moments, quantiles, and how straight it grows. Pure functions; what is undefined is
 * NaN. The series needs no order except for {@link #stability}.
 */
public final class ReturnDistribution {

    private ReturnDistribution() {}

    /** Returns the population skewness {@code g3 = m3 / m2^1.5}, m with divisor n; NaN for zero variance. */
    public static double skewness(double[] returns) {
        return moments(returns).skewness();
    }

    /** Returns the population kurtosis {@code g4 = m4 / m2²}, 3 for a Gaussian; NaN for zero variance. */
    public static double kurtosis(double[] returns) {
        return moments(returns).kurtosis();
    }

    /** Returns the bias-corrected skewness {@code G1 = g3 · √(n(n − 1)) / (n − 2)}; NaN for n &lt; 3. */
    public static double sampleSkewness(double[] returns) {
        return moments(returns).sampleSkewness();
    }

    /**
     * Returns the bias-corrected excess kurtosis {@code G2 = (n − 1) / ((n − 2)(n − 3)) · ((n + 1)(g4 − 3) + 6)}; NaN for
     * n &lt; 4.
     */
    public static double sampleExcessKurtosis(double[] returns) {
        return moments(returns).sampleExcessKurtosis();
    }

    /**
     * Returns the quantile by linear interpolation between order statistics, {@code x[k] + (h − k)(x[k+1] − x[k])} with
     * {@code h = q(n − 1)}, k its whole part (Hyndman and Fan, type 7); NaN without returns.
     *
     * @param q in [0, 1]
     */
    public static double quantile(double[] returns, double q) {
        double[] sorted = returns.clone();
        Arrays.sort(sorted);
        return quantileOfSorted(sorted, q);
    }

    /** Returns value at risk: the quantile at the cutoff, negative for a loss. */
    public static double valueAtRisk(double[] returns, double cutoff) {
        return quantile(returns, cutoff);
    }

    /** Returns the {@link #quantile} of values that are sorted already, ascending. */
    public static double quantileOfSorted(double[] sorted, double q) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = q * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /**
     * Returns conditional value at risk: the mean of the {@code ⌊cutoff · (n − 1)⌋ + 1} smallest returns; NaN without
     * returns.
     */
    public static double conditionalValueAtRisk(double[] returns, double cutoff) {
        double[] sorted = returns.clone();
        Arrays.sort(sorted);
        return conditionalValueAtRiskOfSorted(sorted, cutoff);
    }

    /** Returns {@link #conditionalValueAtRisk} of returns that are sorted already, ascending. */
    public static double conditionalValueAtRiskOfSorted(double[] sorted, double cutoff) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int count = (int) (cutoff * (sorted.length - 1)) + 1;
        return ReturnStatistics.mean(Arrays.copyOf(sorted, count));
    }

    /** Returns {@code |P95| / |P5|}; infinite when the lower quantile is 0. */
    public static double tailRatio(double[] returns) {
        double[] sorted = returns.clone();
        Arrays.sort(sorted);
        return tailRatioOfSorted(sorted);
    }

    /** Returns {@link #tailRatio} of returns that are sorted already, ascending. */
    public static double tailRatioOfSorted(double[] sorted) {
        return Math.abs(quantileOfSorted(sorted, 0.95)) / Math.abs(quantileOfSorted(sorted, 0.05));
    }

    /**
     * Returns r² of a straight line through the cumulated log returns over time; NaN for fewer than two returns or a
     * flat series.
     */
    public static double stability(double[] returns) {
        double[] logReturns = new double[returns.length];
        for (int i = 0; i < logReturns.length; i++) {
            logReturns[i] = Math.log1p(returns[i]);
        }
        return stabilityOfLogs(logReturns);
    }

    /** Returns {@link #stability} of log returns. */
    public static double stabilityOfLogs(double[] logReturns) {
        int n = logReturns.length;
        double[] cumulated = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += logReturns[i];
            cumulated[i] = sum;
        }
        double meanTime = (n - 1) / 2.0;
        double meanValue = ReturnStatistics.mean(cumulated);
        double covariance = 0;
        double timeSquares = 0;
        double valueSquares = 0;
        for (int i = 0; i < n; i++) {
            covariance += (i - meanTime) * (cumulated[i] - meanValue);
            timeSquares += (i - meanTime) * (i - meanTime);
            valueSquares += (cumulated[i] - meanValue) * (cumulated[i] - meanValue);
        }
        return covariance * covariance / (timeSquares * valueSquares);
    }

    /**
     * The central moments of a series, divisor n. Immutable.
     *
     * @param n number of returns
     * @param second m2
     * @param third m3
     * @param fourth m4
     */
    record Moments(int n, double second, double third, double fourth) {

        /** {@return {@code g3 = m3 / m2^1.5}; NaN for zero variance} */
        double skewness() {
            return isDegenerate(second) ? Double.NaN : third / Math.pow(second, 1.5);
        }

        /** {@return {@code g4 = m4 / m2²}; NaN for zero variance} */
        double kurtosis() {
            return isDegenerate(second) ? Double.NaN : fourth / (second * second);
        }

        /** {@return G1, see {@link #sampleSkewness(double[])}} */
        double sampleSkewness() {
            double size = n;
            return size < 3 ? Double.NaN : skewness() * Math.sqrt(size * (size - 1)) / (size - 2);
        }

        /** {@return G2, see {@link #sampleExcessKurtosis(double[])}} */
        double sampleExcessKurtosis() {
            double size = n;
            return size < 4 ? Double.NaN : (size - 1) / ((size - 2) * (size - 3)) * ((size + 1) * (kurtosis() - 3) + 6);
        }
    }

    /** Returns the moments of the returns, all in one pass after the mean. */
    static Moments moments(double[] returns) {
        double mean = ReturnStatistics.mean(returns);
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (double value : returns) {
            double deviation = value - mean;
            double square = deviation * deviation;
            second += square;
            third += square * deviation;
            fourth += square * square;
        }
        int n = returns.length;
        return new Moments(n, second / n, third / n, fourth / n);
    }

    private static boolean isDegenerate(double variance) {
        return !(variance >= ReturnStatistics.NO_DEVIATION * ReturnStatistics.NO_DEVIATION);
    }
}
