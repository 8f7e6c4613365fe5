package io.quantloom.ui;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.dataset.FeatureSets;
import io.quantloom.engine.experiment.InMemoryArtifactStore;
import io.quantloom.engine.market.ImportBars;
import io.quantloom.engine.market.ImportSpec;
import io.quantloom.engine.model.Learners;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.model.explanation.ExplainServedModel;
import io.quantloom.engine.model.explanation.ExplainSpec;
import io.quantloom.engine.model.linear.LogisticRegressionLearner;
import io.quantloom.engine.model.xgboost.XgboostLearner;
import io.quantloom.engine.prediction.PredictBatch;
import io.quantloom.engine.registry.RegisteredModels;
import io.quantloom.engine.registry.Trend;
import io.quantloom.engine.registry.TrendModels;
import io.quantloom.engine.training.RunFactory;
import io.quantloom.engine.training.configuration.FactoryFile;
import io.quantloom.engine.training.tracking.FactoryStores;
import io.quantloom.engine.tuning.TrialRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;

/** A small pool over real prices: two learners, calibrated, with placebo and explanation, really run. */
final class RealPool {

    static final String MODEL = "BTC_uptrend_pool";
    private static final Path DATA = Path.of("../../shared/data");
    private static final List<String> FILES = List.of(
            "daily/BTC-USDT_binance-full_1d.csv",
            "daily/ETH-USDT_binance_1d.csv",
            "daily/XRP-USDT_binance_1d.csv",
            "hourly/BTC-USDT_binance_1h.csv.gz");
    private static final String CONFIG = """
        name: pool-TREND
        trend: TREND
        symbols: [SYMBOLS]
        data: {timeframe: 1d, quote: [USDT]}
        features: alpha19
        label: {type: forward-return, horizon: 10, cost: 0.002}
        weights: uniqueness
        learners: [xgboost, logistic-regression]
        class_weight: balanced
        calibration: platt
        validation: {type: walk-forward, train: 600d, test: 240d, mode: rolling, embargo: 10, nested: 4}
        study: {sampler: random, trials: 2, batch: 1, objective: sharpe_ratio}
        backtest: {holdout: 360d, threshold: 0.5, exit_threshold: 0.45, side: long, execution: {fee: 0.001}}
        explain: {background: 50, rows: 20}
        placebo: {method: blocks, drift: kept, twins: 19}
        gates: GATES
        register: {model: "{symbol}_{trend}_pool", alias: Challenger}
        """;
    private static final String PASSED = "[{metric: max_drawdown, at_most: 0.99}]";

    final ResearchSample sample = ResearchSample.empty();
    private final InMemoryArtifactStore artifacts = new InMemoryArtifactStore();
    private final Learners learners = new Learners(List.of(new XgboostLearner(), new LogisticRegressionLearner()));
    private final FeatureSets sets = FeatureSets.builtIn();

    static RealPool run() {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "real data stands at ../shared/data from the project's root");
        var pool = new RealPool();
        FILES.forEach(file -> new ImportBars(pool.sample.bench.bars, pool.sample.bench.events)
                .run(ImportSpec.of(DATA.resolve(file)), JobContext.none())
                .orThrow());
        pool.factory("uptrend", "BTC, ETH, XRP", PASSED);
        pool.factory("downtrend", "BTC, XRP", PASSED);
        // A second version of Bitcoin's rise that strict gates refuse.
        pool.factory("uptrend", "BTC", "strict");
        for (Trend trend : Trend.values()) {
            pool.batch().run(trend, List.of(), JobContext.none()).orThrow();
        }
        return pool;
    }

    private void factory(String trend, String symbols, String gates) {
        String text = CONFIG.replace("TREND", trend).replace("SYMBOLS", symbols).replace("GATES", gates);
        var bench = sample.bench;
        var stores = new FactoryStores(bench.bars, bench.runs, bench.studies, artifacts, bench.registry);
        new FactoryFile(learners)
                .read(trend, text, OptionalLong.of(42))
                .then(spec -> new RunFactory(
                                stores, learners, TrialRunner.onCaller(), bench.events, bench.clock, new TreeMap<>())
                        .run(spec, JobContext.none()))
                .orThrow();
    }

    private RegisteredModels models() {
        return new RegisteredModels(sample.bench.registry, artifacts, learners);
    }

    private PredictBatch batch() {
        return new PredictBatch(
                new TrendModels(sample.bench.registry),
                models(),
                sets,
                sample.bench.bars,
                sample.bench.predictions,
                sample.bench.clock);
    }

    PageShots.Desk desk() {
        return new PageShots.Desk(sample.bench, this::useCases);
    }

    private UseCases useCases() {
        UseCases usual = sample.useCases();
        var explain = new ExplainServedModel(models(), sample.bench.bars, ExplainSpec.usual());
        var pool = new UseCases.Pool(
                new TrendModels(sample.bench.registry)::all,
                batch()::run,
                (prediction, context) -> explain.answer(
                        ModelRef.ofVersion(prediction.model(), prediction.version()),
                        prediction.inputs(),
                        new Seeds(42),
                        context));
        return new UseCases(
                usual.imports(),
                usual.sample(),
                usual.deleteSeries(),
                usual.research(),
                new UseCases.Training(
                        usual.training().file(),
                        usual.training().jobs(),
                        usual.training().studies(),
                        usual.training().features(),
                        pool),
                usual.trading(),
                usual.checklist(),
                usual.loop());
    }
}
