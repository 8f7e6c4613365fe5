package io.quantloom.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.experiment.Artifact;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunQuery;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.model.Learners;
import io.quantloom.engine.model.baseline.MajorityLearner;
import io.quantloom.engine.model.linear.LogisticRegressionLearner;
import io.quantloom.engine.model.linear.RidgeLearner;
import io.quantloom.engine.model.xgboost.XgboostLearner;
import io.quantloom.engine.performance.overfitting.OverfittingJson;
import io.quantloom.engine.performance.overfitting.OverfittingReport;
import io.quantloom.engine.registry.ModelVersion;
import io.quantloom.engine.registry.Trend;
import io.quantloom.engine.registry.TrendTags;
import io.quantloom.engine.training.configuration.FactoryFile;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.training.placebo.Placebo;
import io.quantloom.engine.training.tracking.FactoryReport.Status;
import io.quantloom.engine.training.tracking.FactoryReport.SymbolReport;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Several learners on source 2's label, with everything that is asked of a winner. */
class PoolFactoryTest {

    private static final Learners LEARNERS = new Learners(
            List.of(new XgboostLearner(), new LogisticRegressionLearner(), new RidgeLearner(), new MajorityLearner()));

    private static final String CONFIG = """
        name: pool
        trend: downtrend
        symbols: [ALVORA]
        data: {timeframe: 1h, quote: [EUR, USD]}
        features: [7_day_RSI, PPO, MACD, 10_day_SMA_20_day_SMA_pct_diff]
        label: {type: sma-trend, change: 0.01}
        learners: all
        settings: library
        class_weight: balanced
        validation: {type: walk-forward, train: 60d, test: 30d, embargo: 0}
        study: {sampler: random, trials: 2, batch: 2, objective: overall_score, search: {threshold: [0.5, 0.6], rounds: 5}}
        backtest: {holdout: 0.1, threshold: 0.5}
        gates: [{metric: overall_score, above: 0.01}, {metric: auc, above: 0.01, on: walk-forward},
                {metric: pbo, at_most: 1}, {metric: placebo_percentile, at_least: 0}]
        placebo: {twins: 2}
        register: {model: "{symbol}_{trend}_model", alias: Champion}
        """;

    @Test
    void choosesOnThePastAndShowsEverythingOfTheWinner() {
        Factory factory = Factory.small();
        FactorySpec spec = new FactoryFile(LEARNERS)
                .read("pool.yaml", CONFIG, OptionalLong.empty())
                .orThrow();
        var use = new RunFactory(
                factory.stores(), LEARNERS, factory.runner, factory.events, factory.clock, new TreeMap<>());

        SymbolReport report =
                use.run(spec, JobContext.none()).orThrow().symbols().getFirst();

        assertThat(report.reason()).isEmpty();
        assertThat(report.status()).isEqualTo(Status.PASSED);
        assertThat(report.trials()).isEqualTo(6);
        assertThat(report.model()).contains("ALVORA_downtrend_model");
        Run run = factory.runs.find(report.run().orElseThrow()).orElseThrow();
        List<Run> children = factory.runs.search(RunQuery.childrenOf(run.id()));
        assertThat(children)
                .extracting(Run::name)
                .containsExactlyInAnyOrder("ALVORA_xgboost", "ALVORA_logistic-regression", "ALVORA_ridge");
        assertThat(children).allSatisfy(child -> {
            assertThat(child.metrics()).containsKeys("walk_forward.overall_score", "overall_score", "trials");
            assertThat(child.metrics()).doesNotContainKeys("sharpe_ratio", "accuracy");
        });
        double best = children.stream()
                .mapToDouble(child -> child.metric("overall_score").orElseThrow())
                .max()
                .orElseThrow();
        Run winner = children.stream()
                .filter(child -> child.tag(Tags.LEARNER).equals(report.learner()))
                .findFirst()
                .orElseThrow();
        assertThat(winner.metric("overall_score")).hasValue(best);
        assertThat(factory.runs.artifacts(run.id()))
                .extracting(Artifact::path)
                .contains(
                        "evaluation.json",
                        "walk-forward/evaluation.json",
                        "explanation.json",
                        OverfittingReport.ARTIFACT,
                        Placebo.ARTIFACT);
        OverfittingReport doubt = OverfittingJson.read(
                factory.runs.loadArtifact(run.id(), OverfittingReport.ARTIFACT).orThrow());
        assertThat(doubt.probability().orElseThrow().trials()).isEqualTo(6);
        assertThat(doubt.looks().orElseThrow().looks()).isEqualTo(1);
        ModelEvidence evidence =
                new LoadModelEvidence(factory.runs).run(run.id()).orThrow();
        assertThat(evidence.failures()).isEmpty();
        assertThat(evidence.selection()).isEmpty();
        assertThat(evidence.holdout().orElseThrow().baselines()).hasSize(2);
        assertThat(evidence.placebo().orElseThrow().twins()).hasSize(2);
        assertThat(evidence.explanation().orElseThrow().stability().folds()).isPositive();
        ModelVersion version =
                factory.registry.version("ALVORA_downtrend_model", 1).orElseThrow();
        TrendTags tags = TrendTags.of(version).orElseThrow();
        assertThat(tags.symbol()).isEqualTo("ALVORA");
        assertThat(tags.trend()).isEqualTo(Trend.DOWNTREND);
        assertThat(tags.targetPct()).hasValue(0.01);
        assertThat(tags.featureNames()).hasSize(4);
        assertThat(tags.featureImportance()).hasSize(4);
        assertThat(version.metrics()).containsKeys("overall_score", "positive_accuracy", "sharpe_ratio");
        assertThat(version.modelCard().orElseThrow().series().symbol()).isEqualTo(new Symbol("ALVORA-USD"));
    }

    @Test
    void countsEveryLookAtTheHoldout() {
        Factory factory = Factory.small();
        String plain = CONFIG.replace("placebo: {twins: 2}\n", "")
                .replace(", {metric: placebo_percentile, at_least: 0}", "")
                .replace("learners: all", "learners: [ridge]")
                .replace(", rounds: 5", "");
        FactorySpec spec = new FactoryFile(LEARNERS)
                .read("pool.yaml", plain, OptionalLong.empty())
                .orThrow();
        var use = new RunFactory(
                factory.stores(), LEARNERS, factory.runner, factory.events, factory.clock, new TreeMap<>());

        use.run(spec, JobContext.none()).orThrow();
        SymbolReport second =
                use.run(spec, JobContext.none()).orThrow().symbols().getFirst();

        assertThat(factory.runs.find(second.run().orElseThrow()).orElseThrow().metric("holdout_looks"))
                .hasValue(2);
        assertThat(factory.runs.search(RunQuery.childrenOf(second.run().orElseThrow())))
                .isEmpty();
    }
}
