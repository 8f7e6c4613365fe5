package io.quantloom.engine.report;

import io.quantloom.engine.backtest.BacktestDetail;
import io.quantloom.engine.backtest.PortfolioReport;
import io.quantloom.engine.backtest.TeachingReport;
import io.quantloom.engine.backtest.WalkForwardReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a backtest of its kind tells beside the rest, as a table of words. Immutable.
 *
 * @param title in a word or two
 * @param note what to know before reading it
 * @param columns heads
 * @param rows a cell for each head
 * @param figuresFrom the first column of figures, which stand at the right
 * @param figuresTo the first column after them
 */
public record DetailTable(
        String title, String note, List<String> columns, List<List<String>> rows, int figuresFrom, int figuresTo) {

    /** Copies the lists. */
    public DetailTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Returns the detail as a table. */
    public static DetailTable of(BacktestDetail detail) {
        return switch (detail) {
            case TeachingReport report -> teaching(report);
            case WalkForwardReport report -> walkForward(report);
            case PortfolioReport report -> portfolio(report);
        };
    }

    private static DetailTable teaching(TeachingReport report) {
        var rows = new ArrayList<List<String>>();
        for (TeachingReport.Step step : report.steps()) {
            rows.add(List.of(
                    step.name(),
                    ReportNumbers.percent(step.totalReturn(), 1),
                    ReportNumbers.decimal(step.sharpeRatio(), 2),
                    ReportNumbers.share(-step.maxDrawdown(), 1),
                    ReportNumbers.share(step.winRate(), 1),
                    step.mends()));
        }
        return new DetailTable(
                "Accounting",
                report.accounting() + ". " + TeachingReport.WARNING,
                List.of("Step", "Return", "Sharpe", "Max drawdown", "Win rate", "What it mends"),
                rows,
                1,
                5);
    }

    private static DetailTable walkForward(WalkForwardReport report) {
        var rows = new ArrayList<List<String>>();
        for (WalkForwardReport.Window window : report.windows()) {
            rows.add(List.of(
                    ReportNumbers.day(window.trainFrom()),
                    ReportNumbers.day(window.testFrom()),
                    ReportNumbers.day(window.testTo()),
                    ReportNumbers.decimal(window.inSample(), 2),
                    ReportNumbers.decimal(window.sharpeRatio(), 2),
                    ReportNumbers.percent(window.totalReturn(), 1),
                    Integer.toString(window.trades()),
                    chosen(window.chosen())));
        }
        return new DetailTable(
                "Windows",
                "the best of " + report.candidates() + " by " + report.objective()
                        + " in training is traded on the test window that follows; the curve is stitched from these",
                List.of(
                        "Training from",
                        "Test from",
                        "to",
                        report.objective() + ", in training",
                        "Sharpe, in test",
                        "Return, in test",
                        "Trades",
                        "Chosen"),
                rows,
                3,
                7);
    }

    private static DetailTable portfolio(PortfolioReport report) {
        var rows = new ArrayList<List<String>>();
        for (PortfolioReport.Part part : report.parts()) {
            rows.add(List.of(
                    part.symbol().name(),
                    ReportNumbers.share(part.weight(), 1),
                    ReportNumbers.percent(part.contribution(), 1),
                    ReportNumbers.signed(part.profit(), 2),
                    ReportNumbers.decimal(part.fees(), 2),
                    Integer.toString(part.trades().size())));
        }
        return new DetailTable(
                "Instruments",
                "contribution = profit / starting cash, after fees, before funding and borrowing of "
                        + ReportNumbers.decimal(report.carry(), 2) + " in all",
                List.of("Instrument", "Share of equity at the end", "Contribution", "Profit", "Fees", "Trades"),
                rows,
                1,
                6);
    }

    private static String chosen(Map<String, String> parameters) {
        return parameters.isEmpty()
                ? "none, flat"
                : parameters.entrySet().stream()
                        .map(entry ->
                                entry.getKey().substring(entry.getKey().lastIndexOf('.') + 1) + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }
}
