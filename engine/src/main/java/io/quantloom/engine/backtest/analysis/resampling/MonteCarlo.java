package io.quantloom.engine.backtest.analysis.resampling;

/**
 * Many paths that the account could have taken. Immutable.
 *
 * @param method what the paths are made of
 * @param paths how many
 * @param equity quantiles of equity at each step: a trade, or a bar for blocks
 * @param maxDrawdown of each path, positive fractions; for trades measured between trades, not at bars
 * @param finalEquity of each path, in the account currency; the same for every path of shuffled trades
 */
public record MonteCarlo(
        MonteCarloMethod method, int paths, Fan equity, Distribution maxDrawdown, Distribution finalEquity) {}
