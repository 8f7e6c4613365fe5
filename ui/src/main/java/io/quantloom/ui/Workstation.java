package io.quantloom.ui;

import io.quantloom.engine.base.Subscription;
import io.quantloom.engine.market.CatalogEntry;
import io.quantloom.engine.market.MarketEvent;
import io.quantloom.engine.registry.RegisteredModel;
import io.quantloom.engine.trading.BotRecord;
import io.quantloom.engine.trading.BotStep;
import io.quantloom.ui.backtests.BacktestsPorts;
import io.quantloom.ui.backtests.BacktestsScreen;
import io.quantloom.ui.dialog.NativeFileDialogs;
import io.quantloom.ui.experiments.ExperimentsPorts;
import io.quantloom.ui.experiments.ExperimentsScreen;
import io.quantloom.ui.factory.FactoryPorts;
import io.quantloom.ui.factory.FactoryScreen;
import io.quantloom.ui.features.FeaturesPorts;
import io.quantloom.ui.features.FeaturesScreen;
import io.quantloom.ui.home.HomePorts;
import io.quantloom.ui.home.HomeScreen;
import io.quantloom.ui.market.MarketPorts;
import io.quantloom.ui.market.MarketScreen;
import io.quantloom.ui.paper.PaperPorts;
import io.quantloom.ui.paper.PaperScreen;
import io.quantloom.ui.predictions.PredictionsPorts;
import io.quantloom.ui.predictions.PredictionsScreen;
import io.quantloom.ui.registry.RegistryPorts;
import io.quantloom.ui.registry.RegistryScreen;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.shell.Screen;
import io.quantloom.ui.shell.ScreenServices;
import io.quantloom.ui.shell.palette.PaletteObject;
import io.quantloom.ui.shell.window.Shell;
import io.quantloom.ui.shell.window.ShellStatus;
import io.quantloom.ui.studies.StudiesPorts;
import io.quantloom.ui.studies.StudiesScreen;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.text.Texts;
import io.quantloom.ui.theme.Theme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.stage.Stage;

/** The desktop: the window with every screen. Made and used on the JavaFX thread. */
public final class Workstation {

    private static final Duration STATUS_PAUSE = Duration.ofSeconds(2);

    private final Ports ports;
    private final UseCases useCases;
    private final ScreenServices services;
    private final Shell shell;
    private final Subscription following;

    /** Puts window and screens together; shows nothing, starts nothing. */
    public Workstation(Ports ports, UseCases useCases, Host host) {
        this.ports = ports;
        this.useCases = useCases;
        shell = new Shell(new Shell.Spec(
                host.tasks(), host.ui(), host.clock(), host.state(), host.workspace(), this::status, this::objects));
        services = new ScreenServices(
                host.tasks(),
                new UiEvents(host.events(), host.ui()),
                host.ui(),
                host.clock(),
                shell.navigator(),
                shell.notifications(),
                new ScreenServices.Window(
                        shell.modals(),
                        host.files()
                                .orElseGet(() -> new NativeFileDialogs(() -> shell.scene()
                                        .map(scene -> scene.getWindow())
                                        .orElse(null))),
                        shell.memory()));
        shell.screens(screens());
        following =
                services.events().onAny(STATUS_PAUSE, shell::refreshStatus, List.of(MarketEvent.class, BotStep.class));
    }

    /** One line for each page there is; a screen is made when its page is opened first. */
    private Map<Page, Supplier<Screen>> screens() {
        Map<Page, Supplier<Screen>> screens = new EnumMap<>(Page.class);
        screens.put(Page.HOME, this::home);
        screens.put(Page.DATA, this::data);
        screens.put(Page.FEATURES, this::features);
        screens.put(Page.FACTORY, this::factory);
        screens.put(Page.STUDIES, this::studies);
        screens.put(Page.EXPERIMENTS, this::experiments);
        screens.put(Page.REGISTRY, this::registry);
        screens.put(Page.BACKTESTS, this::backtests);
        screens.put(Page.PAPER, this::paper);
        screens.put(Page.PREDICTIONS, this::predictions);
        return screens;
    }

    private Screen home() {
        return new HomeScreen(
                new HomePorts(
                        ports.bars(),
                        ports.runs(),
                        ports.registry(),
                        ports.bots(),
                        useCases.research().backtests().load(),
                        useCases.deleteSeries(),
                        new HomePorts.Tour(useCases.checklist(), useCases.loop())),
                services);
    }

