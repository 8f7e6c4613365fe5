package io.quantloom.engine.model;

import io.quantloom.engine.model.evaluation.ClassificationScore;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a learner did on rows it had not seen. Immutable.
 *
 * @param name the learner
 * @param quality what its answers were worth; empty where it did not fit
 * @param problem why it did not fit; empty where it did
 * @param fitCpuSeconds processor time of the fit, in seconds
 * @param predictCpuSeconds processor time of the probabilities of all unseen rows, in seconds
 */
public record LearnerScore(
        String name, Optional<Quality> quality, String problem, double fitCpuSeconds, double predictCpuSeconds) {

    /**
     * What answers were worth.
     *
     * @param accuracy share of rows whose class, as the learner itself says it, is right, in [0, 1]
     * @param balancedAccuracy mean of the shares of each class that were found, in [0, 1]; empty when one is missing
     * @param precision share of positives among the rows said to be, in [0, 1]; empty when none was said to be
     * @param recall share of the positives that were said to be, in [0, 1]; empty without positives
     * @param auc area under the ROC curve of the model's scores; empty when one class is missing
     * @param brier mean squared distance of probability and class, in [0, 1]; empty for a model without probabilities
     */
    public record Quality(
            double accuracy,
            OptionalDouble balancedAccuracy,
            OptionalDouble precision,
            OptionalDouble recall,
            OptionalDouble auc,
            OptionalDouble brier) {

        /** Measures a model on rows of which the class is known, at least one. */
        public static Quality of(TrainedModel model, double[] probabilities, TrainingSet unseen) {
            boolean[] said = model.classes(unseen.rows());
            boolean[] positive = new boolean[said.length];
            int hits = 0;
            int alarms = 0;
            int positives = 0;
            for (int i = 0; i < said.length; i++) {
                positive[i] = unseen.isPositive(i);
                positives += positive[i] ? 1 : 0;
                hits += positive[i] && said[i] ? 1 : 0;
                alarms += said[i] && !positive[i] ? 1 : 0;
            }
            int negatives = said.length - positives;
            OptionalDouble recall = share(hits, positives);
            OptionalDouble negativeRecall = share(negatives - alarms, negatives);
            return new Quality(
                    (double) (hits + negatives - alarms) / said.length,
                    recall.isPresent() && negativeRecall.isPresent()
                            ? OptionalDouble.of((recall.getAsDouble() + negativeRecall.getAsDouble()) / 2)
                            : OptionalDouble.empty(),
                    share(hits, hits + alarms),
                    recall,
                    ClassificationScore.auc(model.scores(unseen.rows()), positive),
                    model.isProbabilistic()
                            ? OptionalDouble.of(
                                    ClassificationScore.of(probabilities, positive).brier())
                            : OptionalDouble.empty());
        }

        private static OptionalDouble share(int part, int whole) {
            return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
        }
    }
}
