package io.quantloom.ui.registry;

import io.quantloom.ui.chart.EquityChart;
import java.util.List;
import java.util.Optional;

/**
 * A version beside what it is compared with. Immutable.
 *
 * @param subject name of the version looked at
 * @param other name of the version it is compared with; empty when there is none
 * @param equity of both; empty when neither recorded a backtest
 * @param deltas metrics of both
 */
public record ChampionComparison(
        String subject, String other, Optional<EquityChart.Content> equity, List<Delta> deltas) {

    /** Copies the list. */
    public ChampionComparison {
        deltas = List.copyOf(deltas);
    }

    /**
     * One metric of both, ready to read. Immutable.
     *
     * @param metric its name
     * @param formula in one line
     * @param other value of what it is compared with
     * @param subject value of the version looked at
     * @param change with sign
     * @param share how much better, in [−1, 1]; below zero is worse
     */
    public record Delta(String metric, String formula, String other, String subject, String change, double share) {}
}
