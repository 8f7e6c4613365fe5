package io.quantloom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.StoreException;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.market.CatalogEntry;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.prediction.InMemoryPredictionStore;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.dialog.FileDialogs;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Notice;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.shell.window.UiStateStore;
import io.quantloom.ui.task.ExecutorTaskRunner;
import io.quantloom.ui.task.TaskLane;
import io.quantloom.ui.task.TaskSpec;
import io.quantloom.ui.task.UiThread;
import io.quantloom.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Writes each page in its states and in both themes to {@code target/shots}; a person looks at them. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class ScreenshotTest {

    private static final Path SHOTS = Path.of("target", "shots");
    private static final int FEWEST_COLOURS = 12;

    private static final LogWatch LOG = new LogWatch();
    private static final ExecutorService BACKGROUND = Executors.newVirtualThreadPerTaskExecutor();
    private static SampleWorkspace full;
    private static Path brokenFile;
    private static Theme last = Theme.DARK;

    private Stage stage;

    @BeforeAll
    static void makeWorkspace(@TempDir Path folder) throws IOException {
        full = SampleWorkspace.full();
        brokenFile = Files.writeString(folder.resolve("BRENT_file_1d.csv"), """
            timestamp,open,high,low,close,volume
            2024-01-02T00:00:00Z,77.1,78.4,76.2,78.0,1000
            2024-01-03T00:00:00Z,78.0,77.0,76.5,77.2,1200
            2024-01-04T00:00:00Z,77.2,79.1,77.0,,900
            2024-01-05T00:00:00Z,77.2,79.1,77.0,78.8,900
            2024-01-08T00:00:00Z,78.8,79.9,-1,79.5,1100
            """);
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
    void everyPageInEveryStateAndBothThemes(FxRobot robot) throws Exception {
        Ports ports = full.ports();
        SampleWorkspace none = SampleWorkspace.empty();
        UseCases nothing = none.useCases(SampleWorkspace.checklist(0));
        UseCases done = full.useCases(SampleWorkspace.checklist(6));
        CountDownLatch release = new CountDownLatch(1);

        shoot(robot, "home", ports, full.useCases(SampleWorkspace.checklist(4)), _ -> {});
        shoot(robot, "home-empty", none.ports(), nothing, _ -> {});
        shoot(robot, "home-failed", withBars(new BrokenBars()), done, _ -> {});
        shoot(robot, "data", ports, done, shot -> shot.open(Page.DATA));
        shoot(robot, "data-empty", none.ports(), nothing, shot -> shot.open(Page.DATA));
        shoot(robot, "data-failed", withBars(new BrokenBars()), done, shot -> shot.open(Page.DATA));
        shoot(robot, "data-loading", withBars(new SlowBars(release)), done, shot -> shot.open(Page.DATA));
        release.countDown();
        shoot(robot, "data-partial", withBars(new FailingLater(full.bars)), done, shot -> {
            shot.open(Page.DATA);
            shot.settle();
            robot.push(KeyCode.F5);
        });
        shoot(robot, "data-bars", ports, done, shot -> {
            shot.open(Page.DATA);
            shot.settle();
            robot.clickOn("#data-tab-bars").clickOn("#data-reset").moveTo("#data-timeframe");
        });

        assertThat(LOG.lines()).as("style warnings and faults").isEmpty();
    }

    @Test
    void whatLiesAboveThePages(FxRobot robot) throws Exception {
        Ports ports = full.ports();
        UseCases done = full.useCases(SampleWorkspace.checklist(6));
        CountDownLatch release = new CountDownLatch(1);

        shoot(robot, "shell-palette", ports, done, shot -> {
            robot.push(KeyCode.CONTROL, KeyCode.K);
            shot.settle();
            robot.write("alv");
        });
        shoot(robot, "shell-tasks", ports, done, shot -> {
            shot.begin("Study alvora-hourly", 0.34, "trial 34 of 100", release);
            shot.begin("Backtest sma-cross 10/30", 0.71, "bar 18,400 of 26,304", release);
            shot.begin("Import btc.csv", Double.NaN, "reads rows", release);
            shot.settle();
            robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
        });
        release.countDown();
        shoot(robot, "shell-notices", ports, done, shot -> {
            shot.post(new Notice(
                    Tone.OK,
                    "Backtest sma-cross 10/30: done",
                    "Sharpe 0.61, 36 trades",
                    Optional.of(Destination.of(Page.DATA))));
            shot.post(Notice.of(Tone.BAD, "Import brent.csv failed", "Expected a close, found nothing (line 20,114)."));
            shot.settle();
            robot.clickOn("#status-bell");
        });
        shoot(robot, "data-delete", ports, done, shot -> {
            shot.open(Page.DATA);
            shot.settle();
            robot.clickOn("#data-delete");
        });
        shoot(robot, "data-import", ports, done, shot -> {
            shot.open(Page.DATA);
            shot.settle();
            robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        });

        assertThat(LOG.lines()).as("style warnings and faults").isEmpty();
    }

    private static Ports withBars(BarStore bars) {
        return new Ports(bars, full.runs, full.studies, full.registry, full.bots, new InMemoryPredictionStore());
    }

    private void shoot(FxRobot robot, String name, Ports ports, UseCases useCases, Preparation prepare)
            throws Exception {
        Shot shot = new Shot(robot, ports, useCases);
        // A switch of the theme costs: begin with the one that is on.
        Theme first = last;
        last = first.other();
        robot.interact(() -> {
            shot.station().theme(first);
            shot.station().showOn(stage);
        });
        prepare.prepare(shot);
        for (Theme theme : List.of(first, last)) {
            robot.interact(() -> shot.station().theme(theme));
            Path file = SHOTS.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
            CountDownLatch written = new CountDownLatch(1);
            double settle = theme == first ? 400 : 200;
            Platform.runLater(() ->
                    Snapshots.write(stage.getScene(), file, javafx.util.Duration.millis(settle), written::countDown));
            assertThat(written.await(20, TimeUnit.SECONDS)).as(name).isTrue();
            assertThat(colours(file)).as(file.toString()).isGreaterThan(FEWEST_COLOURS);
        }
        robot.interact(() -> assertThat(nameless(stage.getScene().getRoot()))
                .as("nodes of " + name + " that take the focus and have no name")
                .isEmpty());
        robot.interact(() -> shot.station().close());
    }

    /** What a screen reader could say nothing about. */
    private static List<Node> nameless(Node node) {
        List<Node> found = new ArrayList<>();
        boolean isNamed = node.getAccessibleText() != null
                || (node instanceof Labeled labeled
                        && labeled.getText() != null
                        && !labeled.getText().isEmpty())
                || (node instanceof TextField field && field.getPromptText() != null);
        boolean isOurs = node instanceof Control && !(node instanceof ScrollBar) && !(node instanceof ScrollPane);
        if (isOurs && node.isFocusTraversable() && !isNamed) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(nameless(child)));
        }
        return found;
    }

    /** What to do with a window before its picture is taken. */
    @FunctionalInterface
    private interface Preparation {
        void prepare(Shot shot) throws Exception;
    }

    /** One window. */
    private static final class Shot {
        private final FxRobot robot;
        private final ExecutorTaskRunner tasks =
                new ExecutorTaskRunner(TaskLane.Executors.all(BACKGROUND), UiThread.javaFx(), full.clock);
        private final Workstation[] made = new Workstation[1];

        Shot(FxRobot robot, Ports ports, UseCases useCases) {
            this.robot = robot;
            Host host = new Host(
                    tasks,
                    UiThread.javaFx(),
                    full.events,
                    full.clock,
                    UiStateStore.inMemory(),
                    "research-2026",
                    Optional.of(new OneFile(brokenFile)));
            robot.interact(() -> made[0] = new Workstation(ports, useCases, host));
        }

        Workstation station() {
            return made[0];
        }

        void open(Page page) {
            robot.interact(() -> made[0].open(Destination.of(page)));
        }

        void post(Notice notice) {
            robot.interact(() -> made[0].shell().notifications().post(notice));
        }

        void begin(String title, double fraction, String stage, CountDownLatch release) {
            tasks.start(TaskSpec.job(title), context -> {
                context.report(new Progress(stage, fraction));
                return await(release) ? Outcome.success(1) : Outcome.canceled();
            });
        }

        /** Gives loads and charts their time. */
        void settle() throws InterruptedException {
            CountDownLatch settled = new CountDownLatch(1);
            UiThread.javaFx().executeAfter(Duration.ofMillis(450), settled::countDown);
            assertThat(settled.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static boolean await(CountDownLatch release) {
        try {
            return release.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A file dialog in which somebody chose one file. */
    private record OneFile(Path file) implements FileDialogs {
        @Override
        public List<Path> open(String title, FileKind kind) {
            return List.of(file);
        }

        @Override
        public Optional<Path> save(String title, String suggestedName, FileKind kind) {
            return Optional.empty();
        }
    }

    /** Different colours on a grid over the page: a blank one has few. */
    private static int colours(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(1280);
        assertThat(image.getHeight()).isEqualTo(780);
        Set<Integer> found = new HashSet<>();
        for (int x = 90; x < image.getWidth(); x += 3) {
            for (int y = 56; y < image.getHeight() - 32; y += 3) {
                found.add(image.getRGB(x, y));
            }
        }
        return found.size();
    }

    /** A store whose disk does not answer. */
    private static class BrokenBars implements BarStore {
        @Override
        public List<CatalogEntry> catalog() {
            throw new StoreException(Failure.of(
                    Failure.Reason.UNAVAILABLE,
                    "the bars of the workspace",
                    "a disk that does not answer",
                    "/data/quantloom.mv.db",
                    "check the disk, then try again"));
        }

        @Override
        public Optional<BarSeries> load(SeriesKey key) {
            return Optional.empty();
        }

        @Override
        public void save(Instrument instrument, BarSeries series) {}

        @Override
        public Optional<Instrument> instrument(Symbol symbol) {
            return Optional.empty();
        }

        @Override
        public void save(Instrument instrument) {}

        @Override
        public boolean delete(SeriesKey key) {
            return false;
        }

        @Override
        public FundingRates funding(Symbol symbol) {
            return FundingRates.none(symbol);
        }

        @Override
        public void save(FundingRates funding) {}
    }

    /** A store that takes its time. */
    private static final class SlowBars extends BrokenBars {
        private final CountDownLatch release;

        SlowBars(CountDownLatch release) {
            this.release = release;
        }

        @Override
        public List<CatalogEntry> catalog() {
            await(release);
            return List.of();
        }
    }

    /** A store that answers once. */
    private static final class FailingLater extends BrokenBars {
        private final BarStore good;
        private final AtomicInteger asked = new AtomicInteger();

        FailingLater(BarStore good) {
            this.good = good;
        }

        @Override
        public List<CatalogEntry> catalog() {
            // The list and the status bar ask once each before the page is refreshed.
            return asked.incrementAndGet() <= 3 ? good.catalog() : super.catalog();
        }

        @Override
        public Optional<BarSeries> load(SeriesKey key) {
            return good.load(key);
        }
    }
}
