package io.quantloom.engine.model;

/**
 * A fitted binary classifier. May hold native memory until closed. Predictions of a row do not depend on the rows beside
 * it. Used by one thread at a time.
 */
public interface TrainedModel extends AutoCloseable {

    /** {@return the learner that made it} */
    String learner();

    /** Returns the probability of the positive class of each row, in [0, 1]. */
    double[] probabilities(double[][] rows);

    /**
     * Returns for each row the contribution of each feature to the margin (log-odds), and the bias as the last value; they
     * sum to the margin. Empty rows for a learner without contributions.
     */
    double[][] contributions(double[][] rows);

    /** {@return the file of the model; equal inputs give equal bytes} */
    byte[] bytes();

    @Override
    void close();
}
