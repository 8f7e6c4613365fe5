package io.quantloom.engine.model.learning;

import io.quantloom.engine.model.TrainingSet;

/**
 * What a row of each class counts for, beside its own weight. {@code balanced} is {@code n/(2·n of the class)}, counted
 * over the training rows alone, as scikit-learn does: both classes together weigh alike, and the mean weight is 1.
 *
 * @param negative weight of the negative class, above zero
 * @param positive weight of the positive class, above zero
 */
public record ClassWeights(double negative, double positive) {

    /** The word for no weighting. */
    public static final String NONE = "none";

    /** The word for weighing each class by its rarity. */
    public static final String BALANCED = "balanced";

    /** Both classes count alike. */
    public static final ClassWeights EQUAL = new ClassWeights(1, 1);

    /** Returns the weights of the kind for rows of both classes. */
    public static ClassWeights of(String kind, TrainingSet set) {
        if (!kind.equals(BALANCED)) {
            return EQUAL;
        }
        double positives = positives(set);
        double half = set.size() / 2.0;
        return new ClassWeights(half / (set.size() - positives), half / positives);
    }

    /** {@return negatives per positive row: XGBoost's {@code scale_pos_weight} that balances the classes} */
    public static double negativesPerPositive(TrainingSet set) {
        double positives = positives(set);
        return (set.size() - positives) / positives;
    }

    /** {@return the weight of row {@code i}: its own times its class's} */
    public double of(TrainingSet set, int i) {
        return set.weight(i) * (set.isPositive(i) ? positive : negative);
    }

    private static int positives(TrainingSet set) {
        int positives = 0;
        for (int i = 0; i < set.size(); i++) {
            positives += set.isPositive(i) ? 1 : 0;
        }
        return positives;
    }
}
