package io.quantloom.engine.backtest.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.BacktestSpec;
import io.quantloom.engine.backtest.DataRange;
import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.backtest.SaveBacktest;
import io.quantloom.engine.backtest.analysis.rerun.CostPoint;
import io.quantloom.engine.backtest.analysis.rerun.Neighbor;
import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.experiment.InMemoryRunStore;
import io.quantloom.engine.experiment.RunDraft;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.market.InMemoryBarStore;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.model.ModelSource;
import io.quantloom.engine.model.ServedModel;
import io.quantloom.engine.model.ServedStrategy;
import io.quantloom.engine.model.ServedVersion;
import io.quantloom.engine.model.StrategyCard;
import io.quantloom.engine.strategy.FakeModel;
import io.quantloom.engine.strategy.MakeStrategy;
import io.quantloom.engine.strategy.StrategySpec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnalyzeBacktestTest {

    private static final StrategySpec CROSS = new StrategySpec.SmaCross(3, 8, true);
    private static final StrategySpec MODEL = new StrategySpec.Model(
            ModelRef.ofAlias("fake", "Champion"), OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());
    private static final ServedStrategy REGISTERED = new ServedStrategy(
            "rule",
            1,
            true,
            new StrategyCard(
                    "sma-cross",
                    new TreeMap<>(),
                    Sha256.ofText("file"),
                    Bars.HOURLY,
                    Sha256.ofText("bars"),
                    Instant.EPOCH,
                    Instant.EPOCH,
                    42,
                    new TreeMap<>()),
            "data: {symbol: TEST}\nstrategy: {type: sma-cross, fast: 3, slow: 8}\n");
    private static final AnalysisSettings SETTINGS =
            new AnalysisSettings(7, 100, 50, 0.9, List.of(0.0, 0.001), List.of(0.0, 5.0), 2, Optional.empty());

    private final InMemoryBarStore bars = new InMemoryBarStore();
    private final InMemoryRunStore runs = new InMemoryRunStore(Ids.from(new Seeds(1).random()));
    private final ModelSource models = new ModelSource() {
        @Override
        public Outcome<ServedModel> load(ModelRef ref) {
            return Outcome.success(FakeModel.served(3, true, new DecisionRule(0.6, 0.5, true)));
        }

        @Override
        public Outcome<ServedVersion> resolve(ModelRef ref) {
            return ref.model().equals("rule") ? Outcome.success(REGISTERED) : ModelSource.super.resolve(ref);
        }
    };
    private final RunBacktest backtest =
            new RunBacktest(bars, models, runs, new Events(), InstantSource.fixed(Instant.EPOCH));
    private final AnalyzeBacktest analyze = new AnalyzeBacktest(bars, models, MakeStrategy.builtIn(), runs);

    @BeforeEach
    void storeTheSeries() {
        bars.save(Bars.instrument(0.001, false), Bars.random(1, 400));
    }

    @Test
    void savesWhatOpensAgainAsItWas() {
        RunId run = run(CROSS).run().orElseThrow();

        BacktestAnalysis analysis = analyze.run(run, SETTINGS.withBenchmark(Bars.HOURLY), JobContext.none())
                .orThrow();

        assertThat(new LoadAnalysis(runs).run(run).orThrow()).isEqualTo(analysis);
        assertThat(analysis.curve().benchmarks()).hasSize(2);
        assertThat(analysis.bootstraps()).hasSize(2);
        assertThat(analysis.monteCarlo()).hasSize(3);
        assertThat(analysis.notes()).isEmpty();
    }

    @Test
    void isTheSameTwice() {
        RunId run = run(CROSS).run().orElseThrow();

        assertThat(analyze.run(run, SETTINGS, JobContext.none()))
                .isEqualTo(analyze.run(run, SETTINGS, JobContext.none()));
    }

    @Test
    void agreesWithTheStatisticsOfTheBacktest() {
        BacktestResult result = run(CROSS);

        BacktestAnalysis analysis = analysis(result);

        double sharpe = result.statistics().get("sharpe_ratio").orElseThrow();
        CostPoint own = analysis.frontier().orElseThrow().at(0, 0, 0).orElseThrow();
        assertThat(own.sharpe()).isEqualTo(sharpe);
        assertThat(own.trades()).isEqualTo(result.trades().size());
        assertThat(analysis.perturbation().orElseThrow().center().sharpe()).isEqualTo(sharpe);
        assertThat(analysis.bootstraps().getFirst().intervals().getFirst().estimate())
                .isCloseTo(sharpe, within(1e-12));
        assertThat(analysis.curve().benchmarks().getFirst().beta())
                .isCloseTo(result.statistics().get("beta").orElseThrow(), within(1e-12));
        assertThat(analysis.curve().drawdowns().getFirst().depth())
                .isEqualTo(result.statistics().get("max_drawdown").orElseThrow());
        assertThat(analysis.monteCarlo().getFirst().finalEquity().quantile(0.5))
                .isCloseTo(result.equity().value(result.equity().size() - 1), within(1e-6));
    }

    @Test
    void costsAndDelayChangeTheResult() {
        List<CostPoint> points = analysis(run(CROSS)).frontier().orElseThrow().points();

        assertThat(points).hasSize(12);
        for (int delay = 0; delay < 3; delay++) {
            // The same fills, dearer.
            assertThat(points.get(4 * delay + 1).totalReturn())
                    .isLessThan(points.get(4 * delay).totalReturn());
            assertThat(points.get(4 * delay + 2).totalReturn())
                    .isLessThan(points.get(4 * delay).totalReturn());
        }
        assertThat(points.get(4).totalReturn()).isNotEqualTo(points.get(0).totalReturn());
    }

    @Test
    void neighborsAreTheStrategyWithTheirParameters() {
        Neighbor neighbor = analysis(run(CROSS)).perturbation().orElseThrow().neighbors().stream()
                .filter(each -> each.parameters().equals(Map.of("fast", 4.0, "slow", 9.0)))
                .findFirst()
                .orElseThrow();

        BacktestResult alone = run(new StrategySpec.SmaCross(4, 9, true));

        assertThat(neighbor.sharpe())
                .isEqualTo(alone.statistics().get("sharpe_ratio").orElseThrow());
        assertThat(neighbor.trades()).isEqualTo(alone.trades().size());
    }

    @Test
    void runsAModelAgainFromItsProbabilities() {
        BacktestResult result = run(MODEL);

        BacktestAnalysis analysis = analysis(result);

        assertThat(analysis.frontier().orElseThrow().at(0, 0, 0).orElseThrow().totalReturn())
                .isEqualTo(result.statistics().get("total_return").orElseThrow());
        Neighbor lower = analysis.perturbation().orElseThrow().neighbors().stream()
                .filter(each -> each.parameters().equals(Map.of("threshold", 0.59, "exit_threshold", 0.5)))
                .findFirst()
                .orElseThrow();
        BacktestResult alone = run(new StrategySpec.Model(
                ModelRef.ofAlias("fake", "Champion"),
                OptionalDouble.of(0.59),
                OptionalDouble.of(0.5),
                Optional.empty()));
        assertThat(lower.totalReturn())
                .isEqualTo(alone.statistics().get("total_return").orElseThrow());
    }

    @Test
    void perturbsTheMomentumRuleToo() {
        BacktestResult result = run(new StrategySpec.Momentum(10, 0.02, true));

        BacktestAnalysis analysis = analysis(result);

        assertThat(analysis.perturbation().orElseThrow().center().parameters())
                .containsExactlyEntriesOf(new TreeMap<>(Map.of("lookback", 10.0, "threshold", 0.02)));
        assertThat(analysis.perturbation().orElseThrow().center().totalReturn())
                .isEqualTo(result.statistics().get("total_return").orElseThrow());
        assertThat(analysis.perturbation().orElseThrow().neighbors()).hasSize(12);
    }

    @Test
    void runsARegisteredStrategyAgainAsTheRuleItIs() {
        BacktestResult result = run(StrategySpec.Model.of(ModelRef.ofVersion("rule", 1)));

        BacktestAnalysis analysis = analysis(result);

        assertThat(analysis.perturbation().orElseThrow().center().parameters()).containsOnlyKeys("fast", "slow");
        assertThat(analysis.perturbation().orElseThrow().center().totalReturn())
                .isEqualTo(result.statistics().get("total_return").orElseThrow());
    }

    @Test
    void saysWhyAModelNeverTraded() {
        BacktestResult idle = run(new StrategySpec.Model(
                ModelRef.ofAlias("fake", "Champion"), OptionalDouble.of(1), OptionalDouble.of(0.5), Optional.empty()));
        assertThat(idle.trades()).isEmpty();

        BacktestAnalysis analysis = analysis(idle);

        assertThat(analysis.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.alarm()).isEqualTo(SanityAlarm.NO_TRADES);
            assertThat(finding.sentence()).contains("the highest probability is", "below the threshold of 1");
        });
        assertThat(analysis.notes())
                .containsEntry("bootstraps", "the returns do not vary")
                .containsEntry("monte_carlo", "the returns do not vary");
    }

    @Test
    void goesWithoutRerunsWhereTheRunKeepsNoSpecification() {
        BacktestResult result = run(CROSS);
        RunId other = runs.begin(
                        new RunDraft("factory", "holdout", Optional.empty(), Instant.EPOCH, Map.of(), Map.of()))
                .id();
        new SaveBacktest(runs).run(other, RunBacktest.RESULT, result);

        BacktestAnalysis analysis =
                analyze.run(other, SETTINGS, JobContext.none()).orThrow();

        assertThat(analysis.frontier()).isEmpty();
        assertThat(analysis.perturbation()).isEmpty();
        assertThat(analysis.notes().get("frontier")).contains("backtest/spec.yaml");
        assertThat(analysis.bootstraps()).hasSize(2);
    }

    @Test
    void goesWithoutRerunsWhereBarsWereRevised() {
        BacktestResult result = run(CROSS);
        bars.save(Bars.instrument(0.001, false), Bars.random(2, 400));

        assertThat(analysis(result).notes().get("frontier")).contains("were revised since");
    }

    @Test
    void needsTheBarsThatWereTraded() {
        BacktestResult result = run(CROSS);
        bars.delete(Bars.HOURLY);

        Outcome<BacktestAnalysis> outcome = analyze.run(result.run().orElseThrow(), SETTINGS, JobContext.none());

        assertThat(((Outcome.Failed<BacktestAnalysis>) outcome).failure().sentence())
                .contains("the 400 bars of TEST 1h test", "no such series");
    }

    @Test
    void savesNothingWhenCanceled() {
        RunId run = run(CROSS).run().orElseThrow();

        for (int patience = 0; patience < 28; patience += 3) {
            assertThat(analyze.run(run, SETTINGS, new Impatient(patience))).isEqualTo(Outcome.canceled());
        }
        assertThat(new LoadAnalysis(runs).run(run)).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void refusesADamagedFile() {
        RunId run = run(CROSS).run().orElseThrow();
        runs.saveArtifact(run, AnalyzeBacktest.ANALYSIS, "{\"format\":1}".getBytes(StandardCharsets.UTF_8));

        Outcome<BacktestAnalysis> outcome = new LoadAnalysis(runs).run(run);

        assertThat(((Outcome.Failed<BacktestAnalysis>) outcome).failure().sentence())
                .contains("no notes", "analyze the backtest again");
    }

    private BacktestAnalysis analysis(BacktestResult result) {
        return analyze.run(result.run().orElseThrow(), SETTINGS, JobContext.none())
                .orThrow();
    }

    private BacktestResult run(StrategySpec strategy) {
        var range = new DataRange(Bars.SYMBOL, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        var spec = new BacktestSpec(range, strategy, ExecutionSpec.DEFAULT, Finalization.LAST_CLOSE, 42);
        return backtest.run(spec, JobContext.none()).orThrow();
    }

    /** Is canceled after so many questions. */
    private static final class Impatient implements JobContext {
        private int patience;

        Impatient(int patience) {
            this.patience = patience;
        }

        @Override
        public void report(Progress progress) {
            // nobody looks
        }

        @Override
        public boolean isCanceled() {
            patience--;
            return patience < 0;
        }
    }
}
