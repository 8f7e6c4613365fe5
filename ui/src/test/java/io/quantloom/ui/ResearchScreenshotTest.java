package io.quantloom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.backtest.analysis.AnalysisSettings;
import io.quantloom.engine.backtest.analysis.AnalyzeBacktest;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.StoreException;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunQuery;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.registry.RegistryStore;
import io.quantloom.engine.strategy.MakeStrategy;
import io.quantloom.engine.trading.BotStore;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.shell.UiStateStore;
import io.quantloom.ui.task.ExecutorTaskRunner;
import io.quantloom.ui.task.TaskLane;
import io.quantloom.ui.task.UiThread;
import io.quantloom.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Writes the research pages in their states and both themes to {@code target/shots}; a person looks at them. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
@ExtendWith(ApplicationExtension.class)
class ResearchScreenshotTest {

    private static final Path SHOTS = Path.of("target", "shots");
    private static final int FEWEST_COLOURS = 12;
    private static final List<String> SIDES =
            List.of("overview", "trades", "periods", "costs", "robustness", "grid", "compare", "statistics");
    private static final javafx.util.Duration SETTLE = javafx.util.Duration.millis(250);
    private static final LogWatch LOG = new LogWatch();
    private static final ExecutorService BACKGROUND = Executors.newVirtualThreadPerTaskExecutor();
    private static ResearchSample full;
    private static ResearchSample none;

    private Stage stage;

    @BeforeAll
    static void makeWorkspace() {
        full = ResearchSample.full();
        none = ResearchSample.empty();
        LOG.begin();
    }

    @AfterAll
    static void stop() {
        BACKGROUND.shutdown();
        LOG.end();
    }

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @Test
    void experiments(FxRobot robot) throws Exception {
        shoot(robot, "experiments", full.ports(), shot -> shot.open(Destination.of(Page.EXPERIMENTS)));
        shoot(robot, "experiments-run", full.ports(), shot -> {
            shot.open(Destination.of(Page.EXPERIMENTS));
            shot.settle();
            robot.clickOn("#experiments-tab-run");
            robot.interact(() -> robot.lookup("#experiments-runs")
                    .<javafx.scene.control.TableView<?>>query()
                    .getSelectionModel()
                    .select(10));
        });
        shoot(robot, "experiments-metric", full.ports(), shot -> {
            shot.open(Destination.of(Page.EXPERIMENTS));
            shot.settle();
            robot.clickOn("#experiments-tab-history");
            type(robot, "#experiments-filter", "metrics.sharpe_ratio >");
        });
        shoot(robot, "experiments-empty", none.ports(), shot -> shot.open(Destination.of(Page.EXPERIMENTS)));
        shoot(robot, "experiments-failed", broken(), shot -> shot.open(Destination.of(Page.EXPERIMENTS)));
        assertThat(LOG.lines()).as("style warnings and faults").isEmpty();
    }

    @Test
    void backtests(FxRobot robot) throws Exception {
        RunId run = full.bench.runs.search(io.quantloom.engine.experiment.RunQuery.of("weekly")).stream()
                .filter(one -> one.name().equals("vega-hourly 1"))
                .findFirst()
                .orElseThrow()
                .id();
        Destination factory = new Destination.Backtests(Optional.of(run));
        shoot(robot, "backtests-log", full.ports(), shot -> {
            shot.open(factory);
            shot.settle();
            robot.clickOn("#backtests-scale-Log");
        });
        shoot(robot, "backtests-run", full.ports(), shot -> {
            shot.open(factory);
            shot.settle();
            robot.clickOn("#page-action")
                    .clickOn("#backtests-slow")
                    .eraseText(2)
                    .write("5");
        });
        shoot(robot, "backtests-empty", none.ports(), shot -> shot.open(Destination.of(Page.BACKTESTS)));
        shoot(robot, "backtests-failed", broken(), shot -> shot.open(Destination.of(Page.BACKTESTS)));
        assertThat(LOG.lines()).as("style warnings and faults").isEmpty();
    }

    @Test
    void backtestSides(FxRobot robot) throws Exception {
        List<Run> runs = full.bench.runs.search(RunQuery.of("weekly"));
        Run run = named(runs, "vega-hourly 1");
        shoot(robot, "backtests-unanalyzed", full.ports(), shot -> {
            shot.open(new Destination.Backtests(
                    Optional.of(named(runs, "terra-hourly 5").id())));
            shot.settle();
            robot.clickOn("#backtests-tab-robustness");
        });
        new AnalyzeBacktest(full.bench.bars, full.models(), MakeStrategy.builtIn(), full.bench.runs)
                .run(run.id(), AnalysisSettings.of(42), JobContext.none())
                .orThrow();
        String others = full.bench.runs.search(RunQuery.of(RunBacktest.EXPERIMENT)).stream()
                .limit(3)
                .map(one -> one.id().value())
                .collect(Collectors.joining(" "));
        Shot shot = new Shot(robot, full.ports(), full);
        shot.station().shell().memory().put("backtests.compare", others);
        robot.interact(() -> shot.station().showOn(stage));
        shot.open(new Destination.Backtests(Optional.of(run.id())));
        shot.settle();
        for (String side : SIDES) {
            robot.clickOn("#backtests-tab-" + side);
            write(robot, shot, side.equals("overview") ? "backtests" : "backtests-" + side);
        }
        robot.interact(() -> shot.station().close());
        assertThat(LOG.lines()).as("style warnings and faults").isEmpty();
    }

