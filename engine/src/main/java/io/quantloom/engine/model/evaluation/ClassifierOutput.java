package io.quantloom.engine.model.evaluation;

import io.quantloom.engine.model.TrainedModel;
import java.util.OptionalDouble;

/** What a classifier said of some rows: probabilities, what it ranks by, and classes. Immutable. */
public final class ClassifierOutput {

    private final double[] probabilities;
    private final double[] scores;
    private final boolean[] classes;
    private final boolean probabilistic;
    private final OptionalDouble threshold;

    private ClassifierOutput(
            double[] probabilities,
            double[] scores,
            boolean[] classes,
            boolean probabilistic,
            OptionalDouble threshold) {
        this.probabilities = probabilities;
        this.scores = scores;
        this.classes = classes;
        this.probabilistic = probabilistic;
        this.threshold = threshold;
    }

    /** Asks the model; its classes are its own. */
    public static ClassifierOutput of(TrainedModel model, double[][] rows) {
        return new ClassifierOutput(
                model.probabilities(rows),
                model.scores(rows),
                model.classes(rows),
                model.isProbabilistic(),
                OptionalDouble.empty());
    }

    /**
     * Takes probabilities that were computed before; a row is called positive at {@code p ≥ threshold}.
     *
     * @throws IllegalArgumentException if a probability is outside [0, 1] or the threshold is
     */
    public static ClassifierOutput of(double[] probabilities, double threshold) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("a threshold must be in [0, 1], was " + threshold);
        }
        double[] kept = probabilities.clone();
        boolean[] classes = new boolean[kept.length];
        for (int i = 0; i < kept.length; i++) {
            if (!(kept[i] >= 0 && kept[i] <= 1)) {
                throw new IllegalArgumentException("a probability must be in [0, 1], was " + kept[i] + " at row " + i);
            }
            classes[i] = kept[i] >= threshold;
        }
        return new ClassifierOutput(kept, kept, classes, true, OptionalDouble.of(threshold));
    }

    /** {@return the number of rows} */
    public int size() {
        return classes.length;
    }

    /** {@return whether the probabilities are estimates of one} */
    public boolean isProbabilistic() {
        return probabilistic;
    }

    /** {@return the threshold of the classes; empty where the learner decided by itself} */
    public OptionalDouble threshold() {
        return threshold;
    }

    double[] probabilities() {
        return probabilities;
    }

    double[] scores() {
        return scores;
    }

    boolean[] classes() {
        return classes;
    }
}
