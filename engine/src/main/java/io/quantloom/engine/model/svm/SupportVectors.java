package io.quantloom.engine.model.svm;

import io.quantloom.engine.model.learning.DistanceColumns;
import io.quantloom.engine.model.learning.ModelReader;
import io.quantloom.engine.model.learning.ModelWriter;
import io.quantloom.engine.model.learning.RowForm;
import io.quantloom.engine.model.learning.Standardizer;
import java.util.Arrays;
import java.util.stream.IntStream;

/** {@code Σ coefficient·e^(−gamma·|vector − x|²) − threshold} and Platt's sigmoid of it. */
final class SupportVectors implements RowForm {

    private static final int MOST_COLUMNS = 100_000;
    private static final int MOST_VECTORS = 10_000_000;
    private static final int ROWS_AT_ONCE = 256;

    private final Standardizer scaler;
    private final Platt sigmoid;
    private final DistanceColumns vectors;
    private final double[] coefficients;
    private final double threshold;
    private final double gamma;
    private final double[] kernels;

    private SupportVectors(
            Standardizer scaler,
            Platt sigmoid,
            DistanceColumns vectors,
            double[] coefficients,
            double threshold,
            double gamma) {
        this.scaler = scaler;
        this.sigmoid = sigmoid;
        this.vectors = vectors;
        this.coefficients = coefficients;
        this.threshold = threshold;
        this.gamma = gamma;
        this.kernels = new double[coefficients.length];
    }

    /**
     * Returns what the solver found: the rows whose coefficients are not zero.
     *
     * @param rows scaled
     */
    static SupportVectors of(double[][] rows, Standardizer scaler, BoxProblem optimum, double gamma, Platt sigmoid) {
        int[] numbers = IntStream.range(0, optimum.size())
                .filter(i -> optimum.betas[i] != 0)
                .toArray();
        double[][] columns = new double[scaler.columns()][numbers.length];
        double[] coefficients = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            coefficients[i] = optimum.betas[numbers[i]];
            for (int c = 0; c < columns.length; c++) {
                columns[c][i] = rows[numbers[i]][c];
            }
        }
        var vectors = new DistanceColumns(columns, numbers.length);
        return new SupportVectors(scaler, sigmoid, vectors, coefficients, optimum.threshold(), gamma);
    }

    static SupportVectors read(ModelReader reader) {
        int width = reader.whole(1, MOST_COLUMNS);
        int count = reader.whole(0, MOST_VECTORS);
        double gamma = reader.real();
        double threshold = reader.real();
        var sigmoid = new Platt(reader.real(), reader.real());
        Standardizer scaler = reader.scaler(width);
        DistanceColumns vectors = DistanceColumns.read(reader, width, count);
        return new SupportVectors(scaler, sigmoid, vectors, reader.reals(count), threshold, gamma);
    }

    @Override
    public void write(ModelWriter writer) {
        writer.whole(vectors.width())
                .whole(vectors.size())
                .real(gamma)
                .real(threshold)
                .real(sigmoid.a())
                .real(sigmoid.b())
                .scaler(scaler);
        vectors.write(writer);
        writer.reals(coefficients);
    }

    @Override
    public int columns() {
        return vectors.width();
    }

    @Override
    public double margin(double[] row) {
        return margins(new double[][] {row})[0];
    }

    @Override
    public double[] margins(double[][] rows) {
        double[] margins = new double[rows.length];
        Arrays.fill(margins, -threshold);
        for (int first = 0; first < rows.length; first += ROWS_AT_ONCE) {
            double[][] scaled = new double[Math.min(ROWS_AT_ONCE, rows.length - first)][];
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] = scaler.apply(rows[first + i]);
            }
            for (int from = 0; from < kernels.length; from += DistanceColumns.PART) {
                int to = Math.min(kernels.length, from + DistanceColumns.PART);
                for (int i = 0; i < scaled.length; i++) {
                    vectors.squared(scaled[i], from, to, kernels);
                    Decay.fine(kernels, gamma, from, to);
                    margins[first + i] += sum(kernels, coefficients, from, to);
                }
            }
        }
        return margins;
    }

    /** Four sums beside each other, so that none waits for the one before. */
    private static double sum(double[] kernels, double[] coefficients, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            a += kernels[i] * coefficients[i];
            b += kernels[i + 1] * coefficients[i + 1];
            c += kernels[i + 2] * coefficients[i + 2];
            d += kernels[i + 3] * coefficients[i + 3];
        }
        for (; i < to; i++) {
            a += kernels[i] * coefficients[i];
        }
        return a + b + (c + d);
    }

    @Override
    public double probability(double margin) {
        return sigmoid.probability(margin);
    }

    @Override
    public boolean isPositive(double margin) {
        return margin > 0;
    }
}
