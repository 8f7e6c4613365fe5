package io.quantloom.engine.model.calibration;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How scores become probabilities. */
public enum CalibrationMethod {
    /** A sigmoid of the margin: two numbers, so it holds with few rows. */
    PLATT(20),
    /** Any rising step function: needs many rows. */
    ISOTONIC(100);

    private final int leastRows;

    CalibrationMethod(int leastRows) {
        this.leastRows = leastRows;
    }

    /** {@return the word in files and hyperparameters} */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the method with the word. */
    public static Optional<CalibrationMethod> ofText(String word) {
        return Arrays.stream(values())
                .filter(method -> method.text().equals(word))
                .findFirst();
    }

    /**
     * Fits the map from margins to classes. NOT_APPLICABLE with fewer than 20 rows ({@link #ISOTONIC}: 100) or rows of one
     * class only.
     *
     * @param margins log-odds or decision values, finite
     * @param positive what was
     * @param weights above zero; only their ratios matter
     * @throws IllegalArgumentException if the lengths differ
     */
    public Outcome<Calibration> fit(double[] margins, boolean[] positive, double[] weights) {
        int rows = margins.length;
        if (positive.length != rows || weights.length != rows) {
            throw new IllegalArgumentException("margins, classes and weights differ in length");
        }
        int positives = 0;
        for (boolean each : positive) {
            positives += each ? 1 : 0;
        }
        if (rows < leastRows || positives == 0 || positives == rows) {
            return Outcome.failed(Failure.of(
                    Reason.NOT_APPLICABLE,
                    "at least " + leastRows + " out-of-fold rows of both classes",
                    rows + " rows, " + positives + " of them positive",
                    text() + " calibration",
                    "take a longer training window or calibration: none"));
        }
        double[] scaled = ofMeanOne(weights);
        return Outcome.success(
                switch (this) {
                    case PLATT -> PlattCalibration.fit(margins, positive, scaled);
                    case ISOTONIC -> IsotonicCalibration.fit(margins, positive, scaled);
                });
    }

    private static double[] ofMeanOne(double[] weights) {
        double mean = Arrays.stream(weights).sum() / weights.length;
        return Arrays.stream(weights).map(weight -> weight / mean).toArray();
    }
}
