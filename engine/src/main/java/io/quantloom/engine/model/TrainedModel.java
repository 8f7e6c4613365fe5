package io.quantloom.engine.model;

/**
 * A fitted binary classifier. May hold native memory until closed. Predictions of a row do not depend on the rows beside
 * it. Used by one thread at a time.
 */
public interface TrainedModel extends AutoCloseable {

    /** {@return the learner that made it} */
    String learner();

    /**
     * Returns the probability of the positive class of each row, in [0, 1]. Where the model is not
     * {@link #isProbabilistic()} it is a score pressed into [0, 1] that rises with the true one and means nothing more.
     */
    double[] probabilities(double[][] rows);

    /** {@return whether {@link #probabilities} are estimates of a probability: false for a mere decision value} */
    default boolean isProbabilistic() {
        return true;
    }

    /**
     * Returns for each row what the model ranks by, rising with the positive class: the probability, or the decision value
     * of any size and sign where the learner ranks by that. The area under the ROC curve is measured on it.
     */
    default double[] scores(double[][] rows) {
        return probabilities(rows);
    }

    /**
     * Returns whether the learner itself says the positive class of each row: a probability of at least 0.5, or a decision
     * value above zero where the learner decides by that.
     */
    default boolean[] classes(double[][] rows) {
        double[] probabilities = probabilities(rows);
        boolean[] classes = new boolean[probabilities.length];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = probabilities[i] >= 0.5;
        }
        return classes;
    }

    /**
     * Returns for each row the contribution of each feature to the margin (log-odds), and the bias as the last value; they
     * sum to the margin. Empty rows for a learner without contributions.
     */
    double[][] contributions(double[][] rows);

    /**
     * Returns for each row what each feature adds to the margin by itself, and a constant as the last value, where the margin
     * is a sum of functions of one feature each: they sum to the margin. Empty rows for any other model.
     */
    default double[][] terms(double[][] rows) {
        return new double[rows.length][0];
    }

    /** {@return the file of the model; equal inputs give equal bytes} */
    byte[] bytes();

    @Override
    void close();
}
