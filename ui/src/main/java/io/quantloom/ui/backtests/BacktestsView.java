package io.quantloom.ui.backtests;

import io.quantloom.ui.backtests.analysis.AnalysisViewModel;
import io.quantloom.ui.backtests.analysis.CostsView;
import io.quantloom.ui.backtests.analysis.FindingsView;
import io.quantloom.ui.backtests.analysis.PeriodsView;
import io.quantloom.ui.backtests.analysis.RobustnessView;
import io.quantloom.ui.backtests.comparison.CompareView;
import io.quantloom.ui.backtests.comparison.CompareViewModel;
import io.quantloom.ui.backtests.grid.GridView;
import io.quantloom.ui.backtests.grid.GridViewModel;
import io.quantloom.ui.backtests.history.BacktestListViewModel;
import io.quantloom.ui.backtests.history.BacktestRow;
import io.quantloom.ui.backtests.report.BacktestReport;
import io.quantloom.ui.backtests.report.BacktestReportViewModel;
import io.quantloom.ui.backtests.report.DetailView;
import io.quantloom.ui.backtests.report.StatisticsView;
import io.quantloom.ui.backtests.trade.TradeChartView;
import io.quantloom.ui.backtests.trade.TradesView;
import io.quantloom.ui.backtests.trade.TradesViewModel;
import io.quantloom.ui.control.Chip;
import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.SideTabs;
import io.quantloom.ui.control.StatTile;
import io.quantloom.ui.control.StatePane;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.text.Texts;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The Backtests screen: figures with their intervals on top, below them one side of the backtest at a time. */
public final class BacktestsView {

    /**
     * What the screen is made of.
     *
     * @param list the recorded backtests
     * @param report the open one
     * @param trades its trades
     * @param analysis what it is worth
     * @param grid recorded grids
     * @param compare it beside others
     * @param export files of it
     */
    public record Regions(
            BacktestListViewModel list,
            BacktestReportViewModel report,
            TradesViewModel trades,
            AnalysisViewModel analysis,
            GridViewModel grid,
            CompareViewModel compare,
            ExportViewModel export) {}

    private final Texts texts = Texts.of("backtests");
    private final Regions regions;
    private final HBox strip = StatTile.strip(List.of());
    private final Chip certificate = new Chip("", Tone.OK);
    private final SideTabs tabs;
    private final HBox root;

