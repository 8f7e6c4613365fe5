package io.quantloom.ui.backtests.grid;

import io.quantloom.engine.backtest.grid.GridResult;
import io.quantloom.ui.chart.figure.MatrixChart;
import java.util.List;
import java.util.Optional;

/**
 * A recorded grid, ready to show. Made away from the JavaFX thread. Immutable.
 *
 * @param grid as it was recorded
 * @param objective name of what it is ranked by
 * @param axes names of the parameters
 * @param rows by the mean of their neighbors, best first: a lone peak does not stand on top
 * @param summary the best in sample and the most robust one, in a sentence each
 * @param note how many combinations, by what they were run, since when out of sample
 */
public record GridContent(
        GridResult grid, String objective, List<String> axes, List<GridRow> rows, List<String> summary, String note) {

    /** Copies the lists. */
    public GridContent {
        axes = List.copyOf(axes);
        rows = List.copyOf(rows);
        summary = List.copyOf(summary);
    }

    /** {@return whether there is an out-of-sample part} */
    public boolean isSplit() {
        return grid.table().isSplit();
    }

    /**
     * The grid over two of its axes, three times. Immutable.
     *
     * @param inSample the objective
     * @param neighbors mean of it over the combinations one step away
     * @param outOfSample the objective out of sample; empty without a split
     * @param rows the table's row of each cell; −1 where none was run
     */
    public record Matrices(
            MatrixChart.Content inSample,
            MatrixChart.Content neighbors,
            Optional<MatrixChart.Content> outOfSample,
            List<Integer> rows) {

        /** Copies the list. */
        public Matrices {
            rows = List.copyOf(rows);
        }
    }
}
