package io.quantloom.engine.model.evaluation;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.TrainingSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures a classifier on rows it was not trained on, beside baselines fitted on the rows it was trained on: an accuracy
 * of 84 % is nothing where 84 % of the rows are of one class. Stateless.
 */
public final class EvaluateModel {

    private final List<Learner> baselines;

    /** Takes the learners to compare with, such as {@code majority} and {@code persistence}. */
    public EvaluateModel(List<Learner> baselines) {
        this.baselines = List.copyOf(baselines);
    }

    /**
     * Measures what was said of the test rows. A baseline that cannot be fitted is listed with the reason.
     *
     * @param output what the classifier said, one answer for each test row
     * @param training what it was trained on
     * @param test rows with their classes, at least one; weights are not used
     * @param effectiveRows number of independent rows that the test rows are worth, in (0, rows]
     */
    public Outcome<Evaluation> run(
            ClassifierOutput output,
            TrainingSet training,
            TrainingSet test,
            double effectiveRows,
            Seeds seeds,
            JobContext context) {
        boolean[] positive = new boolean[test.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = test.isPositive(i);
        }
        Evaluation evaluation = Evaluation.of(output, positive, effectiveRows);
        List<Baseline> measured = new ArrayList<>();
        for (Learner learner : baselines) {
            if (context.isCanceled()) {
                return Outcome.canceled();
            }
            Outcome<TrainedModel> fitted =
                    learner.fit(training, Hyperparameters.empty(), seeds.child(learner.name()), context);
            switch (fitted) {
                case Outcome.Success<TrainedModel>(var model) -> {
                    try (model) {
                        measured.add(Baseline.of(
                                learner.name(), ClassificationScore.of(model.probabilities(test.rows()), positive)));
                    }
                }
                case Outcome.Failed<TrainedModel>(var failure) ->
                    measured.add(Baseline.missing(learner.name(), failure.sentence()));
                case Outcome.Canceled<TrainedModel>() -> {
                    return Outcome.canceled();
                }
            }
        }
        return Outcome.success(evaluation.withBaselines(measured));
    }
}