    private Screen data() {
        return new MarketScreen(
                new MarketPorts(
                        ports.bars(), useCases.imports(), useCases.sample(), useCases.deleteSeries(), ports.runs()),
                services);
    }

    private Screen features() {
        UseCases.Features features = useCases.training().features();
        return new FeaturesScreen(
                new FeaturesPorts(
                        ports.bars(), features.sets(), features.describe(), features.check(), features.labels()),
                services);
    }

    private Screen factory() {
        return new FactoryScreen(
                new FactoryPorts(
                        ports.runs(),
                        useCases.training().file(),
                        useCases.training().jobs()),
                services);
    }

    private Screen studies() {
        return new StudiesScreen(new StudiesPorts(ports.studies(), ports.runs()), services);
    }

    private Screen experiments() {
        return new ExperimentsScreen(
                new ExperimentsPorts(
                        ports.runs(),
                        ports.registry(),
                        useCases.research().backtests().load()),
                services);
    }

    private Screen registry() {
        return new RegistryScreen(
                new RegistryPorts(
                        ports.registry(),
                        ports.runs(),
                        ports.bots(),
                        useCases.research().backtests().load(),
                        useCases.research().promoteModel(),
                        useCases.research().rollBackModel()),
                services);
    }

    private Screen backtests() {
        return new BacktestsScreen(
                new BacktestsPorts(
                        ports.runs(),
                        ports.bars(),
                        ports.registry(),
                        useCases.research().runBacktest(),
                        useCases.research().backtests()),
                services);
    }

    private Screen paper() {
        return new PaperScreen(
                new PaperPorts(
                        ports.bots(),
                        ports.registry(),
                        ports.bars(),
                        useCases.trading().control(),
                        useCases.trading().sessions(),
                        useCases.trading().reconcileBot()),
                services);
    }

    private Screen predictions() {
        UseCases.Pool pool = useCases.training().pool();
        return new PredictionsScreen(
                new PredictionsPorts(ports.predictions(), pool.served(), pool.batch(), pool.explain()), services);
    }

    /** Fills and shows the stage. */
    public void showOn(Stage stage) {
        shell.showOn(stage);
    }

    /** Opens a page. */
    public void open(Destination destination) {
        shell.open(destination);
    }

    /** Brings the window to the front. */
    public void raise() {
        shell.raise();
    }

    /** Dresses the window. */
    public void theme(Theme theme) {
        shell.theme(theme);
    }

    /** {@return the window, for tests and tools} */
    public Shell shell() {
        return shell;
    }

    /** Writes a picture of the window as PNG once its charts have settled, then calls back. */
    public void snapshot(Path file, Runnable done) {
        Snapshots.write(shell.scene().orElseThrow(), file, Snapshots.SETTLE, done);
    }

    /** Leaves the open page and remembers the window; called once, before the process ends. */
    public void close() {
        following.close();
        shell.close();
    }

    private ShellStatus status() {
        String synthetic = ports.bars().catalog().stream()
                .flatMap(entry -> entry.instrument().synthetic().stream())
                .findFirst()
                .orElse("");
        long running = ports.bots().bots().stream()
                .filter(bot -> bot.state() == BotRecord.State.RUNNING)
                .count();
        return new ShellStatus(
                synthetic.isEmpty() ? "" : Character.toUpperCase(synthetic.charAt(0)) + synthetic.substring(1),
                (int) running);
    }

    private List<PaletteObject> objects() {
        Texts texts = Texts.of("shell");
        List<PaletteObject> found = new ArrayList<>();
        for (CatalogEntry entry : ports.bars().catalog()) {
            found.add(new PaletteObject(
                    "database",
                    entry.key().symbol() + " " + entry.key().timeframe(),
                    texts.get("object.series", entry.key().source()),
                    new Destination.Data(Optional.of(entry.key()))));
        }
        for (RegisteredModel model : ports.registry().models()) {
            found.add(new PaletteObject(
                    "package",
                    model.name(),
                    texts.get("object.model", model.latestVersion()),
                    new Destination.Registry(Optional.of(model.name()), OptionalInt.empty())));
        }
        for (BotRecord bot : ports.bots().bots()) {
            found.add(new PaletteObject(
                    "play-circle",
                    bot.spec().name(),
                    texts.get("object.bot"),
                    new Destination.Paper(Optional.of(bot.spec().name()))));
        }
        return found;
    }
}
