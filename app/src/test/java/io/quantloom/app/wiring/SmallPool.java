package io.quantloom.app.wiring;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.FeatureSets;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.BarStoreContract;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.ModelCard;
import io.quantloom.engine.model.SomeRows;
import io.quantloom.engine.model.xgboost.XgboostLearner;
import io.quantloom.engine.registry.Alias;
import io.quantloom.engine.registry.ModelVersion;
import io.quantloom.engine.registry.PromoteModel;
import io.quantloom.engine.registry.SomeVersions;
import io.quantloom.engine.registry.Trend;
import io.quantloom.engine.registry.TrendTags;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Registered trend classifiers over seeded prices, without the factory's time. */
public final class SmallPool {

    private static final FeatureSet FEATURES =
            FeatureSets.builtIn().named("alpha19:7_day_RSI,PPO").orThrow();
    private static final Instant AT = Instant.parse("2024-05-06T07:08:09Z");

    private SmallPool() {}

    /** Adds 120 bars of the series and a Champion for uptrends of the asset. */
    public static void register(Stores stores, String asset, String series) {
        var key = new SeriesKey(new Symbol(series), Timeframe.HOUR, "file");
        stores.bars().save(BarStoreContract.instrument(key.symbol()), BarStoreContract.walk(key, 120, 1));
        byte[] model = new XgboostLearner()
                .fit(
                        SomeRows.renamed(SomeRows.of(3, 200, 2), FEATURES.columns()),
                        Hyperparameters.empty(),
                        new Seeds(1),
                        JobContext.none())
                .orThrow()
                .bytes();
        Sha256 hash = stores.artifacts().put(model);
        var card = new ModelCard(
                "xgboost",
                Hyperparameters.empty(),
                FEATURES.name(),
                FEATURES.fingerprint(),
                "some label",
                key,
                Sha256.ofText("bars"),
                Sha256.ofText("dataset"),
                AT,
                AT,
                new DecisionRule(0.5, 0.5, false),
                hash,
                42,
                new TreeMap<>());
        var tags = new TrendTags(
                asset,
                "xgboost",
                Trend.UPTREND,
                OptionalDouble.of(0.05),
                OptionalInt.of(10),
                FEATURES.columns(),
                new TreeMap<>(Map.of("PPO", 0.25, "7_day_RSI", 0.5)));
        String name = asset + "_uptrend_model";
        stores.registry()
                .register(
                        name,
                        number -> new ModelVersion(
                                name,
                                number,
                                AT,
                                new RunId("0123456789abcdef0123456789abcdef"),
                                card,
                                List.of(SomeVersions.sharpe(2)),
                                new TreeMap<>(Map.of("overall_score", 0.68, "precision", 0.55)),
                                tags.tags()));
        new PromoteModel(stores.registry(), new Events(), () -> AT)
                .run(name, 1, Alias.CHAMPION, "for a test", "test")
                .orThrow();
    }
}
