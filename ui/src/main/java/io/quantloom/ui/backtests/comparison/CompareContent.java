package io.quantloom.ui.backtests.comparison;

import io.quantloom.ui.chart.EquityChart;
import io.quantloom.ui.statistic.ComparedRow;
import java.util.List;

/**
 * The open backtest beside others. Immutable.
 *
 * @param columns the open one first, then the others as they were chosen
 * @param equity growth of each from the first bar that all of them have
 * @param from that bar, for people
 * @param rows what differs first: how they were run, then the statistics in their usual order
 */
public record CompareContent(List<Column> columns, EquityChart.Content equity, String from, List<ComparedRow> rows) {

    /** Copies the lists. */
    public CompareContent {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * One backtest of the comparison. Immutable.
     *
     * @param id of its run
     * @param name for people
     * @param token of its colour
     */
    public record Column(String id, String name, String token) {}

    /** {@return the number of rows that differ} */
    public int differences() {
        return (int) rows.stream().filter(ComparedRow::differs).count();
    }
}
