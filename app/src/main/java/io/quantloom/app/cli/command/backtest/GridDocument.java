package io.quantloom.app.cli.command.backtest;

import io.quantloom.app.cli.command.Documents;
import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.output.JsonWriter;
import io.quantloom.app.cli.output.TextTable;
import io.quantloom.engine.backtest.fast.FastStatistics;
import io.quantloom.engine.backtest.grid.GridAxis;
import io.quantloom.engine.backtest.grid.GridResult;
import io.quantloom.engine.backtest.grid.GridTable;
import io.quantloom.engine.performance.Statistic;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The forms of a grid (contracts.md, Commands). */
final class GridDocument {

    private GridDocument() {}

    /** The document of {@code backtest grid}. */
    static JsonObject of(GridResult result, int top) {
        GridTable table = result.table();
        return JsonObject.empty()
                .put("run", result.run().map(run -> run.value()))
                .put("title", result.title())
                .put("series", result.series().toString())
                .put("synthetic", result.synthetic())
                .put("objective", result.objective().key())
                .put("combinations", table.size())
                .put("skipped", result.skipped())
                .put("skipped_because", result.skippedBecause())
                .put("by_kernel", table.kernelRows())
                .put("seconds", result.seconds())
                .put("out_of_sample_from", outOfSampleFrom(result))
                .put("deflated_sharpe", result.deflatedSharpe())
                .put("certificate", BacktestDocument.certificate(result.certificate()))
                .put("best", rows(result, result.best(top)))
                .put("most_robust", rows(result, result.mostRobust(top)));
    }

    /** For people. */
    static void print(GridResult result, int top, PrintWriter out) {
        out.println(result.title() + " on " + result.series());
        result.synthetic().ifPresent(why -> out.println("Synthetic, not real prices: " + why));
        print(result, "best by " + result.objective().key(), result.best(top), out);
        print(result, "best by the mean of the neighborhood", result.mostRobust(Math.min(3, top)), out);
        out.println(result.table().size() + " combinations in " + TextTable.number(result.seconds()) + " s, "
                + result.skipped() + " skipped, " + result.table().kernelRows() + " by the kernel"
                + result.run().map(run -> ", run " + run).orElse(""));
        result.skippedBecause().ifPresent(why -> out.println("The first that was skipped: " + why));
        result.deflatedSharpe()
                .ifPresent(value -> out.println("deflated_sharpe of the best: " + TextTable.number(value)));
        out.println("The best one on the fast path: " + result.certificate().reason());
    }

    private static void print(GridResult result, String title, List<Integer> rows, PrintWriter out) {
        out.println();
        out.println(title
                + outOfSampleFrom(result)
                        .map(from -> ", out of sample from " + JsonWriter.time(from))
                        .orElse(""));
        List<String> header = new ArrayList<>();
        result.table().axes().stream().map(GridAxis::key).forEach(header::add);
        String objective = result.objective().key();
        header.addAll(List.of(objective, "neighborhood", "total_return", "max_drawdown", "trades"));
        if (result.table().isSplit()) {
            header.addAll(List.of(objective + " outside", "total_return outside"));
        }
        TextTable table = TextTable.of(header.toArray(String[]::new));
        rows.forEach(row -> table.row(cells(result, row)));
        table.print(out, "");
    }

    private static Object[] cells(GridResult result, int row) {
        GridTable table = result.table();
        List<Object> cells = new ArrayList<>(table.parameters(row).values());
        cells.add(TextTable.number(table.inSample(result.objective(), row)));
        cells.add(TextTable.number(table.neighborhood(row)));
        for (Statistic statistic : List.of(Statistic.TOTAL_RETURN, Statistic.MAX_DRAWDOWN, Statistic.TRADES)) {
            cells.add(TextTable.number(table.inSample(statistic, row)));
        }
        if (table.isSplit()) {
            cells.add(TextTable.number(table.outOfSample(result.objective(), row)));
            cells.add(TextTable.number(table.outOfSample(Statistic.TOTAL_RETURN, row)));
        }
        return cells.toArray();
    }

    private static List<JsonObject> rows(GridResult result, List<Integer> rows) {
        GridTable table = result.table();
        return rows.stream()
                .map(row -> JsonObject.empty()
                        .put("params", Documents.texts(table.parameters(row)))
                        .put("objective", table.inSample(result.objective(), row))
                        .put("neighborhood", table.neighborhood(row))
                        .put("path", table.isFast(row) ? "fast" : "kernel")
                        .put("in_sample", statistics(statistic -> table.inSample(statistic, row)))
                        .put(
                                "out_of_sample",
                                table.isSplit() ? statistics(statistic -> table.outOfSample(statistic, row)) : null))
                .toList();
    }

    private static JsonObject statistics(Function<Statistic, OptionalDouble> values) {
        Map<String, OptionalDouble> byKey = new LinkedHashMap<>();
        FastStatistics.COLUMNS.forEach(statistic -> byKey.put(statistic.key(), values.apply(statistic)));
        return Documents.statistics(byKey);
    }

    private static Optional<Instant> outOfSampleFrom(GridResult result) {
        return result.outOfSampleFrom().isPresent()
                ? Optional.of(Instant.ofEpochMilli(result.outOfSampleFrom().getAsLong()))
                : Optional.empty();
    }
}
