package io.quantloom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.market.BarStore;
import io.quantloom.ui.bench.Workbench;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.theme.Theme;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Writes the light pictures of research pages without content to {@code target/shots}; a person looks at them. */
@Tag("soak")
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
@ExtendWith(ApplicationExtension.class)
class ResearchStatesScreenshotTest {

    private static final LogWatch LOG = new LogWatch();
    private static final ExecutorService BACKGROUND = Executors.newVirtualThreadPerTaskExecutor();
    private static final Executor NEVER = _ -> {};

    private final ResearchSample none = ResearchSample.empty();
    private Stage stage;

    @BeforeAll
    static void watch() {
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

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = Page.class,
            names = {"FEATURES", "FACTORY", "STUDIES", "PREDICTIONS", "REGISTRY"})
    void statesWithoutContent(Page page, FxRobot robot) throws Exception {
        shoot(robot, BACKGROUND, none.ports(), page, "empty");
        shoot(robot, NEVER, none.ports(), page, "loading");
        shoot(robot, BACKGROUND, PageShots.broken(PageShots.broken(BarStore.class)), page, "failed");
        assertThat(LOG.lines()).as("style warnings and faults").isEmpty();
    }

    /** Use cases that read the same stores as the screens. */
    private UseCases over(Ports ports) {
        UseCases usual = none.useCases();
        return new UseCases(
                usual.imports(),
                usual.sample(),
                usual.deleteSeries(),
                usual.research(),
                Workbench.training(
                        ports.bars(),
                        ports.runs(),
                        ports.studies(),
                        ports.registry(),
                        none.bench.events,
                        none.bench.clock),
                usual.trading(),
                usual.checklist(),
                usual.loop());
    }

    private void shoot(FxRobot robot, Executor background, Ports ports, Page page, String state) throws Exception {
        PageShots shots = new PageShots(robot, stage, background);
        shots.themes(Theme.LIGHT);
        shots.shoot(page.id() + "-" + state, ports, new PageShots.Desk(none.bench, () -> over(ports)), shot -> {
            shot.open(Destination.of(page));
            // A load shorter than 300 ms shows nothing.
            shot.settle();
        });
    }
}
