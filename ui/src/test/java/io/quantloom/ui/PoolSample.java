package io.quantloom.ui;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.model.evaluation.ClassifierOutput;
import io.quantloom.engine.model.evaluation.Evaluation;
import io.quantloom.engine.model.evaluation.EvaluationJson;
import io.quantloom.engine.model.evaluation.Measure;
import io.quantloom.engine.model.explanation.Contribution;
import io.quantloom.engine.model.explanation.Explanation;
import io.quantloom.engine.model.explanation.ExplanationJson;
import io.quantloom.engine.model.explanation.FeatureImportance;
import io.quantloom.engine.model.explanation.OutputSpace;
import io.quantloom.engine.model.explanation.RankStability;
import io.quantloom.engine.model.explanation.Waterfall;
import io.quantloom.engine.prediction.Prediction;
import io.quantloom.engine.registry.Alias;
import io.quantloom.engine.registry.ModelVersion;
import io.quantloom.engine.registry.PromoteModel;
import io.quantloom.engine.registry.Trend;
import io.quantloom.engine.registry.TrendTags;
import io.quantloom.engine.training.placebo.Placebo;
import io.quantloom.engine.training.placebo.PlaceboJson;
import io.quantloom.ui.bench.Workbench;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** A pool of trend models with what they said, and what the run of a model recorded of its worth. */
final class PoolSample {

    private static final List<String> SYMBOLS = List.of(
            "ADA-USD", "BTC-USD", "DOGE-USD", "DOT-USD", "ETH-USD", "LINK-USD", "LTC-USD", "SOL-USD", "XRP-USD");
    private static final List<String> FEATURES = List.of(
            "7_day_RSI", "MACD_Hist", "AroonUp", "AroonDown", "7_day_ADX", "PPO", "SlowK", "OBV_pct_change", "ATR_pct");

    private final Workbench bench;
    private final RandomGenerator random = new Seeds(11).random();

    PoolSample(Workbench bench) {
        this.bench = bench;
    }

    /** Registers a model for most symbols and trends, all but one asked already. */
    void addModels(String like) {
        ModelVersion pattern = bench.registry.version(like, 1).orElseThrow();
        for (String symbol : SYMBOLS) {
            for (Trend trend : Trend.values()) {
                if (symbol.equals("DOT-USD") && trend == Trend.DOWNTREND) {
                    continue;
                }
                String model = symbol + "-" + trend.text();
                var tags = new TrendTags(
                        symbol,
                        random.nextBoolean() ? "xgboost" : "hist-gradient-boosting",
                        trend,
                        OptionalDouble.of(0.05),
                        OptionalInt.of(10),
                        FEATURES,
                        new TreeMap<>());
                bench.registry.register(
                        model,
                        number -> new ModelVersion(
                                model,
                                number,
                                pattern.created(),
                                pattern.run(),
                                pattern.card(),
                                pattern.gates(),
                                pattern.metrics(),
                                tags.tags()));
                new PromoteModel(bench.registry, bench.events, bench.clock)
                        .run(model, 1, Alias.CHALLENGER, "pool", "factory")
                        .orThrow();
                if (!symbol.equals("XRP-USD")) {
                    say(symbol, trend, model);
                }
            }
        }
    }

    private void say(String symbol, Trend trend, String model) {
        var inputs = new TreeMap<String, Double>();
        FEATURES.forEach(name -> inputs.put(name, 50 + 20 * random.nextGaussian()));
        bench.predictions.save(new Prediction(
                symbol,
                trend,
                Math.clamp(0.45 + 0.18 * random.nextGaussian(), 0.02, 0.97),
                inputs,
                model,
                1,
                OptionalDouble.of(0.05),
                OptionalInt.of(10),
                // One has not been asked for two days; the bars are hours.
                Workbench.NOW.minusSeconds(symbol.equals("LTC-USD") ? 172_800 : 3_600),
                Workbench.NOW));
    }

    /** Writes evaluation, explanation and placebo as files of a run. */
    void addWorth(RunId run) {
        bench.runs.saveArtifact(run, EvaluationJson.FILE, EvaluationJson.write(evaluation()));
        bench.runs.saveArtifact(run, ExplanationJson.FILE, ExplanationJson.write(explanation()));
        var twins = new ArrayList<Double>();
        for (int i = 0; i < 60; i++) {
            twins.add(0.1 + 0.7 * random.nextGaussian());
        }
        bench.runs.saveArtifact(
                run,
                Placebo.ARTIFACT,
                PlaceboJson.write(new Placebo("sharpe_ratio", "block bootstrap of 24 bars", "removed", twins, 1.31)));
    }

    private Evaluation evaluation() {
        int rows = 900;
        double[] probabilities = new double[rows];
        boolean[] positive = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            double truth = Math.clamp(0.46 + 0.16 * random.nextGaussian(), 0.05, 0.95);
            probabilities[i] = Math.clamp(0.5 + 1.25 * (truth - 0.5), 0.01, 0.99);
            positive[i] = random.nextDouble() < truth;
        }
        return Evaluation.of(ClassifierOutput.of(probabilities, 0.5), positive, 310);
    }

    private Explanation explanation() {
        var importances = new ArrayList<FeatureImportance>();
        var contributions = new ArrayList<Contribution>();
        double total = 0;
        for (int i = 0; i < FEATURES.size(); i++) {
            double size = 0.42 / (1 + i);
            importances.add(new FeatureImportance(
                    FEATURES.get(i), size, size * (random.nextDouble() - 0.45), Measure.of(0.9 - 0.08 * i)));
            double one = size * 1.4 * (random.nextDouble() - 0.4);
            contributions.add(new Contribution(FEATURES.get(i), 50 + 20 * random.nextGaussian(), one));
            total += one;
        }
        contributions.sort(Comparator.comparingDouble(one -> -Math.abs(one.contribution())));
        return new Explanation(
                Explanation.Method.TREE,
                OutputSpace.LOG_ODDS,
                500,
                0,
                importances,
                new RankStability(4, 5, Measure.of(0.81)),
                List.of(new Waterfall("latest", 499, OutputSpace.LOG_ODDS, -0.12, -0.12 + total, contributions)));
    }
}
