package io.quantloom.engine.performance;

/**
 * Statistics of a series of simple returns per bar, {@code R[i] = E[i] / E[i−1] − 1}. The risk-free rate is 0, standard
 * deviations are sample ones (ddof 1), N is the number of bars in a year. What is undefined is NaN, what is unbounded
 * infinite. Pure functions, O(n).
 *
 * <p>Conventions of empyrical-reloaded unless a method names another source.
 */
public final class ReturnStatistics {

    /**
     * Deviations below this count as none: {@code E[i] / E[i−1]} is rounded at 1e-16, so even the returns of an account
     * that grows evenly differ by that much.
     */
    static final double NO_DEVIATION = 1e-15;

    private ReturnStatistics() {}

    /** Returns {@code R[i] = E[i] / E[i−1] − 1} for i = 1..n of the n + 1 values, one return less than values. */
    public static double[] of(double[] equity) {
        double[] returns = new double[Math.max(0, equity.length - 1)];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = equity[i + 1] / equity[i] - 1;
        }
        return returns;
    }

    /** Returns {@code ΣR / n}; NaN without returns. */
    public static double mean(double[] returns) {
        double sum = 0;
        for (double value : returns) {
            sum += value;
        }
        return sum / returns.length;
    }

    /**
     * Returns the sample variance {@code Σ(R − mean)² / (n − 1)}; NaN for fewer than two returns, 0 when they differ by
     * rounding only.
     */
    public static double variance(double[] returns) {
        if (returns.length < 2) {
            return Double.NaN;
        }
        double mean = mean(returns);
        double sum = 0;
        for (double value : returns) {
            sum += (value - mean) * (value - mean);
        }
        double variance = sum / (returns.length - 1);
        return variance < NO_DEVIATION * NO_DEVIATION ? 0 : variance;
    }

    /**
     * Returns the yearly growth {@code growth^(N / n) − 1}.
     *
     * @param growth {@code E[n] / E[0]}, zero or more
     * @param n number of returns, above zero
     */
    public static double annualizedReturn(double growth, double n, double barsPerYear) {
        return Math.pow(growth, barsPerYear / n) - 1;
    }

    /** Returns {@code std(R) · √N}. */
    public static double annualizedVolatility(double[] returns, double barsPerYear) {
        return Math.sqrt(variance(returns)) * Math.sqrt(barsPerYear);
    }

    /** Returns {@code mean(R) / std(R) · √N}. W. F. Sharpe, The Sharpe Ratio, 1994. */
    public static double sharpeRatio(double[] returns, double barsPerYear) {
        return mean(returns) / Math.sqrt(variance(returns)) * Math.sqrt(barsPerYear);
    }

    /**
     * Returns {@code √mean(min(R, 0)²) · √N}, the mean over all n returns: target downside deviation with target 0.
     */
    public static double downsideRisk(double[] returns, double barsPerYear) {
        double sum = 0;
        for (double value : returns) {
            double loss = Math.min(value, 0);
            sum += loss * loss;
        }
        return Math.sqrt(sum / returns.length) * Math.sqrt(barsPerYear);
    }

    /** Returns {@code mean(R) · N / downsideRisk}. */
    public static double sortinoRatio(double[] returns, double barsPerYear) {
        return mean(returns) * barsPerYear / downsideRisk(returns, barsPerYear);
    }

    /**
     * Returns the deviation of a year of compounded returns,
     * {@code √((var(R) + (1 + g)²)^N − (1 + g)^(2N))} with {@code g = growth^(1 / n) − 1}: backtesting.py's
     * {@code Volatility (Ann.)}.
     *
     * @param growth {@code E[n] / E[0]}
     */
    public static double compoundedVolatility(double[] returns, double growth, double barsPerYear) {
        double base = Math.pow(growth, 1.0 / returns.length);
        double square = base * base;
        return Math.sqrt(Math.pow(variance(returns) + square, barsPerYear) - Math.pow(square, barsPerYear));
    }
}
