package io.quantloom.ui.backtests;

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

    /** Builds the region over its view model. */
    public StatisticsView(BacktestReportViewModel report) {
        root = new Panel(
                        texts.get("statistics"),
                        Tables.of(
                                "backtests-statistics",
                                texts.get("statistics"),
                                statistics,
                                List.of(
                                        Columns.text(
                                                texts.get("column.statistic"), 170, BacktestReport.StatisticRow::label),
                                        Columns.node(
                                                texts.get("column.value"),
                                                110,
                                                Pos.CENTER_RIGHT,
                                                row -> Icons.text(row.value()),
                                                BacktestReport.StatisticRow::value),
                                        Columns.text(
                                                texts.get("column.key"),
                                                190,
                                                BacktestReport.StatisticRow::key,
                                                "mono"),
                                        Columns.text(
                                                texts.get("column.formula"),
                                                430,
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
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }
}
