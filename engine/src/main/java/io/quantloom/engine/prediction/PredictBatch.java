package io.quantloom.engine.prediction;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Partial;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.dataset.FeatureMatrix;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.FeatureSets;
import io.quantloom.engine.dataset.label.LabelDefinition;
import io.quantloom.engine.dataset.label.PrimarySignal;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.model.ModelCard;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.model.ModelSource;
import io.quantloom.engine.model.ServedModel;
import io.quantloom.engine.registry.Trend;
import io.quantloom.engine.registry.TrendModels;
import io.quantloom.engine.registry.TrendModels.Served;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Asks every trend classifier in service for its probability at the latest closed bar of its series, and stores the
 * answers. One that cannot answer does not stop the others. A model that judges another's signals is asked for the trend that
 * the signals say at that bar: the probability is that this is right.
 */
public final class PredictBatch {

    private final TrendModels models;
    private final ModelSource source;
    private final FeatureSets sets;
    private final BarStore bars;
    private final PredictionStore store;
    private final InstantSource clock;

    /** Takes its ports. */
    public PredictBatch(
            TrendModels models,
            ModelSource source,
            FeatureSets sets,
            BarStore bars,
            PredictionStore store,
            InstantSource clock) {
        this.models = models;
        this.source = source;
        this.sets = sets;
        this.bars = bars;
        this.store = store;
        this.clock = clock;
    }

    /** Returns the text for a symbol and a trend that no model is in service for, as source 2 words it. */
    public static String notFound(String symbol, String trend) {
        return "Model for symbol " + symbol + " and trend type " + trend + " not found.";
    }

    /**
     * Predicts with the models in service for the trend, ascending by name.
     *
     * @param symbols only these, by name or by name before the quote currency; empty for all
     * @return the predictions made, each stored, and a failure for each symbol asked for without a model and each model
     *     that could not answer
     */
    public Outcome<Partial<List<Prediction>>> run(Trend trend, List<String> symbols, JobContext context) {
        List<Served> chosen = Stream.concat(
                        models.all().stream().filter(served -> served.tags().trend() == trend), signaled(trend))
                .filter(served -> symbols.isEmpty() || symbols.stream().anyMatch(served::isOf))
                .toList();
        var failures = new ArrayList<Failure>();
        for (String symbol : symbols) {
            if (chosen.stream().noneMatch(served -> served.isOf(symbol))) {
                failures.add(missing(symbol, trend));
            }
        }
        var predictions = new ArrayList<Prediction>();
        for (int i = 0; i < chosen.size(); i++) {
            if (context.isCanceled()) {
                return Outcome.canceled();
            }
            Served served = chosen.get(i);
            context.report(Progress.of(served.tags().symbol(), i, chosen.size()));
            switch (predict(served)) {
                case Outcome.Success<Prediction>(var prediction) -> predictions.add(prediction);
                case Outcome.Failed<Prediction>(var failure) -> failures.add(failure);
                case Outcome.Canceled<Prediction> _ -> {
                    return Outcome.canceled();
                }
            }
        }
        return Outcome.success(new Partial<>(List.copyOf(predictions), failures));
    }

    /**
     * Returns what the model in service for the symbol and the trend says, from the store where it has said so already,
     * else asked now and stored. MISSING_DATA, with source 2's sentence as what was found, when there is no such model.
     */
    public Outcome<Prediction> answer(String symbol, Trend trend) {
        Optional<Served> served = models.find(symbol, trend)
                .or(() -> signaled(trend).filter(each -> each.isOf(symbol)).findFirst());
        return served.map(found -> stored(found).map(Outcome::success).orElseGet(() -> predict(found)))
                .orElseGet(() -> Outcome.failed(missing(symbol, trend)));
    }

    /** {@return those whose signals say the trend at the latest closed bar; without bars they are asked, to say so} */
    private Stream<Served> signaled(Trend trend) {
        int side = trend == Trend.UPTREND ? 1 : -1;
        return models.judging(trend).stream().filter(served -> {
            ModelCard card = served.version().modelCard().orElseThrow();
            Optional<PrimarySignal> judged = LabelDefinition.parse(card.label()).flatMap(LabelDefinition::judged);
            return judged.isPresent()
                    && (!(closed(card) instanceof Outcome.Success<BarSeries>(var series))
                            || judged.get().sides(series)[series.size() - 1] == side);
        });
    }

