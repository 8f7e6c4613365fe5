package io.quantloom.engine.backtest.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.backtest.BacktestFile;
import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.backtest.SharedData;
import io.quantloom.engine.backtest.fast.FastStatistics;
import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.base.WorkRunner;
import io.quantloom.engine.dataset.regime.MarketRegime;
import io.quantloom.engine.dataset.regime.RegimeClassifier;
import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.experiment.InMemoryRunStore;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunQuery;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.ImportBars;
import io.quantloom.engine.market.ImportSpec;
import io.quantloom.engine.market.InMemoryBarStore;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.model.ModelSource;
import io.quantloom.engine.performance.Statistic;
import io.quantloom.engine.strategy.FakeModel;
import io.quantloom.engine.strategy.MakeStrategy;
import io.quantloom.engine.tuning.TrialRunner;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunGridTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
    private static final String CROSSES = """
        data: {symbol: TEST}
        strategy: {type: sma-cross}
        execution: {fee: 0.001}
        grid:
          strategy.fast: [3, 5, 8]
          strategy.slow: [5, 8, 13, 21]
          exits.stop_loss: [null, 0.03]
        """;

    private final InMemoryBarStore bars = new InMemoryBarStore();
    private final InMemoryRunStore runs = new InMemoryRunStore(Ids.from(new Seeds(1).random()));
    private final Events events = new Events();
    private final ModelSource models = ref -> ref.model().equals("fake")
            ? Outcome.success(FakeModel.served(3, true, new DecisionRule(0.6, 0.5, true)))
            : Outcome.failed(Failure.of(Failure.Reason.MISSING_DATA, "a model", "none", ref.toString(), ""));
    private final BarSeries series = Bars.random(1, 400);

    @BeforeEach
    void storeTheSeries() {
        bars.save(Bars.instrument(0.001, false), series);
    }

    @Test
    void givesEachCombinationTheFiguresOfItsOwnBacktest() {
        GridTable table = run(CROSSES).table();

        // 3 × 4 windows, of which 5/5, 8/5 and 8/8 are none, each with and without a stop.
        assertThat(table.size()).isEqualTo(18);
        for (int row = 0; row < table.size(); row++) {
            var parameters = table.parameters(row);
            BacktestResult alone = backtest("""
                data: {symbol: TEST}
                strategy: {type: sma-cross, fast: %s, slow: %s}
                execution: {fee: 0.001}
                exits: {stop_loss: %s}
                """.formatted(
                            parameters.get("strategy.fast"),
                            parameters.get("strategy.slow"),
                            parameters.get("exits.stop_loss")));
            assertFigures(table, row, alone, false);
            assertThat(table.isFast(row)).isTrue();
        }
    }

    @Test
    void countsTheCombinationsThatDoNotGoTogether() {
        GridResult result = run(CROSSES);

        assertThat(result.skipped()).isEqualTo(6);
        assertThat(result.skippedBecause().orElseThrow())
                .contains("strategy.fast=5, strategy.slow=5", "expected a window below slow");
    }

    @Test
    void ranksInSampleAndShowsOutOfSampleAsABacktestOfItsOwn() {
        GridResult result = run(CROSSES + "out_of_sample: 0.25\nobjective: total_return\n");

        GridTable table = result.table();
        assertThat(result.outOfSampleFrom()).hasValue(300 * Bars.HOUR);
        List<Integer> best = result.best(18);
        assertThat(best.stream()
                        .map(row -> table.inSample(Statistic.TOTAL_RETURN, row).orElseThrow())
                        .toList())
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        var parameters = table.parameters(best.getFirst());
        for (boolean outside : List.of(false, true)) {
            BacktestResult alone = backtest("""
                data: {symbol: TEST, from: %s, to: %s}
                strategy: {type: sma-cross, fast: %s, slow: %s}
                execution: {fee: 0.001}
                exits: {stop_loss: %s}
                """.formatted(
                            Instant.ofEpochMilli((outside ? 300 : 0) * Bars.HOUR),
                            Instant.ofEpochMilli((outside ? 399 : 299) * Bars.HOUR),
                            parameters.get("strategy.fast"),
                            parameters.get("strategy.slow"),
                            parameters.get("exits.stop_loss")));
            assertFigures(table, best.getFirst(), alone, outside);
        }
    }

    @Test
    void splitsAtADate() {
        GridResult result = run(CROSSES.replace("symbol: TEST", "symbol: TEST, split: 1970-01-05"));

        assertThat(result.outOfSampleFrom()).hasValue(4 * 24 * Bars.HOUR);
        assertThat(sentence(CROSSES.replace("symbol: TEST", "symbol: TEST, split: 2020-01-05")))
                .contains("bars on either side of the split", "400 before it and 0 after it");
    }

    @Test
    void theNeighborhoodIsTheMeanOfTheCombinationsOneStepAway() {
        GridTable table = run("""
            data: {symbol: TEST}
            strategy: {type: sma-cross}
            grid: {strategy.fast: [3, 4, 5], strategy.slow: [20, 30]}
            """).table();

        // Rows: 3/20 3/30 4/20 4/30 5/20 5/30. Neighbours of 4/20: 3/20, 5/20 and 4/30.
        double mean = (sharpe(table, 0) + sharpe(table, 4) + sharpe(table, 3)) / 3;
        assertThat(table.neighborhood(2).orElseThrow()).isCloseTo(mean, within(1e-12));
        assertThat(table.neighborhood(5).orElseThrow())
                .isCloseTo((sharpe(table, 3) + sharpe(table, 4)) / 2, within(1e-12));
    }

    @Test
    void tradesOneForecastByManyThresholds() {
        GridTable table = run("""
            data: {symbol: TEST, from: 1970-01-03}
            strategy: {type: model, model: models:/fake@Champion, side: long-short}
            out_of_sample: 0.5
            grid: {strategy.threshold: [0.52, 0.55, 0.6], strategy.exit_threshold: [0.4, 0.55]}
            """).table();

        // 0.52 with an exit at 0.55 is none.
        assertThat(table.size()).isEqualTo(5);
        BacktestResult alone = backtest("""
            data: {symbol: TEST, from: 1970-01-03, to: %s}
            strategy: {type: model, model: models:/fake@Champion, side: long-short, threshold: 0.55, exit_threshold: 0.55}
            """.formatted(Instant.ofEpochMilli((48 + 176 - 1) * Bars.HOUR)));
        assertFigures(table, 2, alone, false);
        assertThat(alone.trades()).hasSizeGreaterThan(3);
        assertThat(table.isFast(2)).isTrue();
    }

    @Test
    void goesThroughTheKernelWhereTheFastPathDoesNotDoAStrategy() {
        GridResult result = run("""
            data: {symbol: TEST}
            strategy:
              type: rules
              entry: {type: CrossedUpIndicatorRule, components: [{type: ClosePriceIndicator}, {type: SMAIndicator, parameters: {barCount: 10}}]}
              exit: {type: CrossedDownIndicatorRule, components: [{type: ClosePriceIndicator}, {type: SMAIndicator, parameters: {barCount: 10}}]}
            grid: {exits.stop_loss: [null, 0.03]}
            """);

        assertThat(result.table().size()).isEqualTo(2);
        assertThat(result.table().kernelRows()).isEqualTo(2);
        assertThat(result.certificate().equal()).isEmpty();
        assertThat(result.table().inSample(Statistic.TRADES, 1).orElseThrow()).isPositive();
    }

    @Test
    void goesThroughTheKernelWhereTheFastPathDoesNotDoAnExecution() {
        GridTable table = run("""
            data: {symbol: TEST}
            strategy: {type: sma-cross, fast: 3, slow: 8}
            grid: {execution.latency: [0, 2], exits.trailing_stop: [null, 0.04]}
            """).table();

        assertThat(table.kernelRows()).isEqualTo(3);
        BacktestResult alone = backtest("""
            data: {symbol: TEST}
            strategy: {type: sma-cross, fast: 3, slow: 8}
            execution: {latency: 2}
            exits: {trailing_stop: 0.04}
            """);
        assertFigures(table, 3, alone, false);
        assertThat(table.isFast(3)).isFalse();
        assertThat(alone.certificate().reason()).contains("a trailing stop, fills other than whole at the next open");
    }

    @Test
    void recordsOneRunFromWhichTheSameResultIsLoaded() {
        GridResult result = run(CROSSES + "out_of_sample: 0.25\n");

        Run run = runs.find(result.run().orElseThrow()).orElseThrow();
        assertThat(new LoadGrid(runs).run(run.id()).orThrow()).isEqualTo(result);
        assertThat(runs.search(RunQuery.of(RunBacktest.EXPERIMENT))).hasSize(1);
        assertThat(run.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(run.tag(Tags.KIND)).contains("grid");
        assertThat(run.tag(Tags.REGIME))
                .isEqualTo(RegimeClassifier.standard()
                        .classify(series)
                        .dominant(0, series.size())
                        .map(MarketRegime::text))
                .isPresent();
        assertThat(run.params())
                .containsEntry("grid.strategy.slow", "5, 8, 13, 21")
                .containsEntry("fee", "0.001")
                .doesNotContainKey("stop_loss");
        assertThat(run.metrics()).containsEntry("combinations", 18.0);
        assertThat(result.certificate().equal()).contains(true);
        assertThat(result.deflatedSharpe()).isPresent();
    }

    @Test
    void isTheSameWhoeverComputes() {
        GridSpec spec = GridFile.parse("grid.yaml", CROSSES + "sample: 15\n").orThrow();
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            GridTable pooled = grid(TrialRunner.on(pool, 4))
                    .run(spec, "", JobContext.none())
                    .orThrow()
                    .table();

            assertThat(pooled)
                    .isEqualTo(grid(TrialRunner.onCaller())
                            .run(spec, "", JobContext.none())
                            .orThrow()
                            .table());
        }
    }

    @Test
    void recordsACanceledGridAsKilled() {
        var canceled = new JobContext() {
            @Override
            public void report(Progress progress) {
                // nobody looks
            }

            @Override
            public boolean isCanceled() {
                return true;
            }
        };

        Outcome<GridResult> outcome =
                grid(TrialRunner.onCaller()).run(GridFile.parse("g", CROSSES).orThrow(), "", canceled);

        assertThat(outcome).isEqualTo(Outcome.canceled());
        assertThat(runs.search(RunQuery.of(RunBacktest.EXPERIMENT)))
                .extracting(Run::status)
                .containsExactly(RunStatus.KILLED);
    }

    @Test
    void refusesAGridWithoutAPossibleCombination() {
        assertThat(sentence(
                        "data: {symbol: TEST}\nstrategy: {type: sma-cross, slow: 5}\ngrid: {strategy.fast: [7, 9]}\n"))
                .contains("strategy.fast: expected a window below slow");
        assertThat(sentence(
                        "data: {symbol: TEST}\nsizes: 1\nstrategy: {type: sma-cross}\ngrid: {strategy.fast: [7]}\n"))
                .contains("the unknown key 'sizes'");
        assertThat(runs.search(RunQuery.of(RunBacktest.EXPERIMENT))).isEmpty();
    }

    // backtesting.py's own example optimises the same strategy on the same prices; the best of the grid must be a
    // backtest
    // that can be run alone, and certified.
    @Test
    void runsARealGrid() {
        new ImportBars(bars, events)
                .run(ImportSpec.of(SharedData.path("equities/GOOG_backtestingpy_1d.csv")), JobContext.none())
                .orThrow();

        GridResult result = run("""
            data: {symbol: GOOG}
            strategy: {type: sma-cross}
            sizing: {whole_units: true}
            execution: {fee: 0.002}
            out_of_sample: 0.3
            grid:
              strategy.fast: {from: 5, to: 60, step: 5}
              strategy.slow: {from: 10, to: 200, step: 10}
              exits.stop_loss: [null, 0.05]
              exits.take_profit: [null, 0.1]
            """);

        assertThat(result.table().size() + result.skipped()).isEqualTo(12 * 20 * 4);
        assertThat(result.table().kernelRows()).isZero();
        assertThat(result.certificate().equal()).contains(true);
        int best = result.best(1).getFirst();
        assertThat(result.table().inSample(Statistic.SHARPE_RATIO, best).orElseThrow())
                .isGreaterThan(0.5);
        assertThat(result.table().outOfSample(Statistic.TRADES, best)).isPresent();
    }

    private static double sharpe(GridTable table, int row) {
        return table.inSample(Statistic.SHARPE_RATIO, row).orElseThrow();
    }

    private static void assertFigures(GridTable table, int row, BacktestResult alone, boolean outOfSample) {
        for (Statistic statistic : FastStatistics.COLUMNS) {
            assertThat(outOfSample ? table.outOfSample(statistic, row) : table.inSample(statistic, row))
                    .as(table.parameters(row) + " " + statistic)
                    .isEqualTo(alone.statistics().get(statistic.key()));
        }
    }

    private GridResult run(String text) {
        return grid(TrialRunner.onCaller())
                .run(GridFile.parse("grid.yaml", text).orThrow(), text, JobContext.none())
                .orThrow();
    }

    private String sentence(String text) {
        Outcome<GridResult> outcome = grid(TrialRunner.onCaller())
                .run(GridFile.parse("grid.yaml", text).orThrow(), text, JobContext.none());
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed<GridResult>) outcome).failure().sentence();
    }

    private RunGrid grid(WorkRunner workers) {
        return new RunGrid(new RunGrid.Ports(bars, models, MakeStrategy.builtIn(), runs), workers, events, CLOCK);
    }

    private BacktestResult backtest(String text) {
        return new RunBacktest(bars, models, new InMemoryRunStore(Ids.from(new Seeds(2).random())), events, CLOCK)
                .run(BacktestFile.parse("spec.yaml", text).orThrow(), JobContext.none())
                .orThrow();
    }
}
