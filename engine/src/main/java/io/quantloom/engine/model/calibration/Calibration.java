package io.quantloom.engine.model.calibration;

/**
 * A map from the margin of a learner ({@link Margins}) to the probability of the positive class. It never falls, so the
 * order of rows stays, ties apart. Immutable.
 */
public sealed interface Calibration permits PlattCalibration, IsotonicCalibration {

    /** {@return how it was fitted} */
    CalibrationMethod method();

    /** Returns the probability of the positive class, within [0, 1], of a finite margin. */
    double probability(double margin);

    /** {@return its numbers as one word, from which a file reads back the same bits} */
    String text();
}
