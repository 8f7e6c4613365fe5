package io.quantloom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Page;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Writes the pages of the research core in their states and both themes to {@code target/shots}; a person looks at them. */
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
        shot.settle();
        for (String side : List.of("history", "parallel", "slice", "landscape", "importance", "timeline", "trials")) {
            robot.clickOn("#studies-tab-" + side);
            shots.write(shot, side.equals("history") ? "studies" : "studies-" + side);
        }
        robot.interact(() -> shot.station().close());
        states(robot, "studies", Page.STUDIES);
        assertThat(LOG.lines()).as("style warnings and faults").isEmpty();
    }

    private void states(FxRobot robot, String name, Page page) throws Exception {
        PageShots shots = new PageShots(robot, stage, BACKGROUND);
        PageShots.Desk empty = new PageShots.Desk(none.bench, none::useCases);
        shots.shoot(name + "-empty", none.ports(), empty, shot -> shot.open(Destination.of(page)));
        shots.shoot(
                name + "-failed",
                PageShots.broken(full.bench.bars),
                full.desk(),
                shot -> shot.open(Destination.of(page)));
    }
}
