package io.quantloom.engine.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Partial;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.dataset.FeatureMatrix;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.FeatureSets;
import io.quantloom.engine.experiment.InMemoryArtifactStore;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStoreContract;
import io.quantloom.engine.market.InMemoryBarStore;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.Learners;
import io.quantloom.engine.model.ModelCard;
import io.quantloom.engine.model.SomeRows;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.xgboost.XgboostLearner;
import io.quantloom.engine.registry.Alias;
import io.quantloom.engine.registry.InMemoryRegistryStore;
import io.quantloom.engine.registry.ModelVersion;
import io.quantloom.engine.registry.PromoteModel;
import io.quantloom.engine.registry.RegisteredModels;
import io.quantloom.engine.registry.SomeVersions;
import io.quantloom.engine.registry.Trend;
import io.quantloom.engine.registry.TrendModels;
import io.quantloom.engine.registry.TrendTags;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A pool of real boosters on real features of seeded prices. */
class PredictBatchTest {

    private static final FeatureSet FEATURES =
            FeatureSets.builtIn().named("alpha19:7_day_RSI,PPO").orThrow();

    private final InMemoryBarStore bars = new InMemoryBarStore();
    private final InMemoryArtifactStore artifacts = new InMemoryArtifactStore();
    private final InMemoryRegistryStore registry = new InMemoryRegistryStore();
    private final InMemoryPredictionStore predictions = new InMemoryPredictionStore();
    private final Learners learners = new Learners(List.of(new XgboostLearner()));
    private Instant now = Instant.parse("2026-01-02T03:04:05Z");

    private PredictBatch use() {
        var source = new RegisteredModels(registry, artifacts, learners);
        InstantSource clock = () -> now;
        return new PredictBatch(new TrendModels(registry), source, FeatureSets.builtIn(), bars, predictions, clock);
    }

    private static SeriesKey key(String symbol) {
        return new SeriesKey(new Symbol(symbol), Timeframe.HOUR, "file");
    }

    private BarSeries addBars(String symbol, int count) {
        BarSeries series = BarStoreContract.walk(key(symbol), count, 1);
        bars.save(BarStoreContract.instrument(new Symbol(symbol)), series);
        return series;
    }

    /** Registers a booster for the symbol, under the alias, and returns what it says of a row. */
    private TrainedModel register(String symbol, Trend trend, String alias, String series) {
        TrainedModel model = new XgboostLearner()
                .fit(
                        SomeRows.renamed(SomeRows.of(trend == Trend.UPTREND ? 3 : 4, 200, 2), FEATURES.columns()),
                        Hyperparameters.empty(),
                        new Seeds(1),
                        JobContext.none())
                .orThrow();
        Sha256 hash = artifacts.put(model.bytes());
        var tags = new TrendTags(
                symbol,
                "xgboost",
                trend,
                OptionalDouble.of(0.05),
                OptionalInt.of(10),
                FEATURES.columns(),
                new TreeMap<>());
        String name = symbol + "_" + trend + "_model";
        ModelVersion version = registry.register(
                name,
                number -> new ModelVersion(
                        name,
                        number,
                        now,
                        new RunId("0123456789abcdef0123456789abcdef"),
                        card(hash, series),
                        List.of(SomeVersions.sharpe(2)),
                        new TreeMap<>(),
                        tags.tags()));
        if (!alias.isEmpty()) {
            new PromoteModel(registry, new Events(), () -> now)
                    .run(name, version.version(), alias, "for a test", "test")
                    .orThrow();
        }
        return model;
    }

    private static ModelCard card(Sha256 hash, String series) {
        return new ModelCard(
                "xgboost",
                Hyperparameters.empty(),
                FEATURES.name(),
                FEATURES.fingerprint(),
                "some label",
                key(series),
                Sha256.ofText("bars"),
                Sha256.ofText("dataset"),
                Instant.EPOCH,
                Instant.EPOCH,
                new DecisionRule(0.5, 0.5, false),
                hash,
                42,
                new TreeMap<>());
    }

    private Partial<List<Prediction>> run(Trend trend, String... symbols) {
        return use().run(trend, List.of(symbols), JobContext.none()).orThrow();
    }

