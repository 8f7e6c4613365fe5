package io.quantloom.ui.backtests.report;

import io.quantloom.ui.chart.EquityChart;
import io.quantloom.ui.chart.figure.MonthlyReturns;
import io.quantloom.ui.chart.layer.ChartBars;
import io.quantloom.ui.control.StatTile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One recorded backtest, ready to show. Made away from the JavaFX thread. Immutable.
 *
 * @param head what it is
 * @param figures the strip at the top
 * @param statistics the whole table, in its order
 * @param equity equity and benchmark in money
 * @param months returns by month
 * @param trades in the order of their exits
 * @param bars the prices traded on; none when the store no longer has them
 * @param detail what a backtest of its kind tells beside the rest
 */
public record BacktestReport(
        Head head,
        List<Tile> figures,
        List<StatisticRow> statistics,
        EquityChart.Content equity,
        MonthlyReturns months,
        List<TradeRow> trades,
        ChartBars bars,
        Optional<Detail> detail) {

    /** Copies the lists. */
    public BacktestReport {
        figures = List.copyOf(figures);
        statistics = List.copyOf(statistics);
        trades = List.copyOf(trades);
    }

    /**
     * What the backtest is. Immutable.
     *
     * @param title for people
     * @param symbol the instrument
     * @param timeframe length of a bar
     * @param range first and last bar
     * @param synthetic why prices are not real; empty for real ones
     * @param certificate whether the fast path agrees; empty when nobody compared or it does not do this strategy
     * @param certified what was compared, or why not, in words
     */
    public record Head(
            String title,
            String symbol,
            String timeframe,
            String range,
            String synthetic,
            Optional<Boolean> certificate,
            String certified) {}

    /**
     * A table of words. Immutable.
     *
     * @param title in a word or two
     * @param note what to know before reading it
     * @param columns heads
     * @param rows a cell for each head
     * @param figuresFrom the first column of figures
     * @param figuresTo the first column after them
     */
    public record Detail(
            String title, String note, List<String> columns, List<List<String>> rows, int figuresFrom, int figuresTo) {

        /** Copies the lists. */
        public Detail {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * One figure of the strip. Immutable.
     *
     * @param key of its statistic
     * @param figure as it is without an analysis
     */
    public record Tile(String key, StatTile.Figure figure) {

        /** Returns the figure with its interval in place of the comparison, where there is one; the tooltip has both. */
        public StatTile.Figure with(Map<String, String> intervals) {
            String interval = intervals.getOrDefault(key, "");
            return interval.isEmpty()
                    ? figure
                    : new StatTile.Figure(
                            figure.name(),
                            figure.figure(),
                            figure.tone(),
                            interval,
                            figure.formula() + "\n" + interval + "\n" + figure.note());
        }
    }

    /**
     * One statistic. Immutable.
     *
     * @param label its name
     * @param key as it stands in the store
     * @param value ready to read
     * @param formula in one line
     * @param note why it is undefined, or which convention it used
     */
    public record StatisticRow(String label, String key, String value, String formula, String note) {}
}
