package io.quantloom.engine.backtest.analysis.rerun;

import java.util.List;
import java.util.Optional;

/**
 * What is left of a strategy as costs and delay grow: every combination of the three axes. Immutable.
 *
 * @param fees ascending, the backtest's own among them
 * @param slippages in bps, ascending, the backtest's own among them
 * @param delays in bars, ascending from 0
 * @param ownFee the backtest's
 * @param ownSlippage the backtest's, in bps
 * @param points by delay, then slippage, then fee
 */
public record CostFrontier(
        List<Double> fees,
        List<Double> slippages,
        List<Integer> delays,
        double ownFee,
        double ownSlippage,
        List<CostPoint> points) {

    /** Copies the lists. */
    public CostFrontier {
        fees = List.copyOf(fees);
        slippages = List.copyOf(slippages);
        delays = List.copyOf(delays);
        points = List.copyOf(points);
    }

    /** Returns the point of the combination; empty when it is not on the axes. */
    public Optional<CostPoint> at(double fee, double slippageBps, int delayBars) {
        int i = fees.indexOf(fee);
        int j = slippages.indexOf(slippageBps);
        int k = delays.indexOf(delayBars);
        return i < 0 || j < 0 || k < 0
                ? Optional.empty()
                : Optional.of(points.get((k * slippages.size() + j) * fees.size() + i));
    }
}
