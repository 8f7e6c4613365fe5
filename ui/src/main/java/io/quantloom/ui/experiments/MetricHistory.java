package io.quantloom.ui.experiments;

import io.quantloom.ui.chart.layer.ChartLine;
import java.util.List;

/**
 * One metric of the chosen runs, step by step. Immutable.
 *
 * @param keys metrics that could be shown instead, ascending
 * @param key the metric shown; empty when the runs have none
 * @param label its name
 * @param steps how many different steps there are
 * @param lines one a run that has it, one value a step, in the color of the run
 * @param bars the last value of each
 */
public record MetricHistory(
        List<String> keys, String key, String label, int steps, List<ChartLine> lines, List<Bar> bars) {

    /** Copies the lists. */
    public MetricHistory {
        keys = List.copyOf(keys);
        lines = List.copyOf(lines);
        bars = List.copyOf(bars);
    }

    /**
     * The last value of a run. Immutable.
     *
     * @param name of the run
     * @param token names its color
     * @param figure ready to read
     * @param share of the largest size among the runs, in [0, 1]
     */
    public record Bar(String name, String token, String figure, double share) {}

    /** {@return whether any run has more than one value, so that there is something to draw over steps} */
    public boolean hasSteps() {
        return steps > 1;
    }
}
