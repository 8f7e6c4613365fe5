package io.quantloom.engine.dataset.split;

import java.util.List;

/**
 * Windows of bars to test on, and the samples to train on for them. Immutable.
 *
 * <p>No training sample's label span [bar, end] meets a test window or the label span of a test sample, or the embargo
 * beside them; no test sample's label reaches what lies behind the border that the split must not touch.
 */
public final class Fold {

    private final int number;
    private final int[] training;
    private final int[] test;
    private final List<Window> windows;

    Fold(int number, int[] training, int[] test, List<Window> windows) {
        this.number = number;
        this.training = training;
        this.test = test;
        this.windows = List.copyOf(windows);
    }

    /** {@return its place among the folds, from 0} */
    public int number() {
        return number;
    }

    /** {@return a copy of the samples to train on, ascending} */
    public int[] training() {
        return training.clone();
    }

    /** {@return a copy of the samples to measure on: those whose event lies in a test window, ascending} */
    public int[] test() {
        return test.clone();
    }

    /**
     * {@return the test windows, oldest first, at least one; the model decides on every bar of each. Walk-forward, holdout
     * and purged k-fold have one}
     */
    public List<Window> windows() {
        return windows;
    }

    /** {@return the first bar of the first test window} */
    public int from() {
        return windows.getFirst().from();
    }

    /** {@return the bar after the last of the last test window; with several windows not every bar before is tested} */
    public int to() {
        return windows.getLast().to();
    }
}
