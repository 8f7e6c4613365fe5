package io.quantloom.engine.model.comparison;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.TrainingSet;
import io.quantloom.engine.model.evaluation.ClassifierOutput;
import io.quantloom.engine.model.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Fits learners to the same rows, one after another, and measures each on the rows after them. */
public final class EvaluateLearners {

    private static final double NANOS = 1e9;

    private final LongSupplier cpuNanos;

    /** Takes the processor time of the calling thread, in nanoseconds. */
    public EvaluateLearners(LongSupplier cpuNanos) {
        this.cpuNanos = cpuNanos;
    }

    /**
     * Returns a score for each learner, in their order. INVALID when there are no rows to learn from or none to measure on;
     * a learner that does not fit has a problem instead.
     *
     * @param rows oldest first
     * @param train how many of the first rows are learned from; the others measure
     * @param settings the hyperparameters of the learner with the name
     */
    public Outcome<List<LearnerScore>> run(
            List<Learner> learners,
            TrainingSet rows,
            int train,
            Function<String, Hyperparameters> settings,
            Seeds seeds,
            JobContext context) {
        if (train < 1 || train >= rows.size()) {
            return Outcome.failed(Failure.of(
                    Reason.INVALID,
                    "training rows between 1 and " + (rows.size() - 1) + ", so that some are left to measure on",
                    String.valueOf(train),
                    "train",
                    ""));
        }
        TrainingSet seen = rows.part(0, train);
        TrainingSet unseen = rows.part(train, rows.size());
        List<LearnerScore> scores = new ArrayList<>();
        for (int i = 0; i < learners.size(); i++) {
            Learner learner = learners.get(i);
            JobContext part = context.part(learner.name(), (double) i / learners.size(), (i + 1.0) / learners.size());
            Outcome<LearnerScore> score = score(learner, seen, unseen, settings.apply(learner.name()), seeds, part);
            if (!(score instanceof Outcome.Success<LearnerScore>(var value))) {
                return score.map(_ -> List.of());
            }
            scores.add(value);
        }
        return Outcome.success(scores);
    }

    private Outcome<LearnerScore> score(
            Learner learner,
            TrainingSet seen,
            TrainingSet unseen,
            Hyperparameters settings,
            Seeds seeds,
            JobContext context) {
        long begin = cpuNanos.getAsLong();
        Outcome<TrainedModel> fitted = learner.fit(seen, settings, seeds, context);
        double fit = (cpuNanos.getAsLong() - begin) / NANOS;
        return switch (fitted) {
            case Outcome.Success<TrainedModel>(var model) ->
                Outcome.success(measured(learner.name(), model, unseen, fit));
            case Outcome.Failed<TrainedModel>(var failure) ->
                Outcome.success(new LearnerScore(learner.name(), Optional.empty(), failure.sentence(), fit, 0));
            case Outcome.Canceled<TrainedModel> _ -> Outcome.canceled();
        };
    }

    private LearnerScore measured(String name, TrainedModel fitted, TrainingSet unseen, double fit) {
        try (TrainedModel model = fitted) {
            long begin = cpuNanos.getAsLong();
            int answered = model.probabilities(unseen.rows()).length;
            double predict = (cpuNanos.getAsLong() - begin) / NANOS;
            boolean[] positive = new boolean[answered];
            for (int i = 0; i < answered; i++) {
                positive[i] = unseen.isPositive(i);
            }
            Evaluation evaluation = Evaluation.of(ClassifierOutput.of(model, unseen.rows()), positive, unseen.size());
            return new LearnerScore(name, Optional.of(evaluation), "", fit, predict);
        }
    }
}
