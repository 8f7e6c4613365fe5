package io.quantloom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.market.ImportBars;
import io.quantloom.engine.market.ImportSpec;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.studies.StudyRow;
import io.quantloom.ui.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Runs a factory configuration and a study on real prices from the window itself, and writes every side of Studies and
 * Factory to {@code target/shots}; a person looks at them.
 */
@Tag("soak")
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
@ExtendWith(ApplicationExtension.class)
class RealStudiesScreenshotTest {

    private static final ExecutorService BACKGROUND = Executors.newVirtualThreadPerTaskExecutor();
    private static final String CONFIG = """
        # Bitcoin by the hour, an asset that was never imported, and Google by the day, which has too few bars for it.
        name: btc-weekly
        symbols: [BTC-USDT, DOGE-USDT]
        data: {timeframe: 1h}
        features: alpha19
        label: {type: triple-barrier, take_profit: 4.0, stop_loss: 4.0, horizon: 24}
        learners: [xgboost]
        validation: {type: walk-forward, train: 365d, test: 120d, mode: rolling, embargo: 24}
        study: {trials: %d, batch: 4, sampler: tpe, pruner: median,
                search: {max_depth: [2, 5], eta: [0.02, 0.3], rounds: [20, 60], min_child_weight: [10, 200],
                         subsample: [0.5, 1.0], threshold: [0.52, 0.62]}}
        backtest: {holdout: 180d, exit_threshold: 0.5, side: long-short, execution: {fee: 0.001}}
        gates: [{metric: sharpe_ratio, at_least: 1.0},
                {metric: deflated_sharpe, at_least: 0.95, on: walk-forward},
                {metric: max_drawdown, at_most: 0.25}]
        register: {model: "btc-{symbol}", alias: Challenger}
        """;

    private final ResearchSample sample = ResearchSample.empty();
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @AfterAll
    static void stop() {
        BACKGROUND.shutdown();
    }

    private UseCases useCases(UseCases.Training training) {
        UseCases all = sample.useCases();
        return new UseCases(
                all.imports(),
                all.sample(),
                all.deleteSeries(),
                all.research(),
                training,
                all.trading(),
                all.checklist(),
                all.loop());
    }

    @Test
    void studiesAndFactoryOnRealPrices(FxRobot robot) throws Exception {
        Path prices = Path.of("../../shared/data/hourly/BTC-USDT_binance_1h.csv.gz");
        Assumptions.assumeTrue(Files.exists(prices), "real data stands at ../shared/data from the project's root");
        new ImportBars(sample.bench.bars, sample.bench.events)
                .run(ImportSpec.of(prices), JobContext.none())
                .orThrow();
        UseCases.Training training = io.quantloom.ui.bench.Workbench.training(
                sample.bench.bars,
                sample.bench.runs,
                sample.bench.studies,
                sample.bench.registry,
                sample.bench.events,
                InstantSource.system());
        RunId run = training.jobs()
                .run(
                        training.file()
                                .read("btc.yaml", CONFIG.formatted(40), OptionalLong.empty())
                                .orThrow(),
                        JobContext.none())
                .orThrow()
                .run();
        PageShots shots = new PageShots(robot, stage, BACKGROUND);
        PageShots.Shot shot = shots.window(sample.ports(), new PageShots.Desk(sample.bench, () -> useCases(training)));
        robot.interact(() -> shot.station().showOn(stage));
        factory(robot, shots, shot, run);
        studies(robot, shots, shot);
        underWay(robot, shots, shot);
        robot.interact(() -> shot.station().close());
    }

    private void factory(FxRobot robot, PageShots shots, PageShots.Shot shot, RunId run) throws Exception {
        shot.open(new Destination.Factory(Optional.of(run)));
        await(() -> robot.lookup("#factory-tab-gates").tryQuery().isPresent());
        shot.settle();
        for (String side : List.of("log", "folds", "gates", "facts", "config")) {
            robot.clickOn("#factory-tab-" + side);
            if (side.equals("folds")) {
                hover(robot, "#factory-folds", 0.6, 0.5);
                shot.settle();
                shot.settle();
            }
            shots.write(shot, "real-factory-" + side);
        }
        robot.clickOn("#factory-tab-log");
        robot.clickOn("DOGE-USDT");
        shots.write(shot, "real-factory-failed-symbol");
        robot.clickOn("#page-action");
        shots.write(shot, "real-factory-run");
        robot.clickOn("#modal-cancel");
    }

