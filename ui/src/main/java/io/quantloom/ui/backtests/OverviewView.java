package io.quantloom.ui.backtests;

import io.quantloom.ui.backtests.report.BacktestReport;
import io.quantloom.ui.backtests.report.BacktestReportViewModel;
import io.quantloom.ui.backtests.trade.TradeChartView;
import io.quantloom.ui.backtests.trade.TradeListView;
import io.quantloom.ui.backtests.trade.TradesViewModel;
import io.quantloom.ui.chart.EquityChart;
import io.quantloom.ui.chart.figure.HeatMap;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.Segments;
import io.quantloom.ui.control.Splits;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.text.Texts;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A backtest at a glance: equity with its out-of-sample part, months, what to doubt, trades and one of them on the price. */
public final class OverviewView {

    private static final double SIDE_WIDTH = 468;
    private static final double MONTHS_HEIGHT = 152;
    // So many rows find room there.
    private static final int YEARS = 4;

    private final Texts texts = Texts.of("backtests");
    private final EquityChart equity = new EquityChart(true);
    private final HeatMap months = new HeatMap();
    private final StringProperty monthsNote = new SimpleStringProperty("");
    private final SplitPane root;

    /**
     * Builds the region over its view models.
     *
     * @param findings what to doubt, to place below the months
     * @param openTrades opens the side with everything about single trades
     */
    public OverviewView(
            BacktestReportViewModel report,
            TradesViewModel trades,
            TradeChartView chart,
            Panel findings,
            Runnable openTrades,
            ViewMemory memory) {
        HBox upper = new HBox(8, equity(report), side(findings));
        upper.setMinSize(0, 0);
        Node more = Icons.link("backtests-more-trades", texts.get("trades.more"), openTrades);
        SplitPane lower = Splits.horizontal(
                memory,
                "backtests.lower",
                0.66,
                new TradeListView("backtests-trades", trades, false, more).root(),
                chart.root());
        root = Splits.vertical(memory, "backtests.equity", 0.56, upper, lower);
        report.stateProperty().subscribe(state -> state.shown().ifPresent(this::show));
        report.logarithmicProperty().subscribe(equity::logarithmic);
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private void show(BacktestReport report) {
        equity.show(report.equity());
        months.show(report.months());
        monthsNote.set(texts.get(report.months().years() > YEARS ? "months.note.newest" : "months.note"));
    }

    private Node equity(BacktestReportViewModel report) {
        Segments<Boolean> scale = new Segments<>(
                "backtests-scale",
                FXCollections.observableArrayList(false, true),
                log -> texts.get(log ? "scale.log" : "scale.linear"),
                report.logarithmicProperty());
        scale.getStyleClass().add("small-segments");
        return new Panel(texts.get("equity"), equity.root())
                .note(report.stateProperty()
                        .map(state ->
                                state.shown().map(shown -> shown.head().range()).orElse("")))
                .actions(scale)
                .grow();
    }

    private Node side(Panel findings) {
        VBox monthBody = Icons.styled(new VBox(months), "panel-body");
        VBox.setVgrow(months, Priority.ALWAYS);
        VBox box = new VBox(
                8, new Panel(texts.get("months"), monthBody).note(monthsNote).high(MONTHS_HEIGHT), findings.grow());
        box.setMinWidth(SIDE_WIDTH);
        box.setPrefWidth(SIDE_WIDTH);
        return box;
    }
}
