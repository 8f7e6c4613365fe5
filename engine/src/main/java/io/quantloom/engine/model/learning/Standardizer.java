package io.quantloom.engine.model.learning;

import java.util.Arrays;

/**
 * Takes each feature's mean away and divides by its standard deviation, both of the training rows and nothing else
 * ({@code (x − mean)/deviation}, ddof 0); a constant feature becomes 0. Part of the model and its file. Immutable.
 */
public final class Standardizer {

    /** What a value of a row may be: keeps squares and sums finite when a feature explodes. */
    private static final double LARGEST = 1e100;

    private final double[] means;
    private final double[] deviations;

    private Standardizer(double[] means, double[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    /** Returns the one that changes nothing. */
    public static Standardizer none(int columns) {
        double[] ones = new double[columns];
        Arrays.fill(ones, 1);
        return new Standardizer(new double[columns], ones);
    }

    /** Returns the one of the rows, at least one, by the two-pass formula. */
    public static Standardizer of(double[][] rows, int columns) {
        double[] means = new double[columns];
        double[] deviations = new double[columns];
        for (int c = 0; c < columns; c++) {
            double sum = 0;
            for (double[] row : rows) {
                sum += bounded(row[c]);
            }
            means[c] = sum / rows.length;
            double squares = 0;
            for (double[] row : rows) {
                double off = bounded(row[c]) - means[c];
                squares += off * off;
            }
            double deviation = Math.sqrt(squares / rows.length);
            // What is left of a constant column is rounding: dividing by it would blow noise up.
            deviations[c] = deviation > 1e-12 * Math.abs(means[c]) ? deviation : 1;
        }
        return new Standardizer(means, deviations);
    }

    /** Reads what {@link #write} wrote. */
    static Standardizer read(ModelReader reader, int columns) {
        double[] means = reader.reals(columns);
        double[] deviations = reader.reals(columns);
        for (double deviation : deviations) {
            if (!(deviation > 0)) {
                throw new IllegalArgumentException("a deviation of zero");
            }
        }
        return new Standardizer(means, deviations);
    }

    void write(ModelWriter writer) {
        writer.reals(means).reals(deviations);
    }

    /** {@return the number of features} */
    public int columns() {
        return means.length;
    }

    /** Returns the standardized row; an infinite value counts as 1e100. */
    public double[] apply(double[] row) {
        double[] scaled = new double[row.length];
        for (int c = 0; c < row.length; c++) {
            scaled[c] = (bounded(row[c]) - means[c]) / deviations[c];
        }
        return scaled;
    }

    private static double bounded(double value) {
        return Math.clamp(value, -LARGEST, LARGEST);
    }
}
