package io.quantloom.ui.predictions;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Partial;
import io.quantloom.engine.model.explanation.Waterfall;
import io.quantloom.engine.prediction.InMemoryPredictionStore;
import io.quantloom.engine.prediction.Prediction;
import io.quantloom.engine.registry.SomeVersions;
import io.quantloom.engine.registry.Trend;
import io.quantloom.engine.registry.TrendModels.Served;
import io.quantloom.engine.registry.TrendTags;
import io.quantloom.ui.bench.SomeAnswer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Trend models of hourly bars to test with, and what they said. */
final class SomePool {

    static final Instant NOW = Instant.parse("2026-11-20T06:30:00Z");
    static final Instant NEWEST_BAR = Instant.parse("2026-11-20T05:00:00Z");
    static final Failure GONE =
            Failure.of(Failure.Reason.MISSING_DATA, "a model file", "none", "registry", "train it again");

    final InMemoryPredictionStore store = new InMemoryPredictionStore();
    final List<Served> served = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    Outcome<Partial<List<Prediction>>> batch = Outcome.success(new Partial<>(List.of(), List.of()));
    boolean explains = true;
    final InstantSource clock = InstantSource.fixed(NOW);

    PredictionsPorts ports() {
        return new PredictionsPorts(store, () -> List.copyOf(served), this::ask, this::explain);
    }

    private Outcome<Partial<List<Prediction>>> ask(Trend trend, List<String> symbols, JobContext context) {
        asked.add(trend.text());
        return batch;
    }

    private Outcome<Waterfall> explain(Prediction prediction, JobContext context) {
        return explains ? Outcome.success(SomeAnswer.of(prediction)) : Outcome.failed(GONE);
    }

    /** Puts version 1 of a model in service. */
    void serve(String symbol, Trend trend) {
        served.add(new Served(
                SomeVersions.version(model(symbol, trend), 1),
                new TrendTags(
                        symbol,
                        "xgboost",
                        trend,
                        OptionalDouble.of(0.05),
                        OptionalInt.of(10),
                        List.of(),
                        new TreeMap<>())));
    }

    /** Stores an answer of the version about the bar. */
    void say(String symbol, Trend trend, int version, double probability, Instant bar) {
        store.save(new Prediction(
                symbol,
                trend,
                probability,
                new TreeMap<>(Map.of("ADX", 21.0, "PPO", -0.4, "RSI", 61.5)),
                model(symbol, trend),
                version,
                OptionalDouble.of(0.05),
                OptionalInt.of(10),
                bar,
                NOW));
    }

    static String model(String symbol, Trend trend) {
        return symbol + "-" + trend.text();
    }
}
