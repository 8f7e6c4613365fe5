package io.quantloom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.backtest.BacktestFile;
import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.backtest.analysis.AnalysisSettings;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.market.ImportBars;
import io.quantloom.engine.market.ImportSpec;
import io.quantloom.engine.strategy.MakeStrategy;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.window.UiStateStore;
import io.quantloom.ui.task.ExecutorTaskRunner;
import io.quantloom.ui.task.TaskLane;
import io.quantloom.ui.task.UiThread;
import io.quantloom.ui.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Writes the sides of backtests on real prices to {@code target/shots}; a person looks at them. */
@Tag("soak")
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
@ExtendWith(ApplicationExtension.class)
class RealDataScreenshotTest {

    private static final ExecutorService BACKGROUND = Executors.newVirtualThreadPerTaskExecutor();
    private static final List<String> SIDES =
            List.of("overview", "trades", "periods", "costs", "robustness", "statistics");

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

    @ParameterizedTest(name = "{0}")
    @CsvSource({"GOOG, equities/GOOG_backtestingpy_1d.csv", "BTC-USDT, hourly/BTC-USDT_binance_1h.csv.gz"})
    void aRealBacktest(String symbol, String file, FxRobot robot) throws Exception {
        Path prices = Path.of("../../shared/data").resolve(file);
        Assumptions.assumeTrue(Files.exists(prices), "real data stands at ../shared/data from the project's root");
        RunId run = recorded(symbol, prices);
        var tasks = new ExecutorTaskRunner(TaskLane.Executors.all(BACKGROUND), UiThread.javaFx(), sample.bench.clock);
        Host host = new Host(
                tasks,
                UiThread.javaFx(),
                sample.bench.events,
                sample.bench.clock,
                UiStateStore.inMemory(),
                "real prices",
                Optional.empty());
        Workstation[] station = new Workstation[1];
        robot.interact(() -> {
            station[0] = new Workstation(sample.ports(), sample.useCases(), host);
            station[0].showOn(stage);
            station[0].open(new Destination.Backtests(Optional.of(run)));
        });
        settle();
        for (String side : SIDES) {
            robot.clickOn("#backtests-tab-" + side);
            for (Theme theme : Theme.values()) {
                robot.interact(() -> station[0].theme(theme));
                Path shot = Path.of(
                        "target",
                        "shots",
                        symbol + "-" + side + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
                CountDownLatch written = new CountDownLatch(1);
                Platform.runLater(() ->
                        Snapshots.write(stage.getScene(), shot, javafx.util.Duration.millis(400), written::countDown));
                assertThat(written.await(30, TimeUnit.SECONDS)).isTrue();
            }
        }
        robot.interact(() -> station[0].close());
    }

    private RunId recorded(String symbol, Path prices) {
        new ImportBars(sample.bench.bars, sample.bench.events)
                .run(ImportSpec.of(prices), JobContext.none())
                .orThrow();
        String text =
                "data: {symbol: " + symbol + "}\nstrategy: {type: sma-cross, fast: 20, slow: 50, side: long-short}\n"
                        + "execution: {fee: 0.001, slippage_bps: 2}\n";
        RunId run = BacktestFile.parse("real", text)
                .then(spec -> new RunBacktest(
                                sample.bench.bars,
                                sample.models(),
                                MakeStrategy.builtIn(),
                                sample.bench.runs,
                                sample.bench.events,
                                sample.bench.clock)
                        .run(spec, text, JobContext.none()))
                .orThrow()
                .run()
                .orElseThrow();
        sample.bench
                .look
                .analyze()
                .run(run, AnalysisSettings.of(42), JobContext.none())
                .orThrow();
        return run;
    }

    private static void settle() throws InterruptedException {
        CountDownLatch settled = new CountDownLatch(1);
        UiThread.javaFx().executeAfter(Duration.ofMillis(1500), settled::countDown);
        assertThat(settled.await(30, TimeUnit.SECONDS)).isTrue();
    }
}
