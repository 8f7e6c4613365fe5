package io.quantloom.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.experiment.InMemoryRunStore;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunEvent;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunQuery;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.InMemoryBarStore;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.model.ModelSource;
import io.quantloom.engine.strategy.FakeModel;
import io.quantloom.engine.strategy.StrategySpec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunBacktestTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final StrategySpec CROSS = new StrategySpec.SmaCross(3, 8, true);
    private static final StrategySpec MODEL = new StrategySpec.Model(
            ModelRef.ofAlias("fake", "Champion"), OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());

    private final InMemoryBarStore bars = new InMemoryBarStore();
    private final InMemoryRunStore runs = new InMemoryRunStore(Ids.from(new Seeds(1).random()));
    private final Events events = new Events();
    private final ModelSource models = ref -> ref.model().equals("fake")
            ? Outcome.success(FakeModel.served(3, true, new DecisionRule(0.6, 0.5, true)))
            : Outcome.failed(Failure.of(Failure.Reason.MISSING_DATA, "a model", "none", ref.toString(), ""));
    private final RunBacktest backtest = new RunBacktest(bars, models, runs, events, InstantSource.fixed(NOW));
    private final BarSeries series = Bars.random(1, 400);

    @BeforeEach
    void storeTheSeries() {
        bars.save(Bars.instrument(0.001, false), series);
    }

    @Test
    void recordsARunFromWhichTheSameResultIsLoaded() {
        BacktestResult result =
                backtest.run(spec(CROSS, 0, 400), JobContext.none()).orThrow();

        assertThat(result.trades()).isNotEmpty();
        assertThat(new LoadBacktest(runs).run(result.run().orElseThrow()).orThrow())
                .isEqualTo(result);
    }

    @Test
    void recordsAModelsBacktestWithItsVersionAndWhatItHadNotSeen() {
        BacktestResult result =
                backtest.run(spec(MODEL, 50, 400), JobContext.none()).orThrow();

        // The fake was trained up to bar 100.
        assertThat(result.outOfSampleFrom()).hasValue(101 * Bars.HOUR);
        assertThat(new LoadBacktest(runs).run(result.run().orElseThrow()).orThrow())
                .isEqualTo(result);
        Run run = runs.find(result.run().orElseThrow()).orElseThrow();
        assertThat(run.params()).containsEntry("model_version", "fake/3").containsEntry("strategy", "model");
        assertThat(run.tag(Tags.LEARNER)).contains("fake");
    }

    @Test
    void logsParamsMetricsTagsAndTheSpecification() {
        List<RunEvent> told = new ArrayList<>();
        events.subscribe(RunEvent.class, told::add);

        BacktestResult result = backtest.run(spec(CROSS, 0, 400), "seed: 42\n", JobContext.none())
                .orThrow();

        RunId id = result.run().orElseThrow();
        Run run = runs.find(id).orElseThrow();
        assertThat(run.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(run.name()).isEqualTo("sma-cross 3/8 long-short on TEST 1h");
        assertThat(run.params())
                .containsEntry("fast", "3")
                .containsEntry("side", "long-short")
                .containsEntry("fee", "0.0");
        assertThat(run.metric("total_return")).isEqualTo(result.statistics().get("total_return"));
        assertThat(run.metrics()).doesNotContainKeys("start", "end");
        assertThat(run.tag(Tags.KIND)).contains("backtest");
        assertThat(run.tag(Tags.DATA_HASH)).contains(series.contentHash().hex());
        assertThat(new String(runs.loadArtifact(id, RunBacktest.SPEC).orThrow(), StandardCharsets.UTF_8))
                .isEqualTo("seed: 42\n");
        assertThat(told).containsExactly(new RunEvent.Began(id), new RunEvent.Ended(id, RunStatus.FINISHED));
    }

    @Test
    void handsARuleTheBarsOfTheRangeOnly() {
        BacktestResult ranged =
                backtest.run(spec(CROSS, 100, 300), JobContext.none()).orThrow();
        bars.save(Bars.instrument(0.001, false), series.slice(100, 300));
        BacktestResult alone =
                backtest.run(spec(CROSS, 0, 400), JobContext.none()).orThrow();

        assertThat(ranged.fills()).isEqualTo(alone.fills());
        assertThat(ranged.equity()).isEqualTo(alone.equity());
        assertThat(ranged.equity().size()).isEqualTo(200);
    }

    @Test
    void warmsAModelsFeaturesUpBeforeTheRange() {
        BacktestResult result =
                backtest.run(spec(MODEL, 200, 210), JobContext.none()).orThrow();

        // Ten bars are far fewer than the features need; they are defined all the same, so there are fills.
        assertThat(result.fills()).isNotEmpty();
    }

    @Test
    void isTheSameTwice() {
        BacktestResult first =
                backtest.run(spec(MODEL, 0, 400), JobContext.none()).orThrow();
        BacktestResult second =
                backtest.run(spec(MODEL, 0, 400), JobContext.none()).orThrow();

        assertThat(second.ofRun(first.run().orElseThrow())).isEqualTo(first);
    }

    @Test
    void saysWhereTheSeriesIsWhenTheRangeIsEmpty() {
        Outcome<BacktestResult> outcome = backtest.run(spec(CROSS, 500, 600), JobContext.none());

        assertThat(sentence(outcome))
                .contains(
                        "at least one bar of TEST 1h test",
                        "the series goes from 1970-01-01T00:00:00Z to 1970-01-17T15:00:00Z");
        assertThat(runs.search(RunQuery.of(RunBacktest.EXPERIMENT))).isEmpty();
    }

    @Test
    void tellsOfAnUnknownSymbolOrModel() {
        var unknown = new DataRange(
                new Symbol("NONE"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        var noSymbol = new BacktestSpec(unknown, CROSS, ExecutionSpec.DEFAULT, Finalization.NONE, 1);
        StrategySpec missing = new StrategySpec.Model(
                ModelRef.ofVersion("none", 1), OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());

        assertThat(sentence(backtest.run(noSymbol, JobContext.none()))).contains("NONE");
        assertThat(sentence(backtest.run(spec(missing, 0, 400), JobContext.none())))
                .contains("models:/none/1");
    }

    @Test
    void recordsACanceledRunAsKilled() {
        Outcome<BacktestResult> outcome = backtest.run(spec(CROSS, 0, 400), new JobContext() {
            @Override
            public void report(Progress progress) {
                // nobody looks
            }

            @Override
            public boolean isCanceled() {
                return true;
            }
        });

        assertThat(outcome).isEqualTo(Outcome.canceled());
        assertThat(runs.search(RunQuery.of(RunBacktest.EXPERIMENT)))
                .extracting(Run::status)
                .containsExactly(RunStatus.KILLED);
    }

    @Test
    void refusesADamagedResult() {
        RunId id = backtest.run(spec(CROSS, 0, 400), JobContext.none())
                .orThrow()
                .run()
                .orElseThrow();
        runs.saveArtifact(id, RunBacktest.RESULT, "{\"format\":1}".getBytes(StandardCharsets.UTF_8));

        assertThat(sentence(new LoadBacktest(runs).run(id))).contains("no title", id.value());
    }

    private static BacktestSpec spec(StrategySpec strategy, int from, int to) {
        var range = new DataRange(
                Bars.SYMBOL,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Instant.ofEpochMilli(from * Bars.HOUR)),
                Optional.of(Instant.ofEpochMilli(to * Bars.HOUR - 1)));
        return new BacktestSpec(range, strategy, ExecutionSpec.DEFAULT, Finalization.LAST_CLOSE, 42);
    }

    private static String sentence(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed<?>) outcome).failure().sentence();
    }
}
