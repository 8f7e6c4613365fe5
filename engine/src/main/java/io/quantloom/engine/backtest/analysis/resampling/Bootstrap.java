package io.quantloom.engine.backtest.analysis.resampling;

import java.util.List;

/**
 * Intervals of statistics by one method. Immutable.
 *
 * @param method how returns were drawn
 * @param blockLength mean (stationary) or fixed (moving-block) length of a block, in bars, 1 or more; the rule is that of
 *     {@link BlockLength}
 * @param resamples how often, above zero
 * @param level coverage, in (0, 1)
 * @param intervals of {@code sharpe_ratio}, {@code annualized_return} and {@code max_drawdown}, in this order
 */
public record Bootstrap(
        BootstrapMethod method, double blockLength, int resamples, double level, List<BootstrapInterval> intervals) {

    /** Copies the list. */
    public Bootstrap {
        intervals = List.copyOf(intervals);
    }
}
