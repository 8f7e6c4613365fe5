package io.quantloom.engine.model.explanation;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.dataset.FeatureMatrix;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.model.ModelCard;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.model.ModelSource;
import io.quantloom.engine.model.ServedModel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Explains a registered model on stored bars: the background is chosen from the bars it was trained on, explained are the
 * bars after them, or every bar where there are none after them. Bars with an undefined feature are left out.
 */
public final class ExplainServedModel {

    private final ModelSource models;
    private final BarStore bars;
    private final ExplainSpec spec;

    /** Takes where models and bars are, and how much work it may be. */
    public ExplainServedModel(ModelSource models, BarStore bars, ExplainSpec spec) {
        this.models = models;
        this.bars = bars;
        this.spec = spec;
    }

    /**
     * Explains the model. MISSING_DATA when there is no such model or no bars, or none with every feature; INVALID when the
     * feature set is no longer the one it was trained with; otherwise as {@link ModelSource#load}.
     *
     * @param series whose bars are explained; need not be the one it was trained on
     */
    public Outcome<ServedExplanation> run(ModelRef ref, SeriesKey series, Seeds seeds, JobContext context) {
        return models.load(ref).then(served -> {
            try (served) {
                return features(served).then(features -> explained(served, features, series, seeds, context));
            }
        });
    }

    /**
     * Explains one answer of the model from what it saw. INVALID when a feature is not among that; otherwise as
     * {@link #run}.
     *
     * @param inputs values by feature, as they were stored with the answer
     */
    public Outcome<Waterfall> answer(ModelRef ref, Map<String, Double> inputs, Seeds seeds, JobContext context) {
        return models.load(ref).then(served -> {
            try (served) {
                return features(served)
                        .then(features -> row(served, features, inputs)
                                .then(row -> table(served.card().series(), features)
                                        .then(training -> answer(served, training, features, row, seeds, context))));
            }
        });
    }

    private static Outcome<double[]> row(ServedModel served, FeatureSet features, Map<String, Double> inputs) {
        for (String column : features.columns()) {
            if (!inputs.containsKey(column)) {
                return Outcome.failed(Failure.of(
                        Reason.INVALID,
                        "a value of every feature of " + features.name(),
                        "none of " + column,
                        served.name() + "/" + served.version(),
                        "ask the model again"));
            }
        }
        return Outcome.success(features.columns().stream()
                .mapToDouble(column -> Objects.requireNonNull(inputs.get(column)))
                .toArray());
    }

    private Outcome<Waterfall> answer(
            ServedModel served, Table training, FeatureSet features, double[] row, Seeds seeds, JobContext context) {
        ModelCard card = served.card();
        double[][] background = training.rows(training.between(card.trainedFrom(), card.trainedTo()));
        if (background.length == 0) {
            return Outcome.failed(Failure.of(
                    Reason.MISSING_DATA,
                    "bars the model was trained on, with every feature of " + features.name(),
                    "none",
                    card.series().toString(),
                    "import the bars again"));
        }
        return new ExplainModel(spec, seeds).prediction(features.columns(), served.model(), background, row, context);
    }

    private static Outcome<FeatureSet> features(ServedModel served) {
        ModelCard card = served.card();
        return served.features()
                .named(card.features())
                .then(features -> features.fingerprint().equals(card.featureFingerprint())
                        ? Outcome.success(features)
                        : Outcome.failed(Failure.of(
                                Reason.INVALID,
                                "feature set " + card.features() + " as it was when the model was trained",
                                "another one",
                                served.name() + "/" + served.version(),
                                "train the model again")));
    }

    private Outcome<ServedExplanation> explained(
            ServedModel served, FeatureSet features, SeriesKey series, Seeds seeds, JobContext context) {
        ModelCard card = served.card();
        return table(card.series(), features)
                .then(training -> (series.equals(card.series()) ? Outcome.success(training) : table(series, features))
                        .then(asked -> {
                            double[][] background =
                                    training.rows(training.between(card.trainedFrom(), card.trainedTo()));
                            int[] places = asked.after(card.trainedTo());
                            if (background.length == 0 || places.length == 0) {
                                return Outcome.failed(Failure.of(
                                        Reason.MISSING_DATA,
                                        "bars with every feature of " + features.name()
                                                + ", among those it was trained on and to explain",
                                        background.length + " and " + places.length,
                                        series.toString(),
                                        "import the bars again"));
                            }
                            var subject = ExplainedModel.of(served.model(), background, asked.rows(places));
                            return new ExplainModel(spec, seeds)
                                    .run(features.columns(), subject, List.of(), context)
                                    .map(explanation -> result(served, asked, places, explanation));
                        }));
    }

    private static ServedExplanation result(ServedModel served, Table asked, int[] places, Explanation explanation) {
        int last = places[places.length - 1];
        double[][] row = {asked.matrix().row(last)};
        return new ServedExplanation(
                served.name(),
                served.version(),
                served.card().learner(),
                asked.bars().key(),
                Instant.ofEpochMilli(asked.bars().openTime(last)),
                served.model().probabilities(row)[0],
                explanation);
    }

    private Outcome<Table> table(SeriesKey key, FeatureSet features) {
        Optional<BarSeries> stored = bars.load(key);
        return stored.isPresent()
                ? Outcome.success(new Table(stored.get(), features.compute(stored.get())))
                : Outcome.failed(
                        Failure.of(Reason.MISSING_DATA, "a stored series", "no " + key, "", "import the data first"));
    }

    /** Bars with their features. */
    private record Table(BarSeries bars, FeatureMatrix matrix) {

        int[] between(Instant from, Instant to) {
            return defined(bars.firstAtOrAfter(from.toEpochMilli()), bars.firstAtOrAfter(to.toEpochMilli() + 1));
        }

        /** Those after the time, or all where there are none. */
        int[] after(Instant time) {
            int[] later = defined(bars.firstAtOrAfter(time.toEpochMilli() + 1), bars.size());
            return later.length > 0 ? later : defined(0, bars.size());
        }

        private int[] defined(int from, int to) {
            return IntStream.range(from, to).filter(matrix::isDefined).toArray();
        }

        double[][] rows(int[] places) {
            return IntStream.of(places).mapToObj(matrix::row).toArray(double[][]::new);
        }
    }
}
