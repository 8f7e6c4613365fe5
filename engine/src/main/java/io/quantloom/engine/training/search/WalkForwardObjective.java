package io.quantloom.engine.training.search;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.dataset.split.BacktestPath;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.performance.ReturnStatistics;
import io.quantloom.engine.performance.SharpeSignificance;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.registry.GateMetric;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.training.preparation.LabelVariants;
import io.quantloom.engine.training.preparation.LabelVariants.Variant;
import io.quantloom.engine.training.preparation.Prepared;
import io.quantloom.engine.training.preparation.PreparedFold;
import io.quantloom.engine.tuning.Objective;
import io.quantloom.engine.tuning.SearchParameter;
import io.quantloom.engine.tuning.TrialContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The objective of a study: fit each fold on its purged training window, predict its test windows, stitch the predictions
 * to curves, trade each as one account net of costs, and take a statistic of it, or a measure of its classes; with several
 * curves the mean. No bar is traded by a model that has seen it, and all trials share folds and seeds, so that they differ by
 * their parameters alone.
 */
public final class WalkForwardObjective implements Objective {

    private final Learner learner;
    private final LabelVariants variants;
    private final FactorySpec.Study study;
    private final Seeds seeds;
    private final TreeMap<Integer, double[]> tracks = new TreeMap<>();
    private Optional<Best> best = Optional.empty();

    WalkForwardObjective(Learner learner, LabelVariants variants, FactorySpec.Study study, Seeds seeds) {
        this.learner = learner;
        this.variants = variants;
        this.study = study;
        this.seeds = seeds;
    }

    /** {@return the entry threshold of a trial; the sampler always draws one} */
    public static double threshold(Hyperparameters parameters) {
        return parameters.number(SearchParameter.THRESHOLD.key(), Double.NaN);
    }

    @Override
    public Outcome<Score> evaluate(int number, Hyperparameters parameters, TrialContext context) {
        return variants.of(parameters)
                .then(variant -> predict(variant, parameters, Optional.of(context), context)
                        .then(ofFolds -> score(variant, number, parameters, ofFolds, context))
                        .map(score -> told(variant, score, context)));
    }

    private static Score told(Variant variant, Score score, TrialContext trial) {
        if (trial.isPruning() && variant.prepared().paths().size() == 1) {
            trial.report(variant.prepared().folds().size() - 1, score.value());
        }
        return score;
    }

    /**
     * Returns the stitched probabilities of the first curve under the parameters. Those of the best trial so far are
     * remembered; any others are computed again, with the same bits.
     */
    public Outcome<double[]> probabilities(Hyperparameters parameters, JobContext context) {
        Optional<double[]> remembered = remembered(parameters);
        return remembered
                .map(Outcome::success)
                .orElseGet(() -> variants.of(parameters)
                        .then(variant -> predict(variant, parameters, Optional.empty(), context)
                                .map(ofFolds -> first(variant, ofFolds))));
    }

    /** Returns the returns bar by bar of a trial's first curve; those of an earlier process are computed again. */
    public Outcome<double[]> track(int number, Hyperparameters parameters, JobContext context) {
        Optional<double[]> known = known(number);
        return known.map(Outcome::success)
                .orElseGet(() -> variants.of(parameters)
                        .then(variant -> probabilities(parameters, context)
                                .then(probabilities -> trade(variant, parameters, probabilities, context))
                                .map(result ->
                                        ReturnStatistics.of(result.equity().values()))));
    }

    private static double[] first(Variant variant, List<double[]> ofFolds) {
        return variant.prepared().stitched(variant.prepared().paths().getFirst(), ofFolds);
    }

    private Outcome<List<double[]>> predict(
            Variant variant, Hyperparameters parameters, Optional<TrialContext> trial, JobContext context) {
        List<double[]> ofFolds = new ArrayList<>();
        for (PreparedFold fold : variant.prepared().folds()) {
            if (context.isCanceled()) {
                return Outcome.canceled();
            }
            Outcome<TrainedModel> fitted = fit(fold, parameters, context);
            if (!(fitted instanceof Outcome.Success<TrainedModel>(var model))) {
                return fitted.map(_ -> ofFolds);
            }
            try (model) {
                ofFolds.add(fold.predict(model));
            }
            if (trial.isPresent() && isHopeless(variant, parameters, ofFolds, trial.get())) {
                return Outcome.canceled();
            }
        }
        return Outcome.success(ofFolds);
    }

    /** Returns the model of a fold as trials fit it; the caller closes it. */
    public Outcome<TrainedModel> fit(PreparedFold fold, Hyperparameters parameters, JobContext context) {
        return learner.fit(fold.training(), parameters, seeds.child("fold/" + fold.number()), context.quiet());
    }

