package io.quantloom.engine.model.libsvm;

import io.quantloom.engine.model.learning.ModelReader;
import io.quantloom.engine.model.learning.ModelWriter;
import io.quantloom.engine.model.learning.RowForm;
import io.quantloom.engine.model.learning.Standardizer;
import java.util.Arrays;

/** {@code Σ coefficient·e^(−gamma·|vector − x|²) − threshold} and Platt's sigmoid of it. */
final class SupportVectors implements RowForm {

    private static final int MOST_COLUMNS = 100_000;
    private static final int MOST_VECTORS = 10_000_000;

    private final Standardizer scaler;
    private final Fitted fitted;
    private final Platt sigmoid;

    private SupportVectors(Standardizer scaler, Fitted fitted, Platt sigmoid) {
        this.scaler = scaler;
        this.fitted = fitted;
        this.sigmoid = sigmoid;
    }

    static SupportVectors read(ModelReader reader) {
        int width = reader.whole(1, MOST_COLUMNS);
        int count = reader.whole(0, MOST_VECTORS);
        double gamma = reader.real();
        double threshold = reader.real();
        var sigmoid = new Platt(reader.real(), reader.real());
        Standardizer scaler = reader.scaler(width);
        double[][] columns = new double[width][];
        for (int c = 0; c < width; c++) {
            columns[c] = reader.reals(count);
        }
        return new SupportVectors(scaler, new Fitted(columns, reader.reals(count), threshold, gamma), sigmoid);
    }

    @Override
    public void write(ModelWriter writer) {
        writer.whole(fitted.columns.length)
                .whole(fitted.coefficients.length)
                .real(fitted.gamma)
                .real(fitted.threshold)
                .real(sigmoid.a())
                .real(sigmoid.b())
                .scaler(scaler);
        for (double[] column : fitted.columns) {
            writer.reals(column);
        }
        writer.reals(fitted.coefficients);
    }

    @Override
    public int columns() {
        return fitted.columns.length;
    }

    @Override
    public double margin(double[] row) {
        return fitted.margin(scaler.apply(row));
    }

    @Override
    public double probability(double margin) {
        return sigmoid.probability(margin);
    }

    @Override
    public boolean isPositive(double margin) {
        return margin > 0;
    }

    /** What the library found; vectors column by column, so that the loop over them runs in vectors. */
    static final class Fitted {

        private final double[][] columns;
        private final double[] coefficients;
        private final double threshold;
        private final double gamma;
        private final double[] distances;

        private Fitted(double[][] columns, double[] coefficients, double threshold, double gamma) {
            this.columns = columns;
            this.coefficients = coefficients;
            this.threshold = threshold;
            this.gamma = gamma;
            this.distances = new double[coefficients.length];
        }

        Fitted(double[][] vectors, double[] coefficients, double threshold, double gamma, int width) {
            this(transposed(vectors, width), coefficients, threshold, gamma);
        }

        private static double[][] transposed(double[][] vectors, int width) {
            double[][] columns = new double[width][vectors.length];
            for (int i = 0; i < vectors.length; i++) {
                for (int c = 0; c < width; c++) {
                    columns[c][i] = vectors[i][c];
                }
            }
            return columns;
        }

        /** {@return the margin of a scaled row} */
        double margin(double[] x) {
            Arrays.fill(distances, 0);
            for (int c = 0; c < x.length; c++) {
                add(columns[c], x[c], distances);
            }
            double sum = -threshold;
            for (int i = 0; i < distances.length; i++) {
                sum += coefficients[i] * Math.exp(-gamma * distances[i]);
            }
            return sum;
        }

        private static void add(double[] column, double at, double[] distances) {
            for (int i = 0; i < distances.length; i++) {
                double off = column[i] - at;
                distances[i] += off * off;
            }
        }

        SupportVectors form(Standardizer scaler, Platt sigmoid) {
            return new SupportVectors(scaler, this, sigmoid);
        }
    }
}
