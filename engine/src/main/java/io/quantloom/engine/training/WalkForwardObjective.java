package io.quantloom.engine.training;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.performance.ReturnStatistics;
import io.quantloom.engine.performance.SharpeSignificance;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.performance.Statistic;
import io.quantloom.engine.tuning.Objective;
import io.quantloom.engine.tuning.SearchParameter;
import io.quantloom.engine.tuning.TrialContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The objective of a study: fit each fold on its purged training window, predict its test window, stitch the predictions,
 * trade them as one account net of costs, and take a statistic of that curve. No bar is traded by a model that has seen
 * it, and all trials share windows and seeds, so that they differ by their parameters alone. Where a pruner looks on, the
 * statistic of the curve so far is reported after each fold, the fold's place being the step.
 */
final class WalkForwardObjective implements Objective {

    private final Learner learner;
    private final LabelVariants variants;
    private final Statistic statistic;
    private final Seeds seeds;
    private Optional<Best> best = Optional.empty();

    WalkForwardObjective(Learner learner, LabelVariants variants, Statistic statistic, Seeds seeds) {
        this.learner = learner;
        this.variants = variants;
        this.statistic = statistic;
        this.seeds = seeds;
    }

    /** {@return the entry threshold of a trial; the sampler always draws one} */
    static double threshold(Hyperparameters parameters) {
        return parameters.number(SearchParameter.THRESHOLD.key(), Double.NaN);
    }

    @Override
    public Outcome<Score> evaluate(int number, Hyperparameters parameters, TrialContext context) {
        return variants.of(parameters)
                .then(variant -> predict(
                                variant,
                                parameters,
                                context,
                                (fold, stitched) -> goesOn(fold, stitched, variant, parameters, context))
                        .then(probabilities -> trade(variant, parameters, probabilities, context)
                                .then(result -> score(result, number, parameters, probabilities))));
    }

    /**
     * Returns the stitched probabilities of the bars [{@link Prepared#from}, {@link Prepared#to}) under the parameters.
     * Those of the best trial so far are remembered; any others are computed again, with the same bits.
     */
    Outcome<double[]> probabilities(Hyperparameters parameters, JobContext context) {
        Optional<double[]> remembered = remembered(parameters);
        return remembered
                .map(Outcome::success)
                .orElseGet(() ->
                        variants.of(parameters).then(variant -> predict(variant, parameters, context, (_, _) -> true)));
    }

    private Outcome<double[]> predict(
            LabelVariants.Variant variant, Hyperparameters parameters, JobContext context, AfterFold after) {
        Prepared prepared = variant.prepared();
        double[] stitched = new double[prepared.to() - prepared.from()];
        for (int fold = 0; fold < prepared.folds().size(); fold++) {
            if (context.isCanceled()) {
                return Outcome.canceled();
            }
            PreparedFold window = prepared.folds().get(fold);
            Outcome<TrainedModel> fitted = learner.fit(
                    window.training(), parameters, seeds.child("fold/" + window.number()), new QuietContext(context));
            if (!(fitted instanceof Outcome.Success<TrainedModel>(var model))) {
                return fitted.map(_ -> stitched);
            }
            try (model) {
                window.predict(model, stitched, prepared.from());
            }
            if (!after.goesOn(fold, stitched)) {
                return Outcome.canceled();
            }
        }
        return Outcome.success(stitched);
    }

    /** Reports the objective of the curve up to the fold's end; a curve without one, such as one without trades, is not judged. */
    private boolean goesOn(
            int fold,
            double[] stitched,
            LabelVariants.Variant variant,
            Hyperparameters parameters,
            TrialContext context) {
        if (!context.isPruning()) {
            return true;
        }
        Prepared prepared = variant.prepared();
        double[] known = Arrays.copyOf(stitched, prepared.folds().get(fold).to() - prepared.from());
        if (trade(variant, parameters, known, context) instanceof Outcome.Success<BacktestResult>(var result)) {
            OptionalDouble value = result.statistics().get(statistic.key());
            value.ifPresent(present -> context.report(fold, present));
            return value.isEmpty() || !context.shouldPrune();
        }
        return true;
    }

    private static Outcome<BacktestResult> trade(
            LabelVariants.Variant variant, Hyperparameters parameters, double[] probabilities, JobContext context) {
        return variant.trading()
                .trade(
                        "trial",
                        variant.prepared().from(),
                        probabilities,
                        threshold(parameters),
                        Trials.single(),
                        new QuietContext(context));
    }

    private Outcome<Score> score(
            BacktestResult result, int number, Hyperparameters parameters, double[] probabilities) {
        OptionalDouble value = result.statistics().get(statistic.key());
        if (value.isEmpty()) {
            return Outcome.failed(Failure.of(
                    Reason.CALCULATION_FAILED,
                    "a " + statistic.key() + " of the walk-forward curve",
                    "none: " + result.statistics().notes().getOrDefault(statistic.key(), "undefined"),
                    "",
                    ""));
        }
        remember(new Best(number, value.getAsDouble(), parameters, probabilities));
        double perBar =
                SharpeSignificance.perBar(ReturnStatistics.of(result.equity().values()));
        return Outcome.success(new Score(
                value.getAsDouble(), Double.isFinite(perBar) ? OptionalDouble.of(perBar) : OptionalDouble.empty()));
    }

    private synchronized void remember(Best candidate) {
        if (best.isEmpty() || candidate.isBetterThan(best.get())) {
            best = Optional.of(candidate);
        }
    }

    private synchronized Optional<double[]> remembered(Hyperparameters parameters) {
        return best.filter(known -> known.parameters.equals(parameters)).map(known -> known.probabilities);
    }

    /** Told after each fold, with the probabilities up to its end. */
    @FunctionalInterface
    private interface AfterFold {
        boolean goesOn(int fold, double[] stitched);
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