    // Only where each fold goes on where the one before ended is there a value so far.
    private boolean isHopeless(
            Variant variant, Hyperparameters parameters, List<double[]> ofFolds, TrialContext trial) {
        Prepared prepared = variant.prepared();
        int done = ofFolds.size();
        if (!trial.isPruning()
                || prepared.paths().size() > 1
                || done == prepared.folds().size()) {
            return false;
        }
        List<double[]> soFar = new ArrayList<>(ofFolds);
        prepared.folds().stream()
                .skip(done)
                .map(fold -> undefined(fold.to() - fold.from()))
                .forEach(soFar::add);
        int to = prepared.folds().get(done - 1).to();
        double[] probabilities = Arrays.copyOf(first(variant, soFar), to - prepared.from());
        Outcome<BacktestResult> traded = trade(variant, parameters, probabilities, trial);
        double value = traded instanceof Outcome.Success<BacktestResult>(var result)
                ? value(variant, result, probabilities).orElse(Double.NaN)
                : Double.NaN;
        trial.report(done - 1, value);
        return trial.shouldPrune();
    }

    private static double[] undefined(int size) {
        double[] values = new double[size];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    private Outcome<BacktestResult> trade(
            Variant variant, Hyperparameters parameters, double[] probabilities, JobContext context) {
        return variant.trading()
                .trade(
                        "trial",
                        variant.prepared().from(),
                        probabilities,
                        threshold(parameters),
                        Trials.single(),
                        context.quiet());
    }

    private Outcome<Score> score(
            Variant variant, int number, Hyperparameters parameters, List<double[]> ofFolds, JobContext context) {
        double sum = 0;
        double[] track = {};
        List<BacktestPath> paths = variant.prepared().paths();
        for (BacktestPath path : paths) {
            double[] probabilities = variant.prepared().stitched(path, ofFolds);
            Outcome<BacktestResult> traded = trade(variant, parameters, probabilities, context);
            if (!(traded instanceof Outcome.Success<BacktestResult>(var result))) {
                return traded.map(_ -> new Score(0, OptionalDouble.empty()));
            }
            OptionalDouble value = value(variant, result, probabilities);
            if (value.isEmpty()) {
                return Outcome.failed(undefined(result));
            }
            sum += value.getAsDouble();
            track = track.length == 0 ? ReturnStatistics.of(result.equity().values()) : track;
        }
        double mean = paths.size() == 1 ? sum : sum / paths.size();
        remember(number, track, new Best(number, mean, parameters, first(variant, ofFolds)));
        double perBar = SharpeSignificance.perBar(track);
        return Outcome.success(
                new Score(mean, Double.isFinite(perBar) ? OptionalDouble.of(perBar) : OptionalDouble.empty()));
    }

    private OptionalDouble value(Variant variant, BacktestResult result, double[] probabilities) {
        return study.quality().isPresent()
                ? StitchedClasses.of(variant.prepared(), probabilities)
                        .flatMap(evaluation ->
                                Measures.of(evaluation, study.quality().get()))
                        .map(OptionalDouble::of)
                        .orElse(OptionalDouble.empty())
                : result.statistics().get(study.objective().key());
    }

    private Failure undefined(BacktestResult result) {
        return Failure.of(
                Reason.CALCULATION_FAILED,
                "a " + study.yardstick() + " of the walk-forward curve",
                "none: "
                        + study.quality()
                                .map(GateMetric::key)
                                .map(key -> key + " is undefined")
                                .orElseGet(() -> result.statistics()
                                        .notes()
                                        .getOrDefault(study.objective().key(), "undefined")),
                "",
                "");
    }

    private synchronized void remember(int number, double[] track, Best candidate) {
        tracks.put(number, track);
        if (best.isEmpty() || candidate.isBetterThan(best.get())) {
            best = Optional.of(candidate);
        }
    }

    private synchronized Optional<double[]> known(int number) {
        return Optional.ofNullable(tracks.get(number));
    }

    private synchronized Optional<double[]> remembered(Hyperparameters parameters) {
        return best.filter(known -> known.parameters.equals(parameters)).map(known -> known.probabilities);
    }

    // A class, not a record: it holds an array.
    private static final class Best {
        private final int number;
        private final double value;
        private final Hyperparameters parameters;
        private final double[] probabilities;

        Best(int number, double value, Hyperparameters parameters, double[] probabilities) {
            this.number = number;
            this.value = value;
            this.parameters = parameters;
            this.probabilities = probabilities;
        }

        // As StudyResult.best: of equal values the lower number.
        boolean isBetterThan(Best other) {
            return value > other.value || (value == other.value && number < other.number);
        }
    }
}
