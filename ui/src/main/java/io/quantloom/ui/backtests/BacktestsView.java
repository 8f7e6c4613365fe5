package io.quantloom.ui.backtests;

import io.quantloom.ui.chart.EquityChart;
import io.quantloom.ui.chart.figure.HeatMap;
import io.quantloom.ui.chart.figure.Histogram;
import io.quantloom.ui.control.Chip;
import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.Segments;
import io.quantloom.ui.control.Splits;
import io.quantloom.ui.control.StatTile;
import io.quantloom.ui.control.StatePane;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.text.Texts;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The Backtests screen: figures, equity with its out-of-sample part, months, trades and the trades on the price. */
public final class BacktestsView {

    private static final double SIDE_WIDTH = 468;
    private static final double MONTHS_HEIGHT = 172;

    private final Texts texts = Texts.of("backtests");
    private final HBox strip = StatTile.strip(List.of());
    private final EquityChart equity = new EquityChart(true);
    private final HeatMap months = new HeatMap();
    private final Histogram distribution = new Histogram();
    private final Chip certificate = new Chip("", Tone.OK);
    private final TradeChartView tradeChart;
    private final HBox root;

    /** Builds the screen over its view models. */
    public BacktestsView(
            BacktestListViewModel list,
            BacktestReportViewModel report,
            TradesViewModel trades,
            ViewMemory memory,
            Runnable runBacktest) {
        tradeChart = new TradeChartView(trades);
        HBox upper = new HBox(8, equity(report), side());
        upper.setMinSize(0, 0);
        SplitPane lower = Splits.horizontal(
                memory, "backtests.lower", 0.66, new TradeListView(trades, report).root(), tradeChart.root());
        SplitPane split = Splits.vertical(memory, "backtests.equity", 0.56, upper, lower);
        VBox content = Icons.styled(new VBox(8, strip, split), "gap8");
        VBox.setVgrow(split, Priority.ALWAYS);
        StatePane<BacktestReport> one = new StatePane<>(
                report.stateProperty(),
                content,
                new EmptyState("bar-chart-2", texts.get("none.title"), texts.get("none.why")),
                report::load);
        EmptyState empty = new EmptyState(
                "bar-chart-2",
                texts.get("empty.title"),
                texts.get("empty.why"),
                Icons.button("backtests-first", "play", texts.get("run.action"), runBacktest));
        StatePane<List<BacktestRow>> states = new StatePane<>(list.stateProperty(), one, empty, list::load).framed();
        HBox.setHgrow(states, Priority.ALWAYS);
        root = Icons.styled(new HBox(states), "page-body");
        root.setId("backtests");
        root.addEventFilter(KeyEvent.KEY_TYPED, event -> key(event, trades));
        report.stateProperty().subscribe(state -> state.shown().ifPresent(this::show));
        report.logarithmicProperty().subscribe(equity::logarithmic);
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private void show(BacktestReport report) {
        StatTile.showStrip(strip, report.figures());
        equity.show(report.equity());
        months.show(report.months());
        distribution.show(
                report.trades().stream().mapToDouble(TradeRow::returnFraction).toArray());
        tradeChart.name(
                report.head().symbol() + " " + report.head().timeframe(),
                report.head().synthetic());
        certificate.setVisible(report.head().certificate().isPresent());
        boolean equal = report.head().certificate().orElse(false);
        certificate.show(texts.get(equal ? "certificate.equal" : "certificate.differs"), equal ? Tone.OK : Tone.BAD);
    }

    private static void key(KeyEvent event, TradesViewModel trades) {
        if (event.getTarget() instanceof TextInputControl) {
            return;
        }
        if (event.getCharacter().equals("]")) {
            trades.next();
            event.consume();
        } else if (event.getCharacter().equals("[")) {
            trades.previous();
            event.consume();
        }
    }

    private Node equity(BacktestReportViewModel report) {
        Segments<Boolean> scale = new Segments<>(
                "backtests-scale",
                FXCollections.observableArrayList(false, true),
                log -> texts.get(log ? "scale.log" : "scale.linear"),
                report.logarithmicProperty());
        scale.getStyleClass().add("small-segments");
        certificate.setTooltip(new Tooltip(texts.get("certificate.what")));
        certificate.managedProperty().bind(certificate.visibleProperty());
        return new Panel(texts.get("equity"), equity.root())
                .note(report.stateProperty()
                        .map(state ->
                                state.shown().map(shown -> shown.head().range()).orElse("")))
                .actions(certificate, scale)
                .grow();
    }

    private Node side() {
        VBox monthBody = Icons.styled(new VBox(months), "panel-body");
        VBox.setVgrow(months, Priority.ALWAYS);
        VBox distributionBody = Icons.styled(new VBox(distribution), "panel-body");
        VBox.setVgrow(distribution, Priority.ALWAYS);
        VBox box = new VBox(
                8,
                new Panel(texts.get("months"), monthBody)
                        .note(texts.get("months.note"))
                        .high(MONTHS_HEIGHT),
                new Panel(texts.get("distribution"), distributionBody)
                        .note(texts.get("distribution.note"))
                        .grow());
        box.setMinWidth(SIDE_WIDTH);
        box.setPrefWidth(SIDE_WIDTH);
        return box;
    }
}