    private void studies(FxRobot robot, PageShots shots, PageShots.Shot shot) throws Exception {
        shot.open(Destination.of(Page.STUDIES));
        await(() -> robot.lookup("#studies-tab-history").tryQuery().isPresent());
        shot.settle();
        for (String side : List.of("history", "parallel", "slice", "landscape", "importance", "timeline", "trials")) {
            robot.clickOn("#studies-tab-" + side);
            shot.settle();
            shots.write(shot, "real-studies-" + side);
        }
        robot.clickOn("#studies-tab-parallel");
        brush(robot, "#studies-parallel");
        shots.write(shot, "real-studies-brush");
        robot.clickOn("#studies-tab-history");
        shots.write(shot, "real-studies-brush-history");
        robot.clickOn("#studies-tab-trials");
        shots.write(shot, "real-studies-brush-trials", Theme.DARK);
    }

    /** A study is begun, paused, given a trial of one's own and resumed, by what a person would press. */
    private void underWay(FxRobot robot, PageShots shots, PageShots.Shot shot) throws Exception {
        robot.clickOn("#studies-tab-history");
        robot.clickOn("#page-action");
        robot.interact(() -> robot.lookup("#studies-text")
                .queryTextInputControl()
                .setText(CONFIG.formatted(16).replace(", DOGE-USDT", "")));
        shots.write(shot, "real-studies-run", Theme.DARK);
        robot.clickOn("#studies-run");
        await(() -> status(robot).startsWith("running") && ended(robot) >= 7);
        shots.write(shot, "real-studies-running");
        robot.clickOn("#studies-pause");
        await(() -> status(robot).startsWith("unfinished"));
        shots.write(shot, "real-studies-paused");
        robot.clickOn("#studies-enqueue");
        shots.write(shot, "real-studies-enqueue");
        robot.clickOn("#studies-enqueue-confirm");
        await(() -> robot.lookup("#studies-enqueue-confirm").tryQuery().isEmpty());
        robot.clickOn("#studies-tab-trials");
        shot.settle();
        shots.write(shot, "real-studies-waiting", Theme.DARK);
        robot.clickOn("#studies-resume");
        await(() -> status(robot).startsWith("finished"));
        assertThat(status(robot)).isEqualTo("finished · 16 of 16 trials ended");
        robot.clickOn("#studies-use-plateau");
        await(() -> robot.lookup("#factory-text").tryQuery().isPresent());
        shots.write(shot, "real-factory-use", Theme.LIGHT);
    }

    private static String status(FxRobot robot) {
        return robot.lookup("#studies-status")
                .tryQueryAs(Labeled.class)
                .map(Labeled::getText)
                .orElse("");
    }

    private static int ended(FxRobot robot) {
        ComboBox<?> picker = robot.lookup("#studies-picker").queryComboBox();
        return picker.getValue() instanceof StudyRow row ? row.ended() : 0;
    }

    private static void await(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(180, TimeUnit.SECONDS, condition::getAsBoolean);
    }

    private static Point2D place(FxRobot robot, String id, double across, double down) {
        Node node = robot.lookup(id).query();
        var bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(bounds.getMinX() + across * bounds.getWidth(), bounds.getMinY() + down * bounds.getHeight());
    }

    private static void hover(FxRobot robot, String id, double across, double down) {
        robot.moveTo(place(robot, id, across, down));
    }

    /** Drags along the last axis, from its top downwards. */
    private static void brush(FxRobot robot, String id) {
        robot.moveTo(place(robot, id, 0.918, 0.14));
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(place(robot, id, 0.918, 0.4));
        robot.release(MouseButton.PRIMARY);
    }
}
