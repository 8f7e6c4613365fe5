package io.quantloom.ui.backtests.trade;

import io.quantloom.ui.backtests.report.BacktestReport;
import io.quantloom.ui.backtests.report.BacktestReportViewModel;
import io.quantloom.ui.backtests.report.TradeRow;
import io.quantloom.ui.chart.layer.ChartBars;
import io.quantloom.ui.chart.layer.Marker;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The trades of the open backtest: a table and a price chart that show the same one. */
public final class TradesViewModel {

    private static final Texts TEXTS = Texts.of("backtests");

    private final ObservableList<TradeRow> rows = FXCollections.observableArrayList();
    private final ObservableList<TradeRow> readOnlyRows = FXCollections.unmodifiableObservableList(rows);
    private final ObjectProperty<@Nullable TradeRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<ChartBars> bars = new ReadOnlyObjectWrapper<>(ChartBars.none());
    private final ReadOnlyObjectWrapper<List<Marker>> markers = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper("");

    /** Follows the report for as long as both live. */
    public TradesViewModel(BacktestReportViewModel report) {
        report.stateProperty().subscribe(this::show);
    }

    private void show(ScreenState<BacktestReport> state) {
        Optional<BacktestReport> report = state.shown();
        List<TradeRow> trades = report.map(BacktestReport::trades).orElse(List.of());
        selected.set(null);
        bars.set(report.map(BacktestReport::bars).orElseGet(ChartBars::none));
        markers.set(markers(trades, bars.get()));
        rows.setAll(trades.reversed());
        counts.set(report.isEmpty() ? "" : TEXTS.get("trades.counts", Formats.integer(trades.size())));
        if (!rows.isEmpty()) {
            selected.set(rows.getFirst());
        }
    }

    private static List<Marker> markers(List<TradeRow> trades, ChartBars bars) {
        var markers = new ArrayList<Marker>();
        for (TradeRow trade : trades) {
            if (trade.entryBar() >= 0 && trade.exitBar() >= 0) {
                markers.add(
                        trade.isLong()
                                ? new Marker(trade.entryBar(), bars.low(trade.entryBar()), Marker.Kind.LONG)
                                : new Marker(trade.entryBar(), bars.high(trade.entryBar()), Marker.Kind.SHORT));
                markers.add(new Marker(trade.exitBar(), trade.exitPrice(), Marker.Kind.EXIT));
            }
        }
        return List.copyOf(markers);
    }

    /** Selects the trade after the selected one in time, or the first. */
    public void next() {
        step(1);
    }

    /** Selects the trade before the selected one in time, or the last. */
    public void previous() {
        step(-1);
    }

    private void step(int trades) {
        TradeRow now = selected.get();
        if (rows.isEmpty()) {
            return;
        }
        int number = now == null ? (trades > 0 ? 1 : rows.size()) : now.number() + trades;
        int wanted = Math.clamp(number, 1, rows.size());
        // Newest first: trade 1 is the last row.
        selected.set(rows.get(rows.size() - wanted));
    }

    /** Selects the trade that was open at the bar, or else the nearest one. */
    public void selectAt(int bar) {
        rows.stream()
                .filter(trade -> trade.entryBar() >= 0)
                .min(java.util.Comparator.comparingInt(trade -> distance(trade, bar)))
                .ifPresent(selected::set);
    }

    private static int distance(TradeRow trade, int bar) {
        return Math.max(0, Math.max(trade.entryBar() - bar, bar - trade.exitBar()));
    }

    /** {@return the trades, newest first} */
    public ObservableList<TradeRow> rows() {
        return readOnlyRows;
    }

    /** {@return the trade looked at, null for none; two-way} */
    public ObjectProperty<@Nullable TradeRow> selectedProperty() {
        return selected;
    }

    /** {@return the prices traded on} */
    public ReadOnlyObjectProperty<ChartBars> barsProperty() {
        return bars.getReadOnlyProperty();
    }

    /** {@return entries and exits, for the price chart} */
    public ReadOnlyObjectProperty<List<Marker>> markersProperty() {
        return markers.getReadOnlyProperty();
    }

    /** {@return how many trades there are} */
    public ReadOnlyStringProperty countsProperty() {
        return counts.getReadOnlyProperty();
    }
}
