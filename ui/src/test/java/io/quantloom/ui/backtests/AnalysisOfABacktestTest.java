package io.quantloom.ui.backtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.backtest.analysis.AnalyzeBacktest;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.ui.backtests.analysis.AnalysisContent;
import io.quantloom.ui.backtests.analysis.AnalysisViewModel;
import io.quantloom.ui.backtests.history.BacktestRow;
import io.quantloom.ui.backtests.report.BacktestReport;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.task.ExecutorTaskRunner;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.TaskLane;
import io.quantloom.ui.task.UiThread;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnalysisOfABacktestTest {

    private final SomeBacktests some = new SomeBacktests();
    private final AnalysisViewModel analysis = some.analysis;
    private RunId older;
    private RunId newer;

    @BeforeEach
    void runTwo() {
        some.bench.walk("VEGA", 300, 1);
        older = some.bench.backtest("VEGA", 5, 20).run().orElseThrow();
        newer = some.bench.backtest("VEGA", 10, 30).run().orElseThrow();
    }

    private AnalysisContent shown() {
        return analysis.stateProperty().get().shown().orElseThrow();
    }

    @Test
    void isOfferedAndThenMadeAndKept() {
        some.attach();
        assertThat(analysis.stateProperty().get()).isInstanceOf(ScreenState.Empty.class);
        assertThat(analysis.verdictProperty().getValue().tone()).isEqualTo(Tone.MUTED);

        analysis.analyze();

        AnalysisContent made = shown();
        assertThat(made.intervals()).containsOnlyKeys("sharpe_ratio", "annualized_return", "max_drawdown");
        assertThat(made.costs()).hasSize(4);
        assertThat(made.costs().getFirst().sharpe().marked()).isPresent();
        assertThat(made.costs().getLast().sharpe().marked()).isEmpty();
        assertThat(made.paths()).hasSize(3);
        assertThat(made.neighbors().orElseThrow().rows().getFirst().isCenter()).isTrue();
        assertThat(some.bench.runs.artifacts(newer))
                .extracting(artifact -> artifact.path())
                .contains(AnalyzeBacktest.ANALYSIS);
        some.list.open(older.value());
        assertThat(analysis.stateProperty().get()).isInstanceOf(ScreenState.Empty.class);
        some.list.open(newer.value());
        assertThat(shown().intervals()).isEqualTo(made.intervals());
    }

    @Test
    void fewTradesAreAnAlarm() {
        some.attach();
        analysis.analyze();

        assertThat(shown().findings())
                .extracting(AnalysisContent.Finding::title)
                .contains("Too few trades");
        assertThat(analysis.verdictProperty().getValue().details()).contains("trades are too few");
        assertThat(analysis.verdictProperty().getValue().words()).endsWith("alarms");
    }

    @Test
    void intervalsStandBesideTheFiguresOfTheStrip() {
        some.attach();
        analysis.analyze();

        BacktestReport.Tile sharpe = some.report.stateProperty().get().shown().orElseThrow().figures().stream()
                .filter(tile -> tile.key().equals("sharpe_ratio"))
                .findFirst()
                .orElseThrow();

        assertThat(sharpe.with(shown().intervals()).note()).startsWith("CI ").contains(" … ");
        assertThat(sharpe.with(shown().intervals()).formula())
                .contains(sharpe.figure().note());
        assertThat(sharpe.with(java.util.Map.of())).isEqualTo(sharpe.figure());
    }

    @Test
    void aQuickBacktestIsAnalyzedAfterItWasRun() {
        some.attach();
        some.form.open();

        some.form.run(some.list::open);

        assertThat(analysis.stateProperty().get()).isInstanceOf(ScreenState.Content.class);
        assertThat(shown().notes()).isEmpty();
    }

    @Test
    void aDamagedFileIsAFailureWithAWayOut() {
        some.bench.runs.saveArtifact(newer, AnalyzeBacktest.ANALYSIS, "{".getBytes(StandardCharsets.UTF_8));
        some.attach();

        assertThat(analysis.stateProperty().get()).isInstanceOf(ScreenState.Failed.class);

        analysis.analyze();
        assertThat(analysis.stateProperty().get()).isInstanceOf(ScreenState.Content.class);
    }

    @Test
    void goesOnWhileAnotherBacktestIsLookedAt() {
        var queue = new ArrayDeque<Runnable>();
        var later = new AnalysisViewModel(
                new AnalysisViewModel.Ports(
                        some.bench.runs,
                        some.bench.loadBacktest,
                        some.bench.look.loadAnalysis(),
                        some.bench.look.analyze()),
                new ExecutorTaskRunner(TaskLane.Executors.all(queue::add), UiThread.direct(), some.bench.clock),
                some.list.selectedProperty().map(row -> row.map(BacktestRow::id)));
        some.attach();
        later.attach();
        drain(queue);
        later.analyze();
        assertThat(later.stateProperty().get()).isInstanceOf(ScreenState.Loading.class);

        Runnable work = queue.remove();
        some.list.open(older.value());
        drain(queue);
        assertThat(later.stateProperty().get()).isInstanceOf(ScreenState.Empty.class);
        some.list.open(newer.value());
        assertThat(later.stateProperty().get()).isInstanceOf(ScreenState.Loading.class);
        work.run();

        assertThat(later.stateProperty().get()).isInstanceOf(ScreenState.Content.class);
    }

    private static void drain(ArrayDeque<Runnable> queue) {
        while (!queue.isEmpty()) {
            queue.remove().run();
        }
    }
}
