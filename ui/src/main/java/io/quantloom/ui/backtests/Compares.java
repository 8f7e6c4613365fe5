package io.quantloom.ui.backtests;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Partial;
import io.quantloom.engine.experiment.RunComparison;
import io.quantloom.engine.experiment.RunQuery.Field;
import io.quantloom.engine.performance.Statistic;
import io.quantloom.ui.backtests.CompareContent.Column;
import io.quantloom.ui.chart.ChartLine;
import io.quantloom.ui.chart.EquityChart;
import io.quantloom.ui.curve.Curve;
import io.quantloom.ui.curve.Curves;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.statistic.ComparedRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Puts the open backtest beside others. Pure functions. */
final class Compares {

    private Compares() {}

    /** Returns the comparison; backtests that have no bar in common with the open one are left out and told. */
    static Partial<CompareContent> of(
            List<Column> columns, List<BacktestResult> results, RunComparison runs, List<Failure> failures) {
        var told = new ArrayList<>(failures);
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            curves.add(Curve.ofAccount(columns.get(i).name(), results.get(i).equity()));
        }
        long start = curves.stream()
                .filter(curve -> curve.size() > 0)
                .mapToLong(curve -> curve.time(0))
                .max()
                .orElse(0);
        List<Curve> growth = new ArrayList<>();
        List<Column> drawn = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Optional<Curve> since = curves.get(i).growthSince(start);
            if (since.isPresent()) {
                growth.add(since.get());
                drawn.add(columns.get(i));
            } else {
                told.add(Failure.of(
                        Failure.Reason.NOT_APPLICABLE,
                        "bars in common with the other backtests",
                        columns.get(i).name() + " ends before " + Formats.day(start),
                        "",
                        "compare it with backtests of its own time"));
            }
        }
        return new Partial<>(
                new CompareContent(
                        columns, equity(drawn, growth, results), start == 0 ? "" : Formats.day(start), rows(runs)),
                told);
    }

    private static EquityChart.Content equity(List<Column> columns, List<Curve> growth, List<BacktestResult> results) {
        Curves curves = Curves.align(growth);
        String key = columns.stream().map(Column::id).collect(Collectors.joining(" "));
        String synthetic = results.stream()
                .flatMap(result -> result.synthetic().stream())
                .findFirst()
                .orElse("");
        var content = EquityChart.Content.of(key, curves.times(), synthetic);
        for (int i = 0; i < columns.size(); i++) {
            content = content.withLine(
                    ChartLine.of(columns.get(i).name(), columns.get(i).token(), curves.values(i)));
        }
        // Two different borders in one chart would say nothing.
        List<OptionalLong> splits =
                results.stream().map(BacktestResult::outOfSampleFrom).distinct().toList();
        return splits.size() == 1 && splits.getFirst().isPresent()
                ? content.withOutOfSampleFrom(
                        curves.firstAtOrAfter(splits.getFirst().getAsLong()))
                : content;
    }

    /** Params as they come, then statistics as the table has them: what a person looks for stands on top. */
    private static List<ComparedRow> rows(RunComparison runs) {
        return runs.rows().stream()
                .sorted(Comparator.comparing((RunComparison.Row row) -> !row.differs())
                        .thenComparingInt(row -> row.field() == Field.PARAM ? 0 : row.field() == Field.METRIC ? 1 : 2)
                        .thenComparingInt(Compares::place))
                .map(ComparedRow::of)
                .toList();
    }

    private static int place(RunComparison.Row row) {
        return row.field() == Field.METRIC
                ? Statistic.ofKey(row.key()).map(Enum::ordinal).orElse(Integer.MAX_VALUE)
                : 0;
    }
}