    /** Builds the screen over its view models. */
    public BacktestsView(Regions regions, ViewMemory memory, Runnable runBacktest) {
        this.regions = regions;
        tabs = new SideTabs("backtests", certificate, verdict(), analyze(), export());
        addTabs(memory);
        VBox content = Icons.styled(new VBox(8, strip, tabs.root()), "gap8");
        VBox.setVgrow(tabs.root(), Priority.ALWAYS);
        StatePane<BacktestReport> one = new StatePane<>(
                regions.report().stateProperty(),
                content,
                new EmptyState("bar-chart-2", texts.get("none.title"), texts.get("none.why")),
                regions.report()::load);
        EmptyState empty = new EmptyState(
                "bar-chart-2",
                texts.get("empty.title"),
                texts.get("empty.why"),
                Icons.button("backtests-first", "play", texts.get("run.action"), runBacktest));
        StatePane<List<BacktestRow>> states =
                new StatePane<>(regions.list().stateProperty(), one, empty, regions.list()::load).framed();
        HBox.setHgrow(states, Priority.ALWAYS);
        root = Icons.styled(new HBox(states), "page-body");
        root.setId("backtests");
        root.addEventFilter(KeyEvent.KEY_TYPED, event -> key(event, regions.trades()));
        regions.report().stateProperty().subscribe(_ -> show());
        regions.analysis().stateProperty().subscribe(_ -> show());
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private void addTabs(ViewMemory memory) {
        tabs.add(
                "overview",
                () -> new OverviewView(
                                regions.report(),
                                regions.trades(),
                                tradeChart(),
                                new FindingsView(regions.analysis()).root(),
                                () -> tabs.open("trades"),
                                memory)
                        .root());
        tabs.add("trades", () -> new TradesView(regions.trades(), tradeChart(), memory).root());
        tabs.add(
                "periods",
                () -> new PeriodsView(
                                regions.analysis(),
                                regions.report()
                                        .stateProperty()
                                        .map(state -> state.shown().map(BacktestReport::months)),
                                memory)
                        .root());
        tabs.add("costs", () -> new CostsView(regions.analysis()).root());
        tabs.add("robustness", () -> new RobustnessView(regions.analysis(), memory).root());
        tabs.add("grid", () -> new GridView(regions.grid(), memory).root());
        tabs.add("compare", () -> new CompareView(regions.compare()).root());
        tabs.add("statistics", () -> new StatisticsView(regions.report(), regions.analysis()).root());
        tabs.addWhile(
                "detail",
                regions.report()
                        .stateProperty()
                        .map(state -> state.shown()
                                .flatMap(BacktestReport::detail)
                                .map(BacktestReport.Detail::title)
                                .orElse("")),
                () -> new DetailView(regions.report()).root());
        tabs.remember(memory);
    }

    private TradeChartView tradeChart() {
        TradeChartView chart = new TradeChartView(regions.trades());
        regions.report()
                .stateProperty()
                .subscribe(state -> state.shown()
                        .ifPresent(report -> chart.name(
                                report.head().symbol() + " " + report.head().timeframe(),
                                report.head().synthetic())));
        return chart;
    }

    private void show() {
        ScreenState<BacktestReport> state = regions.report().stateProperty().get();
        state.shown().ifPresent(report -> {
            Map<String, String> intervals = regions.analysis()
                    .stateProperty()
                    .get()
                    .shown()
                    .map(analysis -> analysis.intervals())
                    .orElse(Map.of());
            StatTile.showStrip(
                    strip,
                    report.figures().stream().map(tile -> tile.with(intervals)).toList());
            boolean known = report.head().certificate().isPresent();
            boolean equal = report.head().certificate().orElse(false);
            certificate.show(
                    texts.get(known ? equal ? "certificate.equal" : "certificate.differs" : "certificate.none"),
                    known ? equal ? Tone.OK : Tone.BAD : Tone.MUTED);
            certificate.setTooltip(new Tooltip(texts.get(known ? "certificate.what" : "certificate.none.what") + "\n"
                    + report.head().certified()));
        });
    }

    private Node verdict() {
        Chip chip = new Chip("", Tone.MUTED);
        chip.setId("backtests-verdict");
        Tooltip details = new Tooltip();
        details.setWrapText(true);
        details.setMaxWidth(480);
        chip.setTooltip(details);
        chip.setOnMouseClicked(_ -> tabs.open("overview"));
        regions.analysis().verdictProperty().subscribe(verdict -> {
            chip.show(verdict.words(), verdict.tone());
            boolean alarming = verdict.tone() == Tone.WARN || verdict.tone() == Tone.BAD;
            chip.setGraphic(
                    alarming ? Icons.of("alert-triangle") : verdict.tone() == Tone.OK ? Icons.of("check") : null);
            details.setText(verdict.details());
        });
        return chip;
    }

    private Node analyze() {
        Node button = Icons.flat("backtests-analyze", "activity", texts.get("analyze"), regions.analysis()::analyze);
        ObservableValue<Boolean> offered = regions.analysis()
                .stateProperty()
                .map(state -> state instanceof ScreenState.Empty || state instanceof ScreenState.Failed);
        button.visibleProperty().bind(offered);
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private Node export() {
        MenuItem html = new MenuItem(texts.get("export.html"));
        html.setOnAction(_ -> regions.export().html());
        MenuItem csv = new MenuItem(texts.get("export.csv"));
        csv.setOnAction(_ -> regions.export().csv());
        MenuButton menu = new MenuButton(texts.get("export"), Icons.of("download"), html, csv);
        menu.setId("backtests-export");
        menu.getStyleClass().add("flat");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        return menu;
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
}
