package io.quantloom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
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
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Notice;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.shell.UiStateStore;
import io.quantloom.ui.task.ExecutorTaskRunner;
import io.quantloom.ui.task.TaskLane;
import io.quantloom.ui.task.TaskSpec;
import io.quantloom.ui.task.UiThread;
import io.quantloom.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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

/** Writes each page in its states and in both themes to {@code target/shots}; a person looks at them. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ScreenshotTest {

    private static final Path SHOTS = Path.of("target", "shots");
    private static final int FEWEST_COLOURS = 12;

    private static final LogWatch LOG = new LogWatch();
    private static final ExecutorService BACKGROUND = Executors.newVirtualThreadPerTaskExecutor();
    private static SampleWorkspace full;

    private Stage stage;

    @BeforeAll
    static void makeWorkspace() {
        full = SampleWorkspace.full();
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
        UseCases done = full.useCases(SampleWorkspace.checklist(6));
        Ports ports = full.ports();
        SampleWorkspace none = SampleWorkspace.empty();
        UseCases nothing = none.useCases(SampleWorkspace.checklist(0));

        shoot(robot, "home", ports, full.useCases(SampleWorkspace.checklist(4)), _ -> {});
        shoot(robot, "home-empty", none.ports(), nothing, _ -> {});
        shoot(robot, "home-failed", withBars(new BrokenBars()), done, _ -> {});
        shoot(robot, "data", ports, done, station -> station.open(Destination.of(Page.DATA)));
        shoot(robot, "data-empty", none.ports(), nothing, station -> station.open(Destination.of(Page.DATA)));
        shoot(robot, "data-failed", withBars(new BrokenBars()), done, station -> station.open(Destination.of(Page.DATA)));
        CountDownLatch release = new CountDownLatch(1);
        shoot(robot, "data-loading", withBars(new SlowBars(release)), done, station -> station.open(Destination.of(Page.DATA)));
        release.countDown();

        assertThat(LOG.lines()).as("style warnings and faults").isEmpty();
    }

    private static Ports withBars(BarStore bars) {
        return new Ports(bars, full.runs, full.registry, full.bots);
    }

    private void shoot(FxRobot robot, String name, Ports ports, UseCases useCases, Consumer<Workstation> prepare)
            throws Exception {
        ExecutorTaskRunner tasks = new ExecutorTaskRunner(
                TaskLane.Executors.all(BACKGROUND), UiThread.javaFx(), full.clock);
        Workstation[] made = new Workstation[1];
        robot.interact(() -> {
            made[0] = new Workstation(
                    ports,
                    useCases,
                    new Host(
                            tasks,
                            UiThread.javaFx(),
                            full.events,
                            full.clock,
                            UiStateStore.inMemory(),
                            "research-2026",
                            Optional.empty()));
            made[0].showOn(stage);
            prepare.accept(made[0]);
        });
        for (Theme theme : Theme.values()) {
            robot.interact(() -> made[0].theme(theme));
            Path file = SHOTS.resolve(name + "-" + theme.name().toLowerCase(java.util.Locale.ROOT) + ".png");
            CountDownLatch written = new CountDownLatch(1);
            Platform.runLater(() -> made[0].snapshot(file, written::countDown));
            assertThat(written.await(20, TimeUnit.SECONDS)).as(name).isTrue();
            assertThat(colours(file)).as(file.toString()).isGreaterThan(FEWEST_COLOURS);
        }
        robot.interact(() -> made[0].close());
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
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        }
    }
}
