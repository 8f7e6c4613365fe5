package io.quantloom.ui.backtests;

import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.table.Columns;
import io.quantloom.ui.table.Tables;
import io.quantloom.ui.text.Texts;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Parent;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The trades as a table, and the whole table of statistics beside it. */
public final class TradeListView {

    private final Texts texts = Texts.of("backtests");
    private final ObservableList<BacktestReport.StatisticRow> statistics = FXCollections.observableArrayList();
    private final VBox root;

    /** Builds the region over its view models. */
    public TradeListView(TradesViewModel trades, BacktestReportViewModel report) {
        Tab tradesTab = tab("backtests-tab-trades", texts.get("trades"), tradeTable(trades));
        tradesTab.textProperty().bind(trades.countsProperty().map(text -> text.isEmpty() ? texts.get("trades") : text));
        TabPane tabs =
                new TabPane(tradesTab, tab("backtests-tab-statistics", texts.get("statistics"), statisticTable()));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setMinSize(0, 0);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        root = Icons.styled(new VBox(tabs), "panel");
        root.setMinSize(0, 0);
        report.stateProperty()
                .subscribe(state -> statistics.setAll(
                        state.shown().map(BacktestReport::statistics).orElse(List.of())));
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private static Tab tab(String id, String text, TableView<?> table) {
        Tab tab = new Tab(text, table);
        tab.setId(id);
        return tab;
    }

    private TableView<TradeRow> tradeTable(TradesViewModel trades) {
        TableView<TradeRow> table = Tables.of(
                "backtests-trades",
                texts.get("trades"),
                trades.rows(),
                List.of(
                        Columns.number("#", 40, TradeRow::number, value -> Formats.decimal(value, 0)),
                        Columns.toned(
                                texts.get("column.side"),
                                68,
                                trade -> texts.get(trade.isLong() ? "side.long" : "side.short"),
                                _ -> Tone.NEUTRAL),
                        Columns.time(texts.get("column.entry"), 130, TradeRow::entryTime),
                        Columns.number(texts.get("column.in"), 62, TradeRow::entryPrice, Formats::price),
                        Columns.number(texts.get("column.out"), 62, TradeRow::exitPrice, Formats::price),
                        Columns.number(
                                texts.get("column.bars"), 42, TradeRow::bars, value -> Formats.decimal(value, 0)),
                        Columns.signed(
                                texts.get("column.return"),
                                74,
                                TradeRow::returnFraction,
                                value -> Formats.percent(value, 2)),
                        Columns.signed(texts.get("column.pnl"), 72, TradeRow::pnl, value -> Formats.signed(value, 0)),
                        Columns.number(texts.get("column.mae"), 58, TradeRow::mae, value -> Formats.percent(value, 1)),
                        Columns.number(texts.get("column.mfe"), 66, TradeRow::mfe, value -> Formats.percent(value, 1)),
                        Columns.text(texts.get("column.reason"), 84, TradeRow::reason, "muted")));
        Tables.bindSelection(table, trades.selectedProperty());
        return table;
    }

    private TableView<BacktestReport.StatisticRow> statisticTable() {
        return Tables.of(
                "backtests-statistics",
                texts.get("statistics"),
                statistics,
                List.of(
                        Columns.text(texts.get("column.statistic"), 150, BacktestReport.StatisticRow::label),
                        Columns.node(
                                texts.get("column.value"),
                                96,
                                javafx.geometry.Pos.CENTER_RIGHT,
                                row -> Icons.text(row.value()),
                                BacktestReport.StatisticRow::value),
                        Columns.text(texts.get("column.formula"), 330, BacktestReport.StatisticRow::formula, "muted"),
                        Columns.text(texts.get("column.note"), 200, BacktestReport.StatisticRow::note, "muted")));
    }
}
