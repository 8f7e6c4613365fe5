package io.quantloom.engine.model.calibration;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.TrainingSet;
import java.util.Arrays;
import java.util.List;

/**
 * Fits a learner and the calibration of its scores on one training set: on each inner fold a model of its own scores rows
 * that it did not see, the calibration is fitted on all those scores together, and stands before a model fitted on all
 * rows. Nothing outside the training set is looked at. Stateless.
 */
public final class CalibrateModel {

    private final CalibrationMethod method;

    /** Takes the kind of calibration. */
    public CalibrateModel(CalibrationMethod method) {
        this.method = method;
    }

    /**
     * Fits both. The model inside is the one that the learner alone would give for the same seeds. A fold on which the
     * learner cannot be fitted for want of a class (NOT_APPLICABLE) is left out. NOT_APPLICABLE when too few rows were
     * scored ({@link CalibrationMethod#fit}); otherwise fails as the learner does.
     *
     * @param folds of the set, for example {@link InnerFold#forward}
     * @throws IllegalArgumentException if the label of a row to fit on overlaps the stretch of a fold's test rows
     */
    public Outcome<CalibratedModel> run(
            Learner learner,
            TrainingSet set,
            List<InnerFold> folds,
            Hyperparameters parameters,
            Seeds seeds,
            JobContext context) {
        if (!folds.stream().allMatch(fold -> fold.isPurged(set))) {
            throw new IllegalArgumentException("labels of a fold's training rows overlap its test rows");
        }
        var scored = new Scored(set.size());
        for (int i = 0; i < folds.size(); i++) {
            if (context.isCanceled()) {
                return Outcome.canceled();
            }
            InnerFold fold = folds.get(i);
            Outcome<TrainedModel> fitted = learner.fit(
                    set.select(fold.training()),
                    parameters,
                    seeds.child("calibration/" + i),
                    context.part("calibration", (double) i / (folds.size() + 1), (i + 1.0) / (folds.size() + 1)));
            switch (fitted) {
                case Outcome.Success<TrainedModel>(var model) -> {
                    try (model) {
                        scored.add(set.select(fold.test()), model);
                    }
                }
                case Outcome.Failed<TrainedModel>(Failure failure) -> {
                    if (failure.reason() != Reason.NOT_APPLICABLE) {
                        return Outcome.failed(failure);
                    }
                }
                case Outcome.Canceled<TrainedModel>() -> {
                    return Outcome.canceled();
                }
            }
        }
        return scored.fit(method)
                .then(calibration -> learner.fit(
                                set, parameters, seeds, context.part("", folds.size() / (folds.size() + 1.0), 1))
                        .map(model -> new CalibratedModel(model, calibration)));
    }

    /** Scores of rows by models that did not see them. */
    private static final class Scored {

        private final double[] margins;
        private final boolean[] positive;
        private final double[] weights;
        private int size;

        Scored(int capacity) {
            margins = new double[capacity];
            positive = new boolean[capacity];
            weights = new double[capacity];
        }

        void add(TrainingSet rows, TrainedModel model) {
            double[] scores = Margins.of(model, rows.rows());
            for (int i = 0; i < scores.length; i++) {
                margins[size] = scores[i];
                positive[size] = rows.isPositive(i);
                weights[size] = rows.weight(i);
                size++;
            }
        }

        Outcome<Calibration> fit(CalibrationMethod method) {
            return method.fit(
                    Arrays.copyOf(margins, size), Arrays.copyOf(positive, size), Arrays.copyOf(weights, size));
        }
    }
}
