package io.quantloom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.theme.Theme;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Writes the pages of the research core to {@code target/shots}, with content in both themes and empty or failed in the dark
 * one; a person looks at them.
 */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
@ExtendWith(ApplicationExtension.class)
class CoreScreenshotTest {

    private static final LogWatch LOG = new LogWatch();
    private static final ExecutorService BACKGROUND = Executors.newVirtualThreadPerTaskExecutor();
    private static CoreSample full;
    private static ResearchSample none;

    private Stage stage;

    @BeforeAll
    static void makeWorkspace() {
        full = CoreSample.full();
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
    void studies(FxRobot robot) throws Exception {
        PageShots shots = new PageShots(robot, stage, BACKGROUND);
        PageShots.Shot shot = shots.window(full.ports(), full.desk());
        robot.interact(() -> shot.station().showOn(stage));
        shot.open(new Destination.Studies(Optional.of(full.study)));
        awaitNode(robot, "#studies-tab-history");
        shot.settle();
        for (String side : List.of("history", "parallel", "slice", "landscape", "importance", "timeline", "trials")) {
            robot.clickOn("#studies-tab-" + side);
            shots.write(shot, side.equals("history") ? "studies" : "studies-" + side);
        }
        robot.interact(() -> shot.station().close());
        states(robot, "studies", Page.STUDIES);
        assertThat(LOG.lines()).as("style warnings and faults").isEmpty();
    }

    @Test
    void factory(FxRobot robot) throws Exception {
        PageShots shots = new PageShots(robot, stage, BACKGROUND);
        PageShots.Shot shot = shots.window(full.ports(), full.desk());
        robot.interact(() -> shot.station().showOn(stage));
        shot.open(new Destination.Factory(Optional.of(full.factory)));
        awaitNode(robot, "#factory-tab-gates");
        shot.settle();
        shots.write(shot, "factory");
        robot.clickOn("#factory-tab-gates");
        shots.write(shot, "factory-gates");
        robot.clickOn("ORION");
        robot.clickOn("#factory-tab-facts");
        shots.write(shot, "factory-broken");
        robot.clickOn("#page-action");
        robot.interact(() -> robot.lookup("#factory-text")
                .queryTextInputControl()
                .setText("name: weekly\nsymbols: [VEGA]\nstudy: {trials: many}\n"));
        shots.write(shot, "factory-run");
        robot.clickOn("Pool of 20 coins, downtrend");
        shots.write(shot, "factory-pool", Theme.DARK);
        robot.interact(() -> shot.station().close());
        states(robot, "factory", Page.FACTORY);
        assertThat(LOG.lines()).as("style warnings and faults").isEmpty();
    }

    @Test
    void features(FxRobot robot) throws Exception {
        PageShots shots = new PageShots(robot, stage, BACKGROUND);
        PageShots.Shot shot = shots.window(full.ports(), full.desk());
        robot.interact(() -> shot.station().showOn(stage));
        shot.open(Destination.of(Page.FEATURES));
        awaitNode(robot, "#features-validate");
        shot.settle();
        robot.clickOn("#features-validate");
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> robot.lookup("#features-verdict").query().isVisible());
        shots.write(shot, "features");
        robot.clickOn("#features-tab-correlation");
        shots.write(shot, "features-correlation");
        robot.clickOn("#features-tab-labels");
        shot.settle();
        shot.settle();
        shots.write(shot, "features-labels");
        robot.interact(() -> shot.station().close());
        shots.themes(Theme.DARK);
        shots.shoot(
                "features-empty",
                none.ports(),
                new PageShots.Desk(none.bench, none::useCases),
                one -> one.open(Destination.of(Page.FEATURES)));
        assertThat(LOG.lines()).as("style warnings and faults").isEmpty();
    }

    @Test
    void predictionsAndModelCard(FxRobot robot) throws Exception {
        PageShots shots = new PageShots(robot, stage, BACKGROUND);
        PageShots.Shot shot = shots.window(full.ports(), full.desk());
        robot.interact(() -> shot.station().showOn(stage));
        shot.open(Destination.of(Page.PREDICTIONS));
        shot.settle();
        shots.write(shot, "predictions");
        shot.open(new Destination.Registry(Optional.of(CoreSample.MODEL), OptionalInt.of(1)));
        awaitNode(robot, "#registry-tab-quality");
        shot.settle();
        for (String side : List.of("quality", "explanation", "placebo")) {
            robot.clickOn("#registry-tab-" + side);
            shots.write(shot, "registry-" + side);
        }
        robot.interact(() -> shot.station().close());
        states(robot, "predictions", Page.PREDICTIONS);
        assertThat(LOG.lines()).as("style warnings and faults").isEmpty();
    }

    private static void awaitNode(FxRobot robot, String id) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> robot.lookup(id).tryQuery().isPresent());
    }

    private void states(FxRobot robot, String name, Page page) throws Exception {
        PageShots shots = new PageShots(robot, stage, BACKGROUND);
        PageShots.Desk empty = new PageShots.Desk(none.bench, none::useCases);
        shots.themes(Theme.DARK);
        shots.shoot(name + "-empty", none.ports(), empty, shot -> shot.open(Destination.of(page)));
        shots.shoot(
                name + "-failed",
                PageShots.broken(full.bench.bars),
                full.desk(),
                shot -> shot.open(Destination.of(page)));
    }
}
