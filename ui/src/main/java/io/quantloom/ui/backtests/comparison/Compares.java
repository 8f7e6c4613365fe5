package io.quantloom.ui.backtests.comparison;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.base.Partial;
import io.quantloom.engine.experiment.RunComparison;
import io.quantloom.engine.experiment.RunQuery.Field;
import io.quantloom.engine.performance.EquityCurve;
import io.quantloom.engine.performance.Statistic;
import io.quantloom.engine.report.BacktestComparison;
import io.quantloom.ui.backtests.comparison.CompareContent.Column;
import io.quantloom.ui.chart.EquityChart;
import io.quantloom.ui.chart.layer.ChartLine;
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

/** Makes a comparison of backtests ready to show. Pure functions. */
final class Compares {

    private Compares() {}

    /** Returns the comparison; backtests that have no bar in common with the others are told. */
    static Partial<CompareContent> of(List<Column> columns, BacktestComparison comparison) {
        String from =
                comparison.from().isPresent() ? Formats.day(comparison.from().getAsLong()) : "";
        return new Partial<>(
                new CompareContent(columns, equity(columns, comparison), from, rows(comparison.runs())),
                comparison.missing());
    }

    private static EquityChart.Content equity(List<Column> columns, BacktestComparison comparison) {
        List<Curve> growth = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            EquityCurve curve = comparison.growth().get(i);
            growth.add(Curve.ofAccount(columns.get(i).name(), curve));
        }
        Curves curves = Curves.align(growth);
        String key = columns.stream().map(Column::id).collect(Collectors.joining(" "));
        String synthetic = comparison.results().stream()
                .flatMap(result -> result.synthetic().stream())
                .findFirst()
                .orElse("");
        var content = EquityChart.Content.of(key, curves.times(), synthetic);
        for (int i = 1; i < columns.size(); i++) {
            // Nameless: the legend has room for figures, the head of the table says which color is which.
            content = content.withLine(ChartLine.of("", columns.get(i).token(), curves.values(i)));
        }
        content = content.withSubject("", curves.values(0));
        // Two different borders in one chart would say nothing.
        List<OptionalLong> splits = comparison.results().stream()
                .map(BacktestResult::outOfSampleFrom)
                .distinct()
                .toList();
        return splits.size() == 1 && splits.getFirst().isPresent()
                ? content.withOutOfSampleFrom(
                        curves.firstAtOrAfter(splits.getFirst().getAsLong()))
                : content;
    }

    /**
     * Params that all have, then statistics as their table has them, then params of one kind of strategy alone: what a
     * person looks for stands on top.
     */
    private static List<ComparedRow> rows(RunComparison runs) {
        return runs.rows().stream()
                .sorted(Comparator.comparing((RunComparison.Row row) -> !row.differs())
                        .thenComparingInt(row -> group(row))
                        .thenComparingInt(Compares::place))
                .map(ComparedRow::of)
                .toList();
    }

    private static int group(RunComparison.Row row) {
        return switch (row.field()) {
            case PARAM -> row.values().stream().allMatch(Optional::isPresent) ? 0 : 2;
            case METRIC -> 1;
            default -> 3;
        };
    }

    private static int place(RunComparison.Row row) {
        return row.field() == Field.METRIC
                ? Statistic.ofKey(row.key()).map(Enum::ordinal).orElse(Integer.MAX_VALUE)
                : 0;
    }
}
