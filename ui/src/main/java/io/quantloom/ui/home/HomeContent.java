package io.quantloom.ui.home;

import io.quantloom.ui.chart.EquityChart;
import io.quantloom.ui.control.Checklist;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.shell.Destination;
import java.util.List;
import java.util.Optional;

/**
 * Everything Home shows. Immutable.
 *
 * @param steps of the checklist
 * @param tiles across the top
 * @param runs the newest ones
 * @param allRuns how many there are
 * @param attention what needs a decision
 * @param equity of the champion
 * @param synthetic why prices are not real; empty when none are stored
 */
public record HomeContent(
        List<Checklist.Step> steps,
        List<Tile> tiles,
        List<RunRow> runs,
        int allRuns,
        List<Attention> attention,
        Optional<Equity> equity,
        String synthetic) {

    /** Copies the lists. */
    public HomeContent {
        steps = List.copyOf(steps);
        tiles = List.copyOf(tiles);
        runs = List.copyOf(runs);
        attention = List.copyOf(attention);
    }

    /**
     * A figure at the top.
     *
     * @param name what it is
     * @param figure ready to read
     * @param note a second line
     * @param chip a word at its corner; empty for none
     * @param tone of the chip
     * @param trend values of the small line; fewer than two show none
     * @param destination where a click leads
     */
    public record Tile(
            String name,
            String figure,
            String note,
            String chip,
            Tone tone,
            List<Double> trend,
            Destination destination) {

        /** Copies the list. */
        public Tile {
            trend = List.copyOf(trend);
        }
    }

    /**
     * A run in the table. Rows are equal when they name the same run.
     *
     * @param id its identifier
     * @param icon of its state
     * @param tone of its state
     * @param state in words
     * @param name of the run
     * @param experiment it belongs to
     * @param learner that was trained; empty when none was
     * @param sharpe annualized; NaN when not measured
     * @param maxDrawdown a fraction above zero; NaN when not measured
     * @param trades count; NaN when not measured
     * @param started epoch milliseconds UTC
     */
    public record RunRow(
            String id,
            String icon,
            Tone tone,
            String state,
            String name,
            String experiment,
            String learner,
            double sharpe,
            double maxDrawdown,
            double trades,
            long started) {

        @Override
        public boolean equals(Object other) {
            return other instanceof RunRow row && row.id.equals(id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    /**
     * Something that waits for a person.
     *
     * @param tone WARN, BAD or ACCENT
     * @param title what it is
     * @param note one line more
     * @param action label of its link
     * @param destination where the link leads
     */
    public record Attention(Tone tone, String title, String note, String action, Destination destination) {}

    /**
     * The champion's curve.
     *
     * @param title model and version
     * @param chart for the chart
     */
    public record Equity(String title, EquityChart.Content chart) {}
}
