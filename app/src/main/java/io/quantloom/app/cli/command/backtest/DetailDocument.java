package io.quantloom.app.cli.command.backtest;

import io.quantloom.app.cli.command.Documents;
import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.output.JsonWriter;
import io.quantloom.app.cli.output.TextTable;
import io.quantloom.engine.backtest.BacktestDetail;
import io.quantloom.engine.backtest.PortfolioReport;
import io.quantloom.engine.backtest.TeachingReport;
import io.quantloom.engine.backtest.WalkForwardReport;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.OptionalDouble;

/** The forms of what a backtest of its kind tells beside the rest (contracts.md, Commands). */
final class DetailDocument {

    private DetailDocument() {}

    /** Adds the detail to the document of {@code backtest run}, under a key for its kind. */
    static void add(JsonObject document, BacktestDetail detail) {
        switch (detail) {
            case TeachingReport report -> document.put("teaching", teaching(report));
            case WalkForwardReport report -> document.put("walk_forward", walkForward(report));
            case PortfolioReport report -> document.put("portfolio", portfolio(report));
        }
    }

    /** For people. */
    static void print(BacktestDetail detail, PrintWriter out) {
        switch (detail) {
            case TeachingReport report -> printTeaching(report, out);
            case WalkForwardReport report -> printWalkForward(report, out);
            case PortfolioReport report -> printPortfolio(report, out);
        }
    }

    private static JsonObject teaching(TeachingReport report) {
        return JsonObject.empty()
                .put("accounting", report.accounting())
                .put("warning", TeachingReport.WARNING)
                .put("steps", report.steps().stream().map(DetailDocument::step).toList());
    }

    private static JsonObject step(TeachingReport.Step step) {
        return JsonObject.empty()
                .put("name", step.name())
                .put("mends", step.mends())
                .put("total_return", number(step.totalReturn()))
                .put("sharpe_ratio", number(step.sharpeRatio()))
                .put("max_drawdown", number(step.maxDrawdown()))
                .put("win_rate", number(step.winRate()));
    }

    private static void printTeaching(TeachingReport report, PrintWriter out) {
        out.println();
        out.println("Accounting of " + report.accounting() + ". " + TeachingReport.WARNING);
        var table = TextTable.of("step", "total_return", "sharpe_ratio", "max_drawdown", "win_rate", "mends");
        for (TeachingReport.Step step : report.steps()) {
            table.row(
                    step.name(),
                    TextTable.number(number(step.totalReturn())),
                    TextTable.number(number(step.sharpeRatio())),
                    TextTable.number(number(step.maxDrawdown())),
                    TextTable.number(number(step.winRate())),
                    step.mends());
        }
        table.print(out, "");
        out.println();
    }

    private static JsonObject walkForward(WalkForwardReport report) {
        return JsonObject.empty()
                .put("objective", report.objective())
                .put("candidates", report.candidates())
                .put("impossible", report.impossible())
                .put(
                        "windows",
                        report.windows().stream().map(DetailDocument::window).toList());
    }

    private static JsonObject window(WalkForwardReport.Window window) {
        return JsonObject.empty()
                .put("train_from", Instant.ofEpochMilli(window.trainFrom()))
                .put("test_from", Instant.ofEpochMilli(window.testFrom()))
                .put("test_to", Instant.ofEpochMilli(window.testTo()))
                .put("chosen", Documents.texts(window.chosen()))
                .put("in_sample", number(window.inSample()))
                .put("sharpe_ratio", number(window.sharpeRatio()))
                .put("total_return", number(window.totalReturn()))
                .put("trades", window.trades());
    }

    private static void printWalkForward(WalkForwardReport report, PrintWriter out) {
        out.println();
        out.println("Chosen on each training window by " + report.objective() + " from " + report.candidates()
                + " candidates; all figures above are of the stitched test windows.");
        var table = TextTable.of("test from", "test to", "chosen", "in sample", "sharpe_ratio", "return", "trades");
        for (WalkForwardReport.Window window : report.windows()) {
            table.row(
                    JsonWriter.time(Instant.ofEpochMilli(window.testFrom())),
                    JsonWriter.time(Instant.ofEpochMilli(window.testTo())),
                    window.chosen().isEmpty() ? "none, flat" : window.chosen().toString(),
                    TextTable.number(number(window.inSample())),
                    TextTable.number(number(window.sharpeRatio())),
                    TextTable.number(number(window.totalReturn())),
                    window.trades());
        }
        table.print(out, "");
        out.println();
    }

    private static JsonObject portfolio(PortfolioReport report) {
        return JsonObject.empty()
                .put("carry", report.carry())
                .put("parts", report.parts().stream().map(DetailDocument::part).toList());
    }

    private static JsonObject part(PortfolioReport.Part part) {
        return JsonObject.empty()
                .put("symbol", part.symbol().name())
                .put("weight", part.weight())
                .put("profit", part.profit())
                .put("contribution", part.contribution())
                .put("fees", part.fees())
                .put(
                        "trades",
                        part.trades().stream().map(BacktestDocument::trade).toList())
                .put("fills", part.fills().stream().map(BacktestDocument::fill).toList());
    }

    private static void printPortfolio(PortfolioReport report, PrintWriter out) {
        out.println();
        var table = TextTable.of("symbol", "weight", "contribution", "profit", "fees", "trades", "fills");
        for (PortfolioReport.Part part : report.parts()) {
            table.row(
                    part.symbol().name(),
                    TextTable.number(number(part.weight())),
                    TextTable.number(number(part.contribution())),
                    TextTable.number(number(part.profit())),
                    TextTable.number(number(part.fees())),
                    part.trades().size(),
                    part.fills().size());
        }
        table.print(out, "");
        out.println();
    }

    private static OptionalDouble number(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
