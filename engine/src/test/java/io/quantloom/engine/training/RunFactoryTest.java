package io.quantloom.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.BacktestSpec;
import io.quantloom.engine.backtest.DataRange;
import io.quantloom.engine.backtest.LoadBacktest;
import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.experiment.Artifact;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunQuery;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.experiment.SealAbandonedRuns;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.model.ServedModel;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.order.FillReason;
import io.quantloom.engine.registry.Alias;
import io.quantloom.engine.registry.ModelVersion;
import io.quantloom.engine.registry.RegisteredModels;
import io.quantloom.engine.registry.Transition;
import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.training.search.TuneSymbol;
import io.quantloom.engine.training.tracking.FactoryReport;
import io.quantloom.engine.training.tracking.FactoryReport.Stage;
import io.quantloom.engine.training.tracking.FactoryReport.Status;
import io.quantloom.engine.training.tracking.FactoryReport.SymbolReport;
import io.quantloom.engine.training.tracking.FactoryRuns;
import io.quantloom.engine.tuning.Trial;
import io.quantloom.engine.tuning.TrialRunner;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The factory over 150 days of two sample instruments: small windows, few trees. */
class RunFactoryTest {

    private static final String CONFIG = """
        name: small
        symbols: [ALVORA-USD, BELTRI-USD]
        validation: {train: 60d, test: 30d}
        study: {trials: 3, batch: 2, search: {rounds: [5, 10], min_child_weight: [10, 30], threshold: [0.51, 0.53]}}
        backtest: {holdout: 30d, side: long-short}
        register: {model: "small-{symbol}"}
        """;
    private static final String LENIENT = CONFIG + "gates: [{metric: max_drawdown, at_most: 0.99}]\n";
    private static final String STRICT = CONFIG + "gates: [{metric: sharpe_ratio, at_least: 1000}]\n";

    // One run that nothing cut off, to compare with.
    private static final AtomicInteger ASKED = new AtomicInteger();
    private static final Factory WHOLE = Factory.small();
    private static final Outcome<FactoryReport> REPORT = whole();

    @Test
    void registersWhatPassesWithItsHistory() {
        Factory factory = Factory.small();

        FactoryReport report =
                factory.use().run(Factory.spec(LENIENT), JobContext.none()).orThrow();

        assertThat(report.symbols()).extracting(SymbolReport::status).containsExactly(Status.PASSED, Status.PASSED);
        SymbolReport first = report.symbols().getFirst();
        assertThat(first.stages())
                .extracting(Stage::name)
                .containsExactly(
                        "ingest", "label", "features", "tune", "train", "validate", "backtest", "gate", "register");
        assertThat(first.stages()).noneMatch(stage -> stage.lines().isEmpty());
        assertThat(first.stages().getFirst().lines().getFirst())
                .startsWith("3,600 bars of ALVORA-USD")
                .endsWith("not real prices: sample market, seed 5");
        assertThat(first.stages().get(3).lines().getFirst()).startsWith("xgboost: 3 trials, 3 complete; best trial ");
        assertThat(first.stages().get(7).lines())
                .hasSize(first.gates().size())
                .allMatch(line -> line.startsWith("passed: "));
        assertThat(first.stages().get(8).lines()).containsExactly("small-ALVORA-USD v1 is Challenger now");
        assertThat(new FactoryRuns(factory.runs).stages(first.run().orElseThrow()))
                .isEqualTo(first.stages());
        assertThat(first.trials()).isEqualTo(3);
        assertThat(first.model()).contains("small-ALVORA-USD");
        ModelVersion version = factory.registry.version("small-ALVORA-USD", 1).orElseThrow();
        assertThat(version.isGated()).isTrue();
        assertThat(version.run()).isEqualTo(first.run().orElseThrow());
        assertThat(version.modelCard().orElseThrow().parameters()).isEqualTo(first.parameters());
        assertThat(version.modelCard().orElseThrow().decision().threshold())
                .isEqualTo(first.parameters().number("threshold", 0));
        assertThat(factory.registry.model("small-ALVORA-USD").orElseThrow().aliases())
                .containsEntry(Alias.CHALLENGER, 1)
                .hasSize(1);
        assertThat(factory.registry.history("small-ALVORA-USD"))
                .extracting(Transition::origin)
                .containsExactly("factory");
        Outcome<ServedModel> served = new RegisteredModels(factory.registry, factory.artifacts, Factory.LEARNERS)
                .load(ModelRef.ofAlias("small-ALVORA-USD", Alias.CHALLENGER));
        try (ServedModel model = served.orThrow()) {
            assertThat(model.gated()).isTrue();
        }
    }

