package io.quantloom.ui.backtests.trade;

import io.quantloom.ui.backtests.report.TradeRow;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.table.Columns;
import io.quantloom.ui.table.Tables;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The trades as a table; what is selected in it is selected everywhere. */
public final class TradeListView {

    private final Texts texts = Texts.of("backtests");
    private final Panel root;

    /**
     * Builds the region over its view model.
     *
     * @param id of the table
     * @param isWide whether there is room for every column; else prices stay away, which the chart beside it marks
     * @param actions at the right end of the header
     */
    public TradeListView(String id, TradesViewModel trades, boolean isWide, Node... actions) {
        TableView<TradeRow> table = Tables.of(id, texts.get("trades"), trades.rows(), columns(isWide));
        Tables.bindSelection(table, trades.selectedProperty());
        root = new Panel(texts.get("trades"), table)
                .note(trades.countsProperty())
                .actions(actions);
    }

    /** {@return the node to place} */
    public Panel root() {
        return root;
    }

    private List<TableColumn<TradeRow, TradeRow>> columns(boolean isWide) {
        var made = new ArrayList<TableColumn<TradeRow, TradeRow>>();
        made.add(Columns.number("#", 56, TradeRow::number, value -> String.valueOf((int) value)));
        made.add(Columns.toned(
                texts.get("column.side"),
                68,
                trade -> texts.get(trade.isLong() ? "side.long" : "side.short"),
                _ -> Tone.NEUTRAL));
        made.add(Columns.time(texts.get("column.entry"), 130, TradeRow::entryTime));
        if (isWide) {
            made.add(Columns.number(texts.get("column.in"), 60, TradeRow::entryPrice, Formats::price));
            made.add(Columns.time(texts.get("column.exit"), 130, TradeRow::exitTime));
            made.add(Columns.number(texts.get("column.out"), 60, TradeRow::exitPrice, Formats::price));
        }
        made.add(Columns.number(texts.get("column.bars"), 46, TradeRow::bars, value -> Formats.decimal(value, 0)));
        if (isWide) {
            made.add(
                    Columns.number(texts.get("column.units"), 74, TradeRow::units, value -> Formats.decimal(value, 2)));
            made.add(Columns.number(texts.get("column.fees"), 62, TradeRow::fees, value -> Formats.decimal(value, 2)));
        }
        made.add(Columns.signed(
                texts.get("column.return"), 74, TradeRow::returnFraction, value -> Formats.percent(value, 2)));
        made.add(Columns.signed(texts.get("column.pnl"), 70, TradeRow::pnl, value -> Formats.signed(value, 0)));
        made.add(Columns.number(texts.get("column.mae"), 68, TradeRow::mae, value -> Formats.percent(value, 1)));
        made.add(Columns.number(texts.get("column.mfe"), 72, TradeRow::mfe, value -> Formats.percent(value, 1)));
        made.add(Columns.text(texts.get("column.reason"), 84, TradeRow::reason, "muted"));
        return made;
    }
}
