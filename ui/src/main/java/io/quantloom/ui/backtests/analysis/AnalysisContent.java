package io.quantloom.ui.backtests.analysis;

import io.quantloom.ui.chart.StackChart;
import io.quantloom.ui.chart.figure.FanChart;
import io.quantloom.ui.chart.figure.Histogram;
import io.quantloom.ui.chart.figure.MatrixChart;
import io.quantloom.ui.control.Tone;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An analysis, ready to show. Made away from the JavaFX thread. A part that could not be made is empty and its reason
 * stands under its name in the notes. Immutable.
 *
 * @param findings what should be looked into, gravest first
 * @param intervals by the statistic's key: its interval, short enough to stand beside the figure
 * @param periods series and tables over time
 * @param costs one entry for each delay
 * @param paths one entry for each kind of simulation
 * @param bootstraps every interval by every method
 * @param neighbors whether slightly other parameters do as well
 * @param notes by part: why it is empty
 */
public record AnalysisContent(
        List<Finding> findings,
        Map<String, String> intervals,
        Periods periods,
        List<Delay> costs,
        List<Paths> paths,
        List<Interval> bootstraps,
        Optional<Neighborhood> neighbors,
        Map<String, String> notes) {

    /** Copies lists and maps. */
    public AnalysisContent {
        findings = List.copyOf(findings);
        intervals = Map.copyOf(intervals);
        costs = List.copyOf(costs);
        paths = List.copyOf(paths);
        bootstraps = List.copyOf(bootstraps);
        notes = Map.copyOf(notes);
    }

    /**
     * One thing that should be looked into before the backtest is believed. Immutable.
     *
     * @param title in a few words
     * @param sentence with the numbers
     * @param tone BAD when the result cannot be right, WARN when it may mislead
     */
    public record Finding(String title, String sentence, Tone tone) {}

    /**
     * The course of things. Immutable.
     *
     * @param window of the rolling Sharpe ratio, for people
     * @param lines rolling Sharpe ratio above, exposure below
     * @param drawdowns deepest first
     * @param benchmarks how the account moved with something else
     */
    public record Periods(
            String window, StackChart.Content lines, List<DrawdownRow> drawdowns, List<BenchmarkRow> benchmarks) {

        /** Copies the lists. */
        public Periods {
            drawdowns = List.copyOf(drawdowns);
            benchmarks = List.copyOf(benchmarks);
        }
    }

    /**
     * One fall from a peak. Immutable.
     *
     * @param number 1 for the deepest
     * @param depth zero or below, a fraction
     * @param start of the peak, epoch milliseconds UTC
     * @param trough of the lowest equity
     * @param recovery day of the recovery; words when there was none
     * @param bars from the peak to the recovery or the end
     * @param barsToTrough from the peak to the lowest equity
     */
    public record DrawdownRow(
            int number, double depth, long start, long trough, String recovery, int bars, int barsToTrough) {}

    /**
     * A comparison with buying and holding something. Immutable.
     *
     * @param name of what was held
     * @param totalReturn of it, a fraction
     * @param beta how much the account moved with it
     * @param alphaPerYear what the account gained beside it, a fraction a year
     * @param correlation in [−1, 1]
     */
    public record BenchmarkRow(String name, double totalReturn, double beta, double alphaPerYear, double correlation) {}

    /**
     * What is left at other costs when fills come so many bars late. Immutable.
     *
     * @param title for people
     * @param sharpe ratio over fee and slippage
     * @param totalReturn over the same
     */
    public record Delay(String title, MatrixChart.Content sharpe, MatrixChart.Content totalReturn) {}

    /**
     * One kind of simulation. Immutable.
     *
     * @param method for people, in a word
     * @param what it answers, in a sentence
     * @param fan of equity
     * @param drawdowns maximum drawdown of each path, zero or below
     * @param marks on that distribution
     */
    public record Paths(
            String method, String what, FanChart.Content fan, List<Double> drawdowns, List<Histogram.Mark> marks) {

        /** Copies the lists. */
        public Paths {
            drawdowns = List.copyOf(drawdowns);
            marks = List.copyOf(marks);
        }
    }

    /**
     * One interval. Immutable.
     *
     * @param statistic its name
     * @param estimate as it was
     * @param low lower end
     * @param high upper end
     * @param method how returns were drawn
     */
    public record Interval(String statistic, String estimate, String low, String high, String method) {}

    /**
     * The strategy with slightly other parameters. Immutable.
     *
     * @param summary in a sentence
     * @param tone of the summary
     * @param parameters names of the parameters, one column each
     * @param rows the strategy as it was first
     */
    public record Neighborhood(String summary, Tone tone, List<String> parameters, List<NeighborRow> rows) {

        /** Copies the lists. */
        public Neighborhood {
            parameters = List.copyOf(parameters);
            rows = List.copyOf(rows);
        }
    }

    /**
     * One setting. Immutable.
     *
     * @param isCenter whether it is the strategy as it was
     * @param values of the parameters
     * @param sharpe NaN when undefined
     * @param totalReturn a fraction
     * @param trades finished ones
     */
    public record NeighborRow(boolean isCenter, List<Double> values, double sharpe, double totalReturn, int trades) {

        /** Copies the list. */
        public NeighborRow {
            values = List.copyOf(values);
        }
    }
}
