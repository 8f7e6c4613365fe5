package io.quantloom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.backtest.analysis.AnalysisSettings;
import io.quantloom.engine.backtest.analysis.AnalyzeBacktest;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunQuery;
import io.quantloom.engine.strategy.MakeStrategy;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Page;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javafx.stage.Stage;
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

    private static final List<String> SIDES =
            List.of("overview", "trades", "periods", "costs", "robustness", "grid", "compare", "statistics");
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
        RunId weak = full.bench.backtest("TERRA", 60, 700).run().orElseThrow();
        var analyze = new AnalyzeBacktest(full.bench.bars, full.models(), MakeStrategy.builtIn(), full.bench.runs);
        for (RunId one : List.of(weak, run.id())) {
            analyze.run(one, AnalysisSettings.of(42), JobContext.none()).orThrow();
        }
        String others = full.bench.runs.search(RunQuery.of(RunBacktest.EXPERIMENT)).stream()
                .limit(3)
                .map(one -> one.id().value())
                .collect(Collectors.joining(" "));
        PageShots shots = shots(robot);
        PageShots.Shot shot = shots.window(full.ports(), desk(full));
        shot.station().shell().memory().put("backtests.compare", others);
        robot.interact(() -> shot.station().showOn(stage));
        shot.open(new Destination.Backtests(Optional.of(weak)));
        shots.write(shot, "backtests-alarms");
        shot.open(new Destination.Backtests(Optional.of(run.id())));
        shot.settle();
        for (String side : SIDES) {
            robot.clickOn("#backtests-tab-" + side);
            shots.write(shot, side.equals("overview") ? "backtests" : "backtests-" + side);
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

    private void shoot(FxRobot robot, String name, Ports ports, PageShots.Preparation prepare) throws Exception {
        shots(robot).shoot(name, ports, sample(ports), prepare);
    }

    private PageShots shots(FxRobot robot) {
        return new PageShots(robot, stage, BACKGROUND);
    }

    private static PageShots.Desk sample(Ports ports) {
        return desk(ports.runs().equals(none.ports().runs()) ? none : full);
    }

    private static PageShots.Desk desk(ResearchSample sample) {
        return new PageShots.Desk(sample.bench, sample::useCases);
    }

    /** Stores whose disk does not answer. */
    private static Ports broken() {
        return PageShots.broken(full.bench.bars);
    }
}