    @Test
    void predictsAtTheLatestClosedBarAndStoresWhatWentIn() {
        BarSeries series = addBars("SOL-USDT", 120);
        TrainedModel model = register("SOL", Trend.UPTREND, Alias.CHALLENGER, "SOL-USDT");

        Partial<List<Prediction>> answers = run(Trend.UPTREND);

        Prediction prediction = answers.value().getFirst();
        FeatureMatrix matrix = FEATURES.compute(series);
        assertThat(answers.failures()).isEmpty();
        assertThat(prediction.asOf().toEpochMilli()).isEqualTo(series.openTime(119));
        assertThat(prediction.probability())
                .isEqualTo(model.probabilities(new double[][] {matrix.row(119)})[0], within(0.0));
        assertThat(prediction.inputs())
                .containsEntry("7_day_RSI", matrix.value(119, 0))
                .containsEntry("PPO", matrix.value(119, 1))
                .hasSize(2);
        assertThat(prediction.targetPct()).hasValue(0.05);
        assertThat(prediction.windowDays()).hasValue(10);
        assertThat(prediction.made()).isEqualTo(now);
        assertThat(predictions.latest()).containsExactly(prediction);
    }

    @Test
    void aBarThatIsStillOpenIsNotLookedAt() {
        BarSeries series = addBars("SOL-USDT", 120);
        register("SOL", Trend.UPTREND, Alias.CHAMPION, "SOL-USDT");
        now = Instant.ofEpochMilli(series.openTime(119) + 3_599_999);

        Prediction open = run(Trend.UPTREND).value().getFirst();
        now = now.plusMillis(1);
        Prediction closed = run(Trend.UPTREND).value().getFirst();

        assertThat(open.asOf().toEpochMilli()).isEqualTo(series.openTime(118));
        assertThat(closed.asOf().toEpochMilli()).isEqualTo(series.openTime(119));
    }

    @Test
    void aModelThatCannotAnswerDoesNotStopTheOthers() {
        addBars("BTC-USDT", 120);
        addBars("ETH-USDT", 10);
        register("ADA", Trend.UPTREND, Alias.CHAMPION, "ADA-USDT");
        register("BTC", Trend.UPTREND, Alias.CHAMPION, "BTC-USDT");
        register("ETH", Trend.UPTREND, Alias.CHAMPION, "ETH-USDT");

        Partial<List<Prediction>> answers = run(Trend.UPTREND);

        assertThat(answers.value()).extracting(Prediction::symbol).containsExactly("BTC");
        assertThat(answers.failures())
                .extracting(Failure::reason)
                .containsExactly(Failure.Reason.MISSING_DATA, Failure.Reason.CALCULATION_FAILED);
    }

    @Test
    void asksOnlyTheTrendTheSymbolsAndWhatIsInService() {
        addBars("BTC-USDT", 120);
        addBars("SOL-USDT", 120);
        register("BTC", Trend.UPTREND, Alias.CHAMPION, "BTC-USDT");
        register("BTC", Trend.DOWNTREND, Alias.CHAMPION, "BTC-USDT");
        register("SOL", Trend.UPTREND, "", "SOL-USDT");

        assertThat(run(Trend.UPTREND).value()).extracting(Prediction::model).containsExactly("BTC_uptrend_model");
        assertThat(run(Trend.DOWNTREND).value()).extracting(Prediction::model).containsExactly("BTC_downtrend_model");
        Partial<List<Prediction>> some = run(Trend.DOWNTREND, "btc", "SOL");
        assertThat(some.value()).hasSize(1);
        assertThat(some.failures())
                .extracting(Failure::found)
                .containsExactly("Model for symbol SOL and trend type downtrend not found.");
    }

    @Test
    void answersFromTheStoreUntilANewerBarIsThere() {
        addBars("SOL-USDT", 120);
        register("SOL-USDT", Trend.UPTREND, Alias.CHAMPION, "SOL-USDT");
        Prediction first = use().answer("SOL", Trend.UPTREND).orThrow();
        now = now.plusSeconds(60);

        Prediction again = use().answer("SOL", Trend.UPTREND).orThrow();
        addBars("SOL-USDT", 121);
        Prediction newer = use().answer("SOL", Trend.UPTREND).orThrow();

        assertThat(again).isEqualTo(first);
        assertThat(newer.asOf()).isEqualTo(first.asOf().plusSeconds(3600));
        assertThat(newer.made()).isEqualTo(now);
        assertThat(use().answer("SOL", Trend.DOWNTREND)).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void tagsReadBackWithTheirTypes() {
        addBars("SOL-USDT", 120);
        register("SOL", Trend.DOWNTREND, Alias.CHAMPION, "SOL-USDT");

        TrendTags tags = new TrendModels(registry)
                .find("sol", Trend.DOWNTREND)
                .orElseThrow()
                .tags();

        assertThat(tags.featureNames()).isEqualTo(FEATURES.columns());
        assertThat(tags.targetPct()).hasValue(0.05);
        assertThat(tags.windowDays()).hasValue(10);
        assertThat(tags.trend()).isEqualTo(Trend.DOWNTREND);
    }
}