    @Test
    void refusesWithThresholdAndActualAndRegistersNothing() {
        Factory factory = Factory.small();

        FactoryReport report =
                factory.use().run(Factory.spec(STRICT), JobContext.none()).orThrow();

        SymbolReport first = report.symbols().getFirst();
        assertThat(first.status()).isEqualTo(Status.REFUSED);
        assertThat(first.reason()).matches("sharpe_ratio -?\\d+\\.\\d{4} is not ≥ 1000\\.0 \\(holdout\\)");
        assertThat(first.model()).isEmpty();
        assertThat(factory.registry.models()).isEmpty();
        Run run = factory.runs.find(first.run().orElseThrow()).orElseThrow();
        assertThat(run.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(run.tag(Tags.GATE)).contains("refused");
        assertThat(run.tag(Tags.REASON)).contains(first.reason());
    }

    @Test
    void tracksEverythingOnTheSymbolsRun() {
        Factory factory = Factory.small();

        FactoryReport report =
                factory.use().run(Factory.spec(LENIENT), JobContext.none()).orThrow();

        Run parent = factory.runs.find(report.run()).orElseThrow();
        assertThat(parent.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(factory.runs.loadArtifact(parent.id(), "config.yaml").orThrow())
                .asString()
                .isEqualTo(LENIENT);
        Run run = factory.runs
                .find(report.symbols().getFirst().run().orElseThrow())
                .orElseThrow();
        assertThat(run.parent()).contains(parent.id());
        assertThat(run.params()).containsKeys("learner", "max_depth", "threshold", "label", "features", "series");
        assertThat(run.tags())
                .containsKeys(Tags.DATA_HASH, Tags.DATASET, Tags.LEARNER, Tags.SYNTHETIC, Tags.TIMEFRAME, Tags.SEED)
                .containsKeys(Tags.MODEL_HASH, Tags.PREDICTIONS_HASH)
                .hasEntrySatisfying(Tags.REGIME, regime -> assertThat(regime).isIn("trending", "ranging", "volatile"));
        assertThat(run.metrics())
                .containsKeys(
                        "sharpe_ratio",
                        "walk_forward.sharpe_ratio",
                        "accuracy",
                        "auc",
                        "brier",
                        "walk_forward.auc",
                        "baseline_majority.accuracy",
                        "baseline_persistence.accuracy",
                        "stage_seconds.tune");
        assertThat(factory.runs.history(run.id(), "objective")).hasSize(3);
        assertThat(factory.runs.artifacts(run.id()))
                .extracting(Artifact::path)
                .contains("backtest/result.json", "walk-forward/result.json", "report.json", "stages.json");
    }

    @Test
    void keepsBothCurvesAsBacktestsThatCanBeOpened() {
        Factory factory = Factory.small();

        FactoryReport report =
                factory.use().run(Factory.spec(LENIENT), JobContext.none()).orThrow();

        SymbolReport symbol = report.symbols().getFirst();
        var load = new LoadBacktest(factory.runs);
        BacktestResult holdout = load.run(symbol.run().orElseThrow()).orThrow();
        BacktestResult walkForward =
                load.run(symbol.run().orElseThrow(), FactoryRuns.WALK_FORWARD).orThrow();
        assertThat(new TreeMap<>(holdout.statistics().values())).isEqualTo(symbol.metrics());
        assertThat(holdout.equity().size()).isEqualTo(30 * 24);
        assertThat(walkForward.equity().size()).isEqualTo((150 - 60 - 30) * 24);
        assertThat(holdout.outOfSampleFrom()).hasValue(holdout.equity().time(0));
        assertThat(walkForward.equity().time(walkForward.equity().size() - 1))
                .isEqualTo(holdout.equity().time(0) - 3_600_000);
    }

    // The served model over the same bars is the factory's holdout, fill by fill: nothing was lost on the way.
    @ParameterizedTest(name = "exits from the label: {0}")
    @ValueSource(booleans = {false, true})
    void tradesTheHoldoutAsABacktestOfTheRegisteredModel(boolean labelExits) {
        Factory factory = Factory.small();
        FactorySpec factorySpec = Factory.spec(
                labelExits
                        ? LENIENT.replace(
                                "side: long-short", "side: long-short, exits: {stop_loss: label, take_profit: label}")
                        : LENIENT);
        FactoryReport report = factory.use().run(factorySpec, JobContext.none()).orThrow();
        BacktestResult holdout = new LoadBacktest(factory.runs)
                .run(report.symbols().getFirst().run().orElseThrow())
                .orThrow();
        var models = new RegisteredModels(factory.registry, factory.artifacts, Factory.LEARNERS);
        var data = new DataRange(
                report.symbols().getFirst().symbol(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Instant.ofEpochMilli(holdout.equity().time(0))),
                Optional.empty());
        var strategy = new StrategySpec.Model(
                ModelRef.ofAlias("small-ALVORA-USD", Alias.CHALLENGER),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty());

        BacktestResult again = new RunBacktest(factory.bars, models, factory.runs, factory.events, factory.clock)
                .run(
                        new BacktestSpec(
                                data, strategy, factorySpec.trading().execution(), Finalization.LAST_CLOSE, 42),
                        JobContext.none())
                .orThrow();

        assertThat(again.fills()).isNotEmpty().isEqualTo(holdout.fills());
        assertThat(again.fills())
                .extracting(Fill::reason)
                .matches(reasons -> reasons.contains(FillReason.STOP_LOSS) == labelExits);
        assertThat(again.equity().values()).isEqualTo(holdout.equity().values());
    }

    @Test
    void letsOneSymbolFailAlone() {
        Factory factory = Factory.small();
        String config = LENIENT.replace("ALVORA-USD", "NOT-THERE");

        FactoryReport report =
                factory.use().run(Factory.spec(config), JobContext.none()).orThrow();

        assertThat(report.symbols()).extracting(SymbolReport::status).containsExactly(Status.FAILED, Status.PASSED);
        assertThat(report.symbols().getFirst().reason()).contains("expected a stored series of NOT-THERE");
        assertThat(factory.runs.find(report.run()).orElseThrow().status()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void triesFailedSymbolsAgainWhenResumed() {
        Factory factory = Factory.small();
        String config = LENIENT.replace("ALVORA-USD", "LATE-USD");
        FactoryReport before =
                factory.use().run(Factory.spec(config), JobContext.none()).orThrow();
        factory.addBars("LATE-USD", "ALVORA-USD");

        FactoryReport after =
                factory.use().resume(before.run(), JobContext.none()).orThrow();

        assertThat(after.symbols()).extracting(SymbolReport::status).containsExactly(Status.PASSED, Status.PASSED);
        assertThat(after.symbols().get(1)).isEqualTo(before.symbols().get(1));
        assertThat(factory.runs.find(before.run()).orElseThrow().status()).isEqualTo(RunStatus.FINISHED);
    }

    @Test
    void givesTheSameWithManyWorkers() {
        Factory together = Factory.small();
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            together.runner = TrialRunner.on(pool, 4);

            assertThat(essence(together.use().run(Factory.spec(LENIENT), JobContext.none())))
                    .isEqualTo(essence(REPORT));
        }
        assertThat(cards(together)).isEqualTo(cards(WHOLE));
    }

    // The clock is asked at every step that is recorded: it is where the process dies.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void endsWithTheSameBitsAfterAKill(long seed) {
        Factory killed = Factory.small();
        killed.clock = counting(new AtomicInteger(), new SplittableRandom(seed).nextInt(2, ASKED.get()));
        try {
            killed.use().run(Factory.spec(LENIENT), JobContext.none());
        } catch (Killed e) {
            assertThat(e).hasMessage("kill -9");
        }
        killed.clock = InstantSource.fixed(Instant.parse("2026-01-02T04:00:00Z"));
        new SealAbandonedRuns(killed.runs, killed.clock).run();
        RunId parent = new FactoryRuns(killed.runs).list(1).getFirst().run();

        List<SymbolReport> resumed = essence(killed.use().resume(parent, JobContext.none()));

        assertThat(resumed).isEqualTo(essence(REPORT));
        assertThat(cards(killed)).isEqualTo(cards(WHOLE));
        assertThat(killed.registry.versions("small-ALVORA-USD")).hasSize(1);
        assertThat(killed.registry.history("small-ALVORA-USD")).hasSize(1);
        assertThat(killed.runs.search(RunQuery.of("small"))).hasSize(3);
    }

    @Test
    void canBeCanceledAndResumed() {
        Factory factory = Factory.small();
        var canceling = new JobContext() {
            private volatile boolean canceled;

            @Override
            public void report(Progress progress) {
                canceled |= progress.stage().contains("BELTRI-USD · tune · xgboost · trial 1 of 3");
            }

            @Override
            public boolean isCanceled() {
                return canceled;
            }
        };

        assertThat(factory.use().run(Factory.spec(LENIENT), canceling)).isInstanceOf(Outcome.Canceled.class);

        FactoryReport canceled = new FactoryRuns(factory.runs).list(5).getFirst();
        assertThat(canceled.symbols()).extracting(SymbolReport::status).containsExactly(Status.PASSED, Status.CANCELED);
        assertThat(factory.runs.find(canceled.run()).orElseThrow().status()).isEqualTo(RunStatus.KILLED);
        assertThat(essence(factory.use().resume(canceled.run(), JobContext.none())))
                .isEqualTo(essence(REPORT));
    }

    @Test
    void reportsRisingProgressWithItsStage() {
        var seen = new ArrayList<Progress>();
        var watching = new JobContext() {
            @Override
            public void report(Progress progress) {
                seen.add(progress);
            }

            @Override
            public boolean isCanceled() {
                return false;
            }
        };

        Factory.small().use().run(Factory.spec(LENIENT), watching).orThrow();

        assertThat(seen).extracting(Progress::fraction).isSorted();
        assertThat(seen).extracting(Progress::stage).contains("ALVORA-USD · tune · xgboost · trial 2 of 3");
    }

    @Test
    void countsTheTrialsOfEarlierRunsInTheFamily() {
        Factory factory = Factory.small();

        FactoryReport first =
                factory.use().run(Factory.spec(LENIENT), JobContext.none()).orThrow();
        FactoryReport second = factory.use()
                .run(Factory.spec(LENIENT + "seed: 43\n"), JobContext.none())
                .orThrow();

        assertThat(deflated(factory, second)).isLessThan(1);
        String family = "small-ALVORA-USD|"
                + factory.runs
                        .find(first.symbols().getFirst().run().orElseThrow())
                        .orElseThrow()
                        .tags()
                        .get(Tags.DATA_HASH);
        List<Trial> trials = factory.studies.family(family);
        assertThat(trials).hasSize(6);
        assertThat(TuneSymbol.trials(factory.studies, family).count()).isEqualTo(6);
    }

    @Test
    void resumesOnlyFactoryRunsThatHaveStopped() {
        Factory factory = Factory.small();
        FactoryReport report =
                factory.use().run(Factory.spec(LENIENT), JobContext.none()).orThrow();
        RunId symbol = report.symbols().getFirst().run().orElseThrow();

        assertThat(reason(factory.use().resume(new RunId("beef"), JobContext.none())))
                .isEqualTo(Failure.Reason.MISSING_DATA);
        assertThat(reason(factory.use().resume(symbol, JobContext.none()))).isEqualTo(Failure.Reason.NOT_APPLICABLE);
        factory.runs.setStatus(report.run(), RunStatus.RUNNING, Instant.EPOCH);
        assertThat(reason(factory.use().resume(report.run(), JobContext.none())))
                .isEqualTo(Failure.Reason.CONFLICT);
    }

    private static double deflated(Factory factory, FactoryReport report) {
        RunId run = report.symbols().getFirst().run().orElseThrow();
        return factory.runs
                .find(run)
                .orElseThrow()
                .metric("walk_forward.deflated_sharpe")
                .orElseThrow();
    }

    private static Failure.Reason reason(Outcome<?> outcome) {
        return ((Outcome.Failed<?>) outcome).failure().reason();
    }

    /** The reports without what depends on when and as which run they were made. */
    private static List<SymbolReport> essence(Outcome<FactoryReport> outcome) {
        return outcome.orThrow().symbols().stream()
                .map(report -> new SymbolReport(
                        report.symbol(),
                        Optional.empty(),
                        report.status(),
                        report.trials(),
                        report.learner(),
                        report.parameters(),
                        report.metrics(),
                        report.gates(),
                        report.model(),
                        report.version(),
                        List.of(),
                        report.reason()))
                .toList();
    }

    private static List<Object> cards(Factory factory) {
        return factory.registry.models().stream()
                .flatMap(model -> factory.registry.versions(model.name()).stream())
                .<Object>map(ModelVersion::card)
                .toList();
    }

    private static Outcome<FactoryReport> whole() {
        WHOLE.clock = counting(ASKED, Integer.MAX_VALUE);
        return WHOLE.use().run(Factory.spec(LENIENT), JobContext.none());
    }

    private static InstantSource counting(AtomicInteger asked, int fatal) {
        Instant begin = Instant.parse("2026-01-02T03:04:05Z");
        return () -> {
            int now = asked.incrementAndGet();
            if (now >= fatal) {
                throw new Killed();
            }
            return begin.plusMillis(now);
        };
    }

    /** Not an exception that a border would catch: nothing after it is done. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("kill -9");
        }
    }
}