    private static Run named(List<Run> runs, String name) {
        return runs.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void registry(FxRobot robot) throws Exception {
        Destination model = new Destination.Registry(Optional.of(ResearchSample.MODEL), OptionalInt.of(4));
        shoot(robot, "registry", full.ports(), shot -> shot.open(model));
        shoot(robot, "registry-promote", full.ports(), shot -> {
            shot.open(model);
            shot.settle();
            fire(robot, "#registry-promote");
            type(robot, "#registry-reason", "Better by a third at equal drawdown");
        });
        shoot(robot, "registry-refused", full.ports(), shot -> {
            shot.open(new Destination.Registry(Optional.of(ResearchSample.MODEL), OptionalInt.of(3)));
            shot.settle();
            robot.clickOn("#registry-tab-card");
            fire(robot, "#registry-promote");
        });
        shoot(
                robot,
                "registry-ungated",
                full.ports(),
                shot -> shot.open(new Destination.Registry(Optional.of("lyra-hourly"), OptionalInt.empty())));
        shoot(robot, "registry-empty", none.ports(), shot -> shot.open(Destination.of(Page.REGISTRY)));
        shoot(robot, "registry-failed", broken(), shot -> shot.open(Destination.of(Page.REGISTRY)));
        assertThat(LOG.lines()).as("style warnings and faults").isEmpty();
    }

    @Test
    void paper(FxRobot robot) throws Exception {
        Destination bot = new Destination.Paper(Optional.of("vega-paper"));
        shoot(robot, "paper", full.ports(), shot -> shot.open(bot));
        shoot(
                robot,
                "paper-halted",
                full.ports(),
                shot -> shot.open(new Destination.Paper(Optional.of("lyra-halted"))));
        shoot(robot, "paper-start", full.ports(), shot -> {
            shot.open(bot);
            shot.settle();
            fire(robot, "#page-action");
        });
        shoot(robot, "paper-empty", none.ports(), shot -> shot.open(Destination.of(Page.PAPER)));
        shoot(robot, "paper-failed", broken(), shot -> shot.open(Destination.of(Page.PAPER)));
        assertThat(LOG.lines()).as("style warnings and faults").isEmpty();
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryButton().fire());
    }

    private static void type(FxRobot robot, String id, String text) {
        robot.interact(() -> robot.lookup(id).queryTextInputControl().setText(text));
    }

    /** What to do with a window before its picture is taken. */
    @FunctionalInterface
    private interface Preparation {
        void prepare(Shot shot) throws Exception;
    }

    private void shoot(FxRobot robot, String name, Ports ports, Preparation prepare) throws Exception {
        ResearchSample sample = ports.runs().equals(none.ports().runs()) ? none : full;
        Shot shot = new Shot(robot, ports, sample);
        robot.interact(() -> shot.station().showOn(stage));
        prepare.prepare(shot);
        shot.settle();
        write(robot, shot, name);
        robot.interact(() -> shot.station().close());
    }

    /** In both themes. */
    private void write(FxRobot robot, Shot shot, String name) throws Exception {
        for (Theme theme : Theme.values()) {
            robot.interact(() -> shot.station().theme(theme));
            Path file = SHOTS.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
            CountDownLatch written = new CountDownLatch(1);
            Platform.runLater(() -> Snapshots.write(stage.getScene(), file, SETTLE, written::countDown));
            assertThat(written.await(20, TimeUnit.SECONDS)).as(name).isTrue();
            assertThat(colours(file)).as(file.toString()).isGreaterThan(FEWEST_COLOURS);
        }
    }

    /** One window. */
    private static final class Shot {
        private final FxRobot robot;
        private final Workstation[] made = new Workstation[1];

        Shot(FxRobot robot, Ports ports, ResearchSample sample) {
            this.robot = robot;
            var tasks =
                    new ExecutorTaskRunner(TaskLane.Executors.all(BACKGROUND), UiThread.javaFx(), sample.bench.clock);
            Host host = new Host(
                    tasks,
                    UiThread.javaFx(),
                    sample.bench.events,
                    sample.bench.clock,
                    UiStateStore.inMemory(),
                    "research-2026",
                    Optional.empty());
            robot.interact(() -> made[0] = new Workstation(ports, sample.useCases(), host));
        }

        Workstation station() {
            return made[0];
        }

        void open(Destination destination) {
            robot.interact(() -> made[0].open(destination));
        }

        /** Gives loads and charts their time. */
        void settle() throws InterruptedException {
            CountDownLatch settled = new CountDownLatch(1);
            UiThread.javaFx().executeAfter(Duration.ofMillis(350), settled::countDown);
            assertThat(settled.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Stores whose disk does not answer. */
    private static Ports broken() {
        return new Ports(full.bench.bars, broken(RunStore.class), broken(RegistryStore.class), broken(BotStore.class));
    }

    private static <T> T broken(Class<T> store) {
        return store.cast(Proxy.newProxyInstance(
                ResearchScreenshotTest.class.getClassLoader(), new Class<?>[] {store}, (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return switch (method.getName()) {
                            case "equals" -> System.identityHashCode(proxy) == System.identityHashCode(arguments[0]);
                            case "hashCode" -> 1;
                            default -> "broken";
                        };
                    }
                    throw new StoreException(Failure.of(
                            Failure.Reason.UNAVAILABLE,
                            "the store of the workspace",
                            "a disk that does not answer",
                            "/data/quantloom.mv.db",
                            "check the disk, then try again"));
                }));
    }

    /** Different colors on a grid over the page: a blank one has few. */
    private static int colours(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(1280, 780);
        Set<Integer> found = new HashSet<>();
        for (int x = 90; x < image.getWidth(); x += 3) {
            for (int y = 56; y < image.getHeight() - 32; y += 3) {
                found.add(image.getRGB(x, y));
            }
        }
        return found.size();
    }
}
