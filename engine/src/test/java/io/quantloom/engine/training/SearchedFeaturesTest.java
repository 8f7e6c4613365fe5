package io.quantloom.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.FeatureSets;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.ModelCard;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.model.ServedModel;
import io.quantloom.engine.registry.Alias;
import io.quantloom.engine.registry.RegisteredModels;
import io.quantloom.engine.strategy.OnlineForecast;
import io.quantloom.engine.training.configuration.FactoryFile;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.training.search.TuneSymbol;
import io.quantloom.engine.training.tracking.FactoryReport;
import io.quantloom.engine.training.tracking.FactoryReport.SymbolReport;
import io.quantloom.engine.training.tracking.FactoryRuns;
import io.quantloom.engine.training.tracking.FactoryStores;
import io.quantloom.engine.tuning.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prices that turn back in the next hour: last hour's return knows it, volatility does not. */
class SearchedFeaturesTest {

    private static final Symbol SYMBOL = new Symbol("SWING-USD");
    private static final String CONFIG = """
        name: small
        symbols: [SWING-USD]
        label: {take_profit: 1, stop_loss: 1, horizon: 3, volatility_span: 50}
        validation: {train: 40d, test: 20d}
        study: {trials: 12, batch: 2, search: {features: [noise, turn], features.window: [1, 10, 30],
                rounds: [5, 10], max_depth: 2, min_child_weight: 10, threshold: 0.52}}
        backtest: {holdout: 20d, side: long-short, execution: {fee: 0, slippage_bps: 0, spread_bps: 0}}
        placebo: {twins: 3}
        gates: [{metric: max_drawdown, at_most: 0.99}]
        """;

    @TempDir
    Path folder;

    private final Factory factory = new Factory();
    private FeatureSets sets = FeatureSets.builtIn();

    @BeforeEach
    void writeSets() throws IOException {
        Files.writeString(folder.resolve("noise.yaml"), """
            name: noise
            version: 3
            columns: [{block: volatility, kind: parkinson, window: 50}]
            """);
        Files.writeString(folder.resolve("turn.yaml"), """
            name: turn
            version: 1
            parameters: {window: 30}
            columns: [{block: returns, bars: $window}]
            """);
        sets = FeatureSets.of(folder, factory.bars);
        factory.bars.save(RandomWalks.instrument(SYMBOL), turning(120 * 24));
    }

    @Test
    void findsTheSetAndTheParameterThatKnowWhatComesAndRegistersThem() {
        SymbolReport report = use(factory)
                .run(spec(CONFIG), JobContext.none())
                .orThrow()
                .symbols()
                .getFirst();

        assertThat(report.parameters().values())
                .containsEntry("features", "turn@1")
                .containsEntry("features.window", "1");
        RunId run = report.run().orElseThrow();
        List<Trial> trials = factory.studies.trials(TuneSymbol.study(run, "xgboost"));
        assertThat(trials)
                .extracting(trial -> trial.parameters().values().get("features"))
                .contains("noise@3", "turn@1");
        assertThat(trials)
                .allMatch(trial -> trial.parameters().has("features.window")
                        == "turn@1".equals(trial.parameters().values().get("features")));
        ModelCard card =
                factory.registry.version("small", 1).orElseThrow().modelCard().orElseThrow();
        assertThat(card.features()).isEqualTo("turn@1(window=1)");
        assertThat(card.featureFingerprint())
                .isEqualTo(sets.named("turn(window=1)").orThrow().fingerprint());
        var symbolRun = factory.runs.find(run).orElseThrow();
        assertThat(symbolRun.params()).containsEntry("features", "turn@1(window=1)");
        assertThat(symbolRun.tag(Tags.DATASET))
                .contains(card.datasetFingerprint().hex());
        assertThat(symbolRun.metrics()).containsKeys("pbo", "placebo_percentile");
        assertThat(report.status()).isEqualTo(FactoryReport.Status.PASSED);
    }

