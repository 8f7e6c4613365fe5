package io.quantloom.ui.backtests;

import io.quantloom.engine.experiment.RunId;
import io.quantloom.ui.backtests.analysis.AnalysisViewModel;
import io.quantloom.ui.backtests.comparison.CompareViewModel;
import io.quantloom.ui.backtests.form.RunBacktestView;
import io.quantloom.ui.backtests.form.RunBacktestViewModel;
import io.quantloom.ui.backtests.grid.GridViewModel;
import io.quantloom.ui.backtests.history.BacktestListViewModel;
import io.quantloom.ui.backtests.history.BacktestPicker;
import io.quantloom.ui.backtests.history.BacktestRow;
import io.quantloom.ui.backtests.report.BacktestReportViewModel;
import io.quantloom.ui.backtests.trade.TradesViewModel;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.shell.Screen;
import io.quantloom.ui.shell.ScreenHeader;
import io.quantloom.ui.shell.ScreenServices;
import io.quantloom.ui.text.Texts;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Parent;

/** The Backtests page as the window sees it. */
public final class BacktestsScreen implements Screen {

    private final BacktestListViewModel list;
    private final BacktestReportViewModel report;
    private final AnalysisViewModel analysis;
    private final CompareViewModel compare;
    private final GridViewModel grid;
    private final ScreenHeader header;
    private final Parent root;

    /** Makes view models and views; starts nothing. */
    public BacktestsScreen(BacktestsPorts ports, ScreenServices services) {
        Texts texts = Texts.of("backtests");
        list = new BacktestListViewModel(ports.runs(), services.tasks(), services.events(), services.ui());
        report = new BacktestReportViewModel(ports.look().load(), ports.bars(), services.tasks(), list);
        var trades = new TradesViewModel(report);
        analysis = new AnalysisViewModel(
                new AnalysisViewModel.Ports(
                        ports.runs(),
                        ports.look().load(),
                        ports.look().loadAnalysis(),
                        ports.look().analyze()),
                services.tasks(),
                list.selectedProperty().map(row -> row.map(BacktestRow::id)));
        compare = new CompareViewModel(
                ports.look().compare(),
                services.tasks(),
                list,
                services.window().memory());
        grid = new GridViewModel(
                ports.runs(), ports.look().loadGrid(), services.tasks(), services.events(), services.ui());
        var export = new ExportViewModel(
                ports.look().report(), list, services.tasks(), services.window().files(), services.notifications());
        var form = new RunBacktestViewModel(
                ports.run(), ports.bars(), ports.registry(), services.tasks(), analysis::recorded);
        var dialog = new RunBacktestView(form, services.window().modals(), list::open);
        root = new BacktestsView(
                        new BacktestsView.Regions(list, report, trades, analysis, grid, compare, export),
                        services.window().memory(),
                        dialog::open)
                .root();
        header = new ScreenHeader()
                .object(list.selectedProperty()
                        .map(row -> row.map(BacktestRow::symbol).orElse("")))
                .context(new BacktestPicker(list).root())
                .action(new ScreenHeader.PrimaryAction(
                        "play", texts.get("run.action"), dialog::open, new SimpleStringProperty("")))
                .command(new ScreenHeader.PageCommand(
                        "backtests.next", "chevron-right", texts.get("trade.next"), "", trades::next))
                .command(new ScreenHeader.PageCommand(
                        "backtests.previous", "chevron-left", texts.get("trade.previous"), "", trades::previous))
                .command(new ScreenHeader.PageCommand(
                        "backtests.analyze", "activity", texts.get("analyze.again"), "", analysis::analyze))
                .command(new ScreenHeader.PageCommand(
                        "backtests.html", "download", texts.get("export.html"), "Shortcut+E", export::html))
                .command(new ScreenHeader.PageCommand(
                        "backtests.csv", "download", texts.get("export.csv"), "", export::csv))
                .command(new ScreenHeader.PageCommand(
                        "backtests.run",
                        "git-branch",
                        texts.get("open.run"),
                        "",
                        () -> list.selectedProperty()
                                .get()
                                .ifPresent(row -> services.navigator()
                                        .open(new Destination.Experiments(java.util.List.of(new RunId(row.id())))))));
    }

    @Override
    public Page page() {
        return Page.BACKTESTS;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public ScreenHeader header() {
        return header;
    }

    @Override
    public void attach() {
        list.attach();
        report.attach();
        analysis.attach();
        compare.attach();
        grid.attach();
    }

    @Override
    public void detach() {
        list.detach();
        report.detach();
        analysis.detach();
        compare.detach();
        grid.detach();
    }

    @Override
    public void show(Destination destination) {
        if (destination instanceof Destination.Backtests(Optional<RunId> run)) {
            run.ifPresent(id -> list.open(id.value()));
        }
    }

    @Override
    public void refresh() {
        list.load();
        report.load();
        analysis.load();
        compare.load();
        grid.load();
    }
}
