package io.quantloom.ui.backtests.trade;

import io.quantloom.ui.control.Splits;
import io.quantloom.ui.control.ViewMemory;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;

/** Everything about single trades: the dots and the prices above, the table and the distribution below. */
public final class TradesView {

    private final SplitPane root;

    /** Builds the region over its view model. */
    public TradesView(TradesViewModel trades, TradeChartView chart, ViewMemory memory) {
        TradeScatterView dots = new TradeScatterView(trades);
        SplitPane prices = Splits.horizontal(memory, "backtests.prices", 0.6, chart.root(), dots.distribution());
        SplitPane above = Splits.horizontal(memory, "backtests.dots", 0.4, dots.scatter(), prices);
        root = Splits.vertical(
                memory, "backtests.trade", 0.54, above, new TradeListView("backtests-all-trades", trades, true).root());
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }
}