    private static Failure missing(String symbol, Trend trend) {
        return Failure.of(
                Reason.MISSING_DATA,
                "a registered " + trend + " model of " + symbol,
                notFound(symbol, trend.text()),
                "",
                "train it with quantloom pool deploy " + trend);
    }

    private Optional<Prediction> stored(Served served) {
        ModelCard card = served.version().modelCard().orElseThrow();
        Optional<Instant> newest = bars.catalog().stream()
                .filter(entry -> entry.key().equals(card.series()))
                .map(entry -> entry.last())
                .findFirst();
        return store.latest(served.version().model())
                .filter(prediction -> prediction.version() == served.version().version())
                .filter(prediction -> newest.equals(Optional.of(prediction.asOf())));
    }

    private Outcome<Prediction> predict(Served served) {
        ModelCard card = served.version().modelCard().orElseThrow();
        return sets.named(card.features())
                .then(features -> checked(served, card, features))
                .then(features -> closed(card).then(series -> predict(served, features, series)));
    }

    private Outcome<Prediction> predict(Served served, FeatureSet features, BarSeries series) {
        FeatureMatrix matrix = features.compute(series);
        int last = series.size() - 1;
        if (!matrix.isDefined(last)) {
            return Outcome.failed(Failure.of(
                    Reason.CALCULATION_FAILED,
                    "every feature of " + features.name() + " at the latest bar",
                    "an undefined one at " + Instant.ofEpochMilli(series.openTime(last)),
                    series.key().toString(),
                    "look at the data with quantloom data quality "
                            + series.key().symbol()));
        }
        double[] row = matrix.row(last);
        var ref = ModelRef.ofVersion(served.version().model(), served.version().version());
        return source.load(ref).map(model -> {
            Prediction prediction = prediction(served, features, row, model, series.openTime(last));
            store.save(prediction);
            return prediction;
        });
    }

    private Prediction prediction(Served served, FeatureSet features, double[] row, ServedModel loaded, long asOf) {
        try (ServedModel model = loaded) {
            var inputs = new TreeMap<String, Double>();
            for (int i = 0; i < row.length; i++) {
                inputs.put(features.columns().get(i), row[i]);
            }
            return new Prediction(
                    served.tags().symbol(),
                    served.tags().trend(),
                    model.model().probabilities(new double[][] {row})[0],
                    inputs,
                    served.version().model(),
                    served.version().version(),
                    served.tags().targetPct(),
                    served.tags().windowDays(),
                    Instant.ofEpochMilli(asOf),
                    clock.instant());
        }
    }

    private Outcome<BarSeries> closed(ModelCard card) {
        Optional<BarSeries> stored = bars.load(card.series());
        if (stored.isEmpty()) {
            return Outcome.failed(
                    Failure.of(Reason.MISSING_DATA, "bars of " + card.series(), "none", "", "import the data again"));
        }
        BarSeries series = stored.get();
        long length = series.key().timeframe().millis();
        int to = series.size();
        // A vendor's last bar may still be growing.
        while (to > 0 && series.openTime(to - 1) + length > clock.millis()) {
            to--;
        }
        return to == 0
                ? Outcome.failed(Failure.of(
                        Reason.MISSING_DATA,
                        "a closed bar of " + card.series(),
                        "only bars that end in the future",
                        "",
                        "check the clock of this machine"))
                : Outcome.success(to == series.size() ? series : series.slice(0, to));
    }

    private static Outcome<FeatureSet> checked(Served served, ModelCard card, FeatureSet features) {
        return features.fingerprint().equals(card.featureFingerprint())
                ? Outcome.success(features)
                : Outcome.failed(Failure.of(
                        Reason.INVALID,
                        "the feature set " + card.features() + " as the model was trained with",
                        "another definition of it",
                        served.version().model() + "/" + served.version().version(),
                        "train the model again"));
    }
}
