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
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
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

/** Writes features, predictions and model card over real prices to {@code target/shots}; a person looks at them. */
@Tag("soak")
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
@ExtendWith(ApplicationExtension.class)
class RealResearchScreenshotTest {

    private static final LogWatch LOG = new LogWatch();
    private static final ExecutorService BACKGROUND = Executors.newVirtualThreadPerTaskExecutor();
    private static RealPool pool;

    private Stage stage;

    @BeforeAll
    static void train() {
        pool = RealPool.run();
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
    void features(FxRobot robot) throws Exception {
        PageShots shots = new PageShots(robot, stage, BACKGROUND);
        PageShots.Shot shot = shots.window(pool.sample.ports(), pool.desk());
        robot.interact(() -> shot.station().showOn(stage));
        shot.open(Destination.of(Page.FEATURES));
        await(() -> robot.lookup("#features-series").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#features-series").<ComboBox<String>>query().getItems().stream()
                .filter(name -> name.contains("1h"))
                .findFirst()
                .ifPresent(name -> robot.lookup("#features-series")
                        .<ComboBox<String>>query()
                        .setValue(name)));
        await(() -> robot.lookup("#features-columns").tryQuery().isPresent());
        shots.write(shot, "real-features");
        robot.clickOn("#features-tab-correlation");
        shots.write(shot, "real-features-correlation");
        robot.clickOn("#features-tab-labels");
        await(() -> robot.lookup("#features-label-facts").tryQuery().isPresent());
        shot.settle();
        shots.write(shot, "real-features-labels");
        robot.interact(() -> shot.station().close());
        assertThat(LOG.lines()).as("style warnings and faults").isEmpty();
    }

    @Test
    void predictions(FxRobot robot) throws Exception {
        PageShots shots = new PageShots(robot, stage, BACKGROUND);
        PageShots.Shot shot = shots.window(pool.sample.ports(), pool.desk());
        robot.interact(() -> shot.station().showOn(stage));
        shot.open(Destination.of(Page.PREDICTIONS));
        await(() -> robot.lookup("#predictions-waterfall").tryQuery().isPresent());
        shots.write(shot, "real-predictions");
        robot.interact(() -> robot.lookup("#predictions-grid")
                .<TableView<?>>query()
                .getSelectionModel()
                .select(1));
        robot.clickOn("Downtrend");
        shot.settle();
        shots.write(shot, "real-predictions-missing", Theme.LIGHT);
        robot.interact(() -> shot.station().close());
        assertThat(LOG.lines()).as("style warnings and faults").isEmpty();
    }

    @Test
    void modelCard(FxRobot robot) throws Exception {
        PageShots shots = new PageShots(robot, stage, BACKGROUND);
        PageShots.Shot shot = shots.window(pool.sample.ports(), pool.desk());
        robot.interact(() -> shot.station().showOn(stage));
        shot.open(new Destination.Registry(Optional.of(RealPool.MODEL), OptionalInt.of(2)));
        await(() -> robot.lookup("#registry-tab-quality").tryQuery().isPresent());
        shot.settle();
        shots.write(shot, "real-registry");
        for (String side : List.of("quality", "explanation", "placebo", "card")) {
            robot.clickOn("#registry-tab-" + side);
            shots.write(shot, "real-registry-" + side);
        }
        robot.interact(() -> shot.station().close());
        assertThat(LOG.lines()).as("style warnings and faults").isEmpty();
    }

    private static void await(java.util.concurrent.Callable<Boolean> there) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, there);
    }
}
