package io.quantloom.engine.backtest.analysis.rerun;

import java.util.List;

/**
 * Whether a strategy lives off one lucky setting. An undefined Sharpe ratio of a neighbor (it never trades) counts as 0.
 * NaN when undefined. Immutable.
 *
 * @param center the strategy as it was
 * @param share of the neighbors that keep at least half of the center's Sharpe ratio, in [0, 1]; undefined when that is
 *     not above zero
 * @param meanSharpe over the neighbors
 * @param worstSharpe of the neighbors
 * @param neighbors by their parameters, the center not among them
 */
public record PerturbationScore(
        Neighbor center, double share, double meanSharpe, double worstSharpe, List<Neighbor> neighbors) {

    /** Copies the list. */
    public PerturbationScore {
        neighbors = List.copyOf(neighbors);
    }
}
