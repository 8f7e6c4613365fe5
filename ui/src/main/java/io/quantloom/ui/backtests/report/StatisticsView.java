package io.quantloom.ui.backtests.report;

import io.quantloom.ui.backtests.analysis.AnalysisViewModel;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.table.Columns;
import io.quantloom.ui.table.Tables;
import io.quantloom.ui.text.Texts;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Parent;

/** The whole table of statistics, each with its formula. */
public final class StatisticsView {

    private final Texts texts = Texts.of("backtests");
    private final ObservableList<BacktestReport.StatisticRow> statistics = FXCollections.observableArrayList();
    private final Panel root;

    /** Builds the region over its view models. */
    public StatisticsView(BacktestReportViewModel report, AnalysisViewModel analysis) {
        root = new Panel(
                        texts.get("statistics"),
                        Tables.of(
                                "backtests-statistics",
                                texts.get("statistics"),
                                statistics,
                                List.of(
                                        Columns.text(
                                                texts.get("column.statistic"), 150, BacktestReport.StatisticRow::label),
                                        Columns.node(
                                                texts.get("column.value"),
                                                96,
                                                Pos.CENTER_RIGHT,
                                                row -> Icons.text(row.value()),
                                                BacktestReport.StatisticRow::value),
                                        Columns.figureText(
                                                texts.get("column.interval"),
                                                140,
                                                row -> interval(analysis, row.key())),
                                        Columns.text(
                                                texts.get("column.key"), 180, BacktestReport.StatisticRow::key, "mono"),
                                        Columns.text(
                                                texts.get("column.formula"),
                                                360,
                                                BacktestReport.StatisticRow::formula,
                                                "muted"),
                                        Columns.text(
                                                texts.get("column.note"),
                                                240,
                                                BacktestReport.StatisticRow::note,
                                                "muted"))))
                .note(texts.get("statistics.note"));
        report.stateProperty()
                .subscribe(state -> statistics.setAll(
                        state.shown().map(BacktestReport::statistics).orElse(List.of())));
        // The same rows again: their intervals came with the analysis.
        analysis.stateProperty().subscribe(_ -> statistics.setAll(List.copyOf(statistics)));
    }

    private static String interval(AnalysisViewModel analysis, String key) {
        return analysis.stateProperty()
                .get()
                .shown()
                .map(shown -> shown.intervals().getOrDefault(key, ""))
                .orElse("");
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }
}
