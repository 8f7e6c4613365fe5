package io.quantloom.ui.experiments;

import io.quantloom.engine.experiment.CompareRuns;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.shell.Screen;
import io.quantloom.ui.shell.ScreenHeader;
import io.quantloom.ui.shell.ScreenServices;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** The Experiments page as the window sees it. */
public final class ExperimentsScreen implements Screen {

    private final Texts texts = Texts.of("experiments");
    private final RunListViewModel list;
    private final MetricHistoryViewModel history;
    private final RunDetailViewModel detail;
    private final EquityOverlayViewModel equity;
    private final ComparisonViewModel comparison;
    private final ScreenHeader header;
    private final Parent root;

    /** Makes view models and views; starts nothing. */
    public ExperimentsScreen(ExperimentsPorts ports, ScreenServices services) {
        var selection = new RunSelection();
        list = new RunListViewModel(ports.runs(), services.tasks(), services.events(), services.ui(), selection);
        history =
                new MetricHistoryViewModel(ports.runs(), services.tasks(), services.events(), services.ui(), selection);
        detail = new RunDetailViewModel(ports.runs(), ports.registry(), services.tasks(), list, services.navigator());
        equity = new EquityOverlayViewModel(ports.backtests(), services.tasks(), services.ui(), selection);
        comparison = new ComparisonViewModel(
                new CompareRuns(ports.runs()), services.tasks(), services.events(), services.ui(), selection);
        root = new ExperimentsView(
                        new ExperimentsView.Regions(
                                list, new ParallelViewModel(list), history, detail, equity, comparison),
                        services.window().memory(),
                        () -> services.navigator().open(new Destination.Home()))
                .root();
        header = new ScreenHeader()
                .object(list.experimentProperty().map(name -> name.isEmpty() ? texts.get("all") : name))
                .context(experiments())
                .command(new ScreenHeader.PageCommand(
                        "experiments.clear", "x", texts.get("clear"), "", selection::clear))
                .command(new ScreenHeader.PageCommand(
                        "experiments.backtest", "bar-chart-2", texts.get("open.backtest"), "", detail::openBacktest))
                .command(new ScreenHeader.PageCommand(
                        "experiments.registry", "package", texts.get("open.registry"), "", detail::openInRegistry));
    }

    private ComboBox<String> experiments() {
        ComboBox<String> box = new ComboBox<>();
        box.setId("experiments-experiment");
        box.setAccessibleText(texts.get("experiment.name"));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String name) {
                return name == null || name.isEmpty() ? texts.get("all") : name;
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        list.stateProperty()
                .subscribe(state -> state.shown().ifPresent(shown -> {
                    var names = new ArrayList<String>(List.of(""));
                    names.addAll(shown.experiments());
                    if (!names.equals(box.getItems())) {
                        box.getItems().setAll(names);
                        box.setValue(list.experimentProperty().get());
                    }
                }));
        box.valueProperty().subscribe(name -> list.experimentProperty().set(Objects.requireNonNullElse(name, "")));
        return box;
    }

    @Override
    public Page page() {
        return Page.EXPERIMENTS;
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
        history.attach();
        detail.attach();
        equity.attach();
        comparison.attach();
    }

    @Override
    public void detach() {
        list.detach();
        history.detach();
        detail.detach();
        equity.detach();
        comparison.detach();
    }

    @Override
    public void show(Destination destination) {
        if (destination instanceof Destination.Experiments asked
                && !asked.runs().isEmpty()) {
            list.compare(asked.runs().stream().map(RunId::value).toList());
        }
    }

    @Override
    public void refresh() {
        list.load();
        history.load();
        equity.load();
        comparison.load();
    }
}
