package io.quantloom.engine.dataset;

/**
 * One window of bars to test on, and the samples to train on before it. Immutable.
 *
 * <p>No training sample's label reaches the test window or the embargo before it; no test sample's label reaches what lies
 * behind the border that the split must not touch.
 */
public final class Fold {

    private final int number;
    private final int[] training;
    private final int[] test;
    private final int from;
    private final int to;

    Fold(int number, int[] training, int[] test, int from, int to) {
        this.number = number;
        this.training = training;
        this.test = test;
        this.from = from;
        this.to = to;
    }

    /** {@return its place among the folds, from 0} */
    public int number() {
        return number;
    }

    /** {@return a copy of the samples to train on, ascending} */
    public int[] training() {
        return training.clone();
    }

    /** {@return a copy of the samples to measure on: those whose event lies in the test window, ascending} */
    public int[] test() {
        return test.clone();
    }

    /** {@return the first bar of the test window; the model decides on every bar of [from, to)} */
    public int from() {
        return from;
    }

    /** {@return the bar after the last of the test window} */
    public int to() {
        return to;
    }
}