    @Test
    void theRegisteredVersionAnswersLiveAsInBatch() {
        use(factory)
                .run(spec(CONFIG.replace("trials: 12", "trials: 4")), JobContext.none())
                .orThrow();
        var models = new RegisteredModels(factory.registry, factory.artifacts, Factory.LEARNERS, sets);
        BarSeries bars = factory.bars.load(turning(2).key()).orElseThrow();

        try (ServedModel served =
                models.load(ModelRef.ofAlias("small", Alias.CHALLENGER)).orThrow()) {
            FeatureSet features =
                    served.features().named(served.card().features()).orThrow();
            double[] batch = served.model()
                    .probabilities(new double[][] {features.compute(bars).row(bars.size() - 1)});
            var live = new OnlineForecast(features, served.model(), null, bars.slice(0, bars.size() - 1));
            assertThat(live.onClose(bars.bar(bars.size() - 1))).isEqualTo(batch[0]);
        }
    }

    @Test
    void resumedTrialsAreThoseOfAnUninterruptedSearch() {
        var canceling = new JobContext() {
            private volatile boolean canceled;

            @Override
            public void report(Progress progress) {
                canceled |= progress.stage().contains("trial 5 of 12");
            }

            @Override
            public boolean isCanceled() {
                return canceled;
            }
        };
        assertThat(use(factory).run(spec(CONFIG), canceling)).isInstanceOf(Outcome.Canceled.class);
        RunId parent = new FactoryRuns(factory.runs).list(1).getFirst().run();
        SymbolReport resumed = use(factory)
                .resume(parent, JobContext.none())
                .orThrow()
                .symbols()
                .getFirst();

        var whole = new Factory();
        whole.bars.save(RandomWalks.instrument(SYMBOL), turning(120 * 24));
        SymbolReport at = use(whole)
                .run(spec(CONFIG), JobContext.none())
                .orThrow()
                .symbols()
                .getFirst();

        assertThat(essence(factory, resumed)).hasSize(12).isEqualTo(essence(whole, at));
        assertThat(factory.registry.version("small", 1).orElseThrow().modelCard())
                .isEqualTo(whole.registry.version("small", 1).orElseThrow().modelCard());
    }

    @Test
    void aParameterOfTheConfigurationsOwnSetIsSearchedByItself() {
        FactorySpec spec =
                spec(CONFIG.replace("features: [noise, turn], ", "").replace("label:", "features: turn\nlabel:"));

        assertThat(spec.featureSets()).containsExactly("turn@1");
        assertThat(spec.study().space().find("features.window").orElseThrow().contains("10"))
                .isTrue();
    }

    private RunFactory use(Factory own) {
        return new RunFactory(
                new FactoryStores(own.bars, own.runs, own.studies, own.artifacts, own.registry, sets),
                Factory.LEARNERS,
                own.runner,
                own.events,
                own.clock,
                new TreeMap<>());
    }

    private FactorySpec spec(String text) {
        return new FactoryFile(Factory.LEARNERS, sets)
                .read("test.yaml", text, OptionalLong.empty())
                .orThrow();
    }

    private static List<Essence> essence(Factory own, SymbolReport report) {
        return own.studies.trials(TuneSymbol.study(report.run().orElseThrow(), "xgboost")).stream()
                .map(trial -> new Essence(trial.number(), trial.parameters(), trial.value()))
                .toList();
    }

    private record Essence(int number, Hyperparameters parameters, OptionalDouble value) {}

    /** Log returns r(t) = −0.5·r(t − 1) + noise of 1 %. */
    private static BarSeries turning(int size) {
        RandomGenerator random = new Seeds(11).random();
        long[] times = new long[size];
        double[][] columns = new double[5][size];
        double last = 100;
        double change = 0;
        for (int t = 0; t < size; t++) {
            change = -0.5 * change + 0.01 * random.nextGaussian();
            double close = last * Math.exp(change);
            times[t] = 1_600_000_000_000L / 3_600_000 * 3_600_000 + t * 3_600_000L;
            columns[0][t] = last;
            columns[1][t] = Math.max(last, close) * Math.exp(0.002 * random.nextExponential());
            columns[2][t] = Math.min(last, close) * Math.exp(-0.002 * random.nextExponential());
            columns[3][t] = close;
            columns[4][t] = 1000;
            last = close;
        }
        return BarSeries.ofColumns(
                new SeriesKey(SYMBOL, Timeframe.HOUR, "generated"),
                times,
                columns[0],
                columns[1],
                columns[2],
                columns[3],
                columns[4]);
    }
}
