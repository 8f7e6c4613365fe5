package io.quantloom.engine.performance;

/**
 * How a curve moves with another one. r and m are the log returns of the curve and of the benchmark over the same bars,
 * N the bars in a year. What is undefined is NaN. Immutable.
 *
 * @param name of the benchmark, for people, for example {@code "buy and hold BTC-USDT 1h file"}
 * @param bars compared, those with a return on both sides
 * @param totalReturn of the benchmark over these bars, a fraction
 * @param beta {@code cov(r, m) / var(m)}, as the statistic {@code beta}; NaN when the benchmark does not vary
 * @param alpha {@code own total return − beta · totalReturn}, a fraction, over these bars; the statistic
 *     {@code alpha} takes {@code buy_hold_return}, which begins where the indicators are defined
 * @param alphaPerYear {@code (mean(r) − beta · mean(m)) · N}, a log return a year: Jensen's alpha (M. C. Jensen, 1968)
 *     at a risk-free rate of 0
 * @param correlation {@code cov(r, m) / √(var(r) · var(m))}, in [−1, 1]; NaN when one side does not vary
 */
public record BenchmarkFit(
        String name,
        int bars,
        double totalReturn,
        double beta,
        double alpha,
        double alphaPerYear,
        double correlation) {}
