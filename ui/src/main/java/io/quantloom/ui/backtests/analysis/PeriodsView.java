package io.quantloom.ui.backtests.analysis;

import io.quantloom.ui.backtests.analysis.AnalysisContent.BenchmarkRow;
import io.quantloom.ui.backtests.analysis.AnalysisContent.DrawdownRow;
import io.quantloom.ui.chart.StackChart;
import io.quantloom.ui.chart.figure.HeatMap;
import io.quantloom.ui.chart.figure.MonthlyReturns;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.Splits;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.table.Columns;
import io.quantloom.ui.table.Tables;
import io.quantloom.ui.text.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The course of things: rolling Sharpe ratio and exposure, months and years, the falls, and what else moved. */
public final class PeriodsView {

    private static final double BENCHMARK_HEIGHT = 112;

    private final Texts texts = Texts.of("backtests");
    private final StackChart lines = new StackChart(List.of(
            new StackChart.Pane(texts.get("rolling.sharpe"), "accent", 0, value -> Formats.decimal(value, 2), 0.6),
            new StackChart.Pane(texts.get("rolling.exposure"), "s7", 0, value -> Formats.share(value, 0), 0.4)));
    private final HeatMap months = new HeatMap();
    private final ObservableList<DrawdownRow> drawdowns = FXCollections.observableArrayList();
    private final ObservableList<BenchmarkRow> benchmarks = FXCollections.observableArrayList();
    private final SplitPane root;

    /**
     * Builds the region over its view model.
     *
     * @param returns of months and years, which need no analysis
     */
    public PeriodsView(
            AnalysisViewModel viewModel, ObservableValue<Optional<MonthlyReturns>> returns, ViewMemory memory) {
        Node left = Splits.vertical(
                memory,
                "backtests.rolling",
                0.76,
                new Panel(texts.get("rolling"), AnalysisStates.of(viewModel, "rolling", lines.root()))
                        .note(viewModel
                                .stateProperty()
                                .map(state -> state.shown()
                                        .map(shown -> shown.periods().window())
                                        .orElse(""))),
                new Panel(texts.get("benchmarks"), AnalysisStates.quiet(viewModel, benchmarkTable()))
                        .note(texts.get("benchmarks.note")));
        Node right = Splits.vertical(
                memory,
                "backtests.months",
                0.42,
                AnalysisStates.padded(texts.get("months"), months).note(texts.get("months.years")),
                new Panel(texts.get("drawdowns"), AnalysisStates.quiet(viewModel, drawdownTable()))
                        .note(texts.get("drawdowns.note")));
        root = Splits.horizontal(memory, "backtests.periods", 0.54, left, right);
        viewModel.stateProperty().subscribe(state -> {
            drawdowns.setAll(
                    state.shown().map(shown -> shown.periods().drawdowns()).orElse(List.of()));
            benchmarks.setAll(
                    state.shown().map(shown -> shown.periods().benchmarks()).orElse(List.of()));
            state.shown().ifPresent(shown -> lines.show(shown.periods().lines()));
        });
        returns.subscribe(now -> now.ifPresent(months::show));
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private TableView<DrawdownRow> drawdownTable() {
        return Tables.of(
                "backtests-drawdowns",
                texts.get("drawdowns"),
                drawdowns,
                List.of(
                        Columns.number("#", 32, DrawdownRow::number, value -> Formats.decimal(value, 0)),
                        Columns.signed(
                                texts.get("drawdown.depth"),
                                72,
                                DrawdownRow::depth,
                                value -> Formats.percent(value, 1)),
                        day(texts.get("drawdown.start"), DrawdownRow::start),
                        day(texts.get("drawdown.trough"), DrawdownRow::trough),
                        Columns.text(texts.get("drawdown.recovery"), 92, DrawdownRow::recovery, "muted"),
                        Columns.number(
                                texts.get("drawdown.fall"),
                                72,
                                DrawdownRow::barsToTrough,
                                value -> Formats.decimal(value, 0)),
                        Columns.number(
                                texts.get("column.bars"), 52, DrawdownRow::bars, value -> Formats.decimal(value, 0))));
    }

    private static TableColumn<DrawdownRow, DrawdownRow> day(String name, ToLongFunction<DrawdownRow> millis) {
        TableColumn<DrawdownRow, DrawdownRow> column =
                Columns.text(name, 92, row -> Formats.day(millis.applyAsLong(row)), "muted");
        column.setComparator(Comparator.comparingLong(millis));
        return column;
    }

    private TableView<BenchmarkRow> benchmarkTable() {
        TableView<BenchmarkRow> table = Tables.of(
                "backtests-benchmarks",
                texts.get("benchmarks"),
                benchmarks,
                List.of(
                        Columns.text(texts.get("benchmark.name"), 218, BenchmarkRow::name),
                        Columns.signed(
                                texts.get("benchmark.return"),
                                92,
                                BenchmarkRow::totalReturn,
                                value -> Formats.percent(value, 1)),
                        Columns.number(
                                texts.get("benchmark.beta"),
                                62,
                                BenchmarkRow::beta,
                                value -> Formats.decimal(value, 2)),
                        Columns.signed(
                                texts.get("benchmark.alpha"),
                                96,
                                BenchmarkRow::alphaPerYear,
                                value -> Formats.percent(value, 1)),
                        Columns.number(
                                texts.get("benchmark.correlation"),
                                90,
                                BenchmarkRow::correlation,
                                value -> Formats.decimal(value, 2))));
        table.setMinHeight(0);
        table.setPrefHeight(BENCHMARK_HEIGHT);
        return table;
    }
}
