package io.quantloom.engine.backtest.analysis.resampling;

/**
 * A percentile interval (B. Efron, 1979): the {@code (1 − level) / 2} and {@code (1 + level) / 2} quantiles of the
 * statistic over the resamples. NaN when undefined. Immutable.
 *
 * @param statistic its key in the table of statistics
 * @param estimate its value on the returns as they were
 * @param low lower end
 * @param high upper end
 * @param resamples on which it was defined
 */
public record BootstrapInterval(String statistic, double estimate, double low, double high, int resamples) {}
