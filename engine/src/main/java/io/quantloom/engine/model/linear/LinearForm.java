package io.quantloom.engine.model.linear;

import io.quantloom.engine.model.learning.ModelReader;
import io.quantloom.engine.model.learning.ModelWriter;
import io.quantloom.engine.model.learning.RowForm;
import io.quantloom.engine.model.learning.Standardizer;

/**
 * {@code intercept + Σ coefficient·x} of the scaled row. Contributions are {@code coefficient·(x − mean)}: what the
 * feature adds beside its mean over the training rows, exact for independent features.
 */
final class LinearForm implements RowForm {

    private static final int MOST_COLUMNS = 100_000;

    private final Standardizer scaler;
    private final double[] coefficients;
    private final double intercept;
    private final double[] means;
    private final boolean isProbabilistic;

    LinearForm(Standardizer scaler, double[] coefficients, double intercept, double[] means, boolean isProbabilistic) {
        this.scaler = scaler;
        this.coefficients = coefficients;
        this.intercept = intercept;
        this.means = means;
        this.isProbabilistic = isProbabilistic;
    }

    static LinearForm read(ModelReader reader, boolean isProbabilistic) {
        int columns = reader.whole(1, MOST_COLUMNS);
        return new LinearForm(
                reader.scaler(columns), reader.reals(columns), reader.real(), reader.reals(columns), isProbabilistic);
    }

    @Override
    public void write(ModelWriter writer) {
        writer.whole(coefficients.length)
                .scaler(scaler)
                .reals(coefficients)
                .real(intercept)
                .reals(means);
    }

    @Override
    public int columns() {
        return coefficients.length;
    }

    @Override
    public double margin(double[] row) {
        double[] x = scaler.apply(row);
        double margin = intercept;
        for (int c = 0; c < x.length; c++) {
            margin += coefficients[c] * x[c];
        }
        return margin;
    }

    @Override
    public double probability(double margin) {
        return RowForm.sigmoid(margin);
    }

    @Override
    public boolean isPositive(double margin) {
        return margin > 0;
    }

    @Override
    public boolean isProbabilistic() {
        return isProbabilistic;
    }

    @Override
    public double[] terms(double[] row) {
        double[] x = scaler.apply(row);
        double[] terms = new double[x.length + 1];
        for (int c = 0; c < x.length; c++) {
            terms[c] = coefficients[c] * x[c];
        }
        terms[x.length] = intercept;
        return terms;
    }

    @Override
    public double[] contributions(double[] row) {
        double[] x = scaler.apply(row);
        double[] contributions = new double[x.length + 1];
        double bias = intercept;
        for (int c = 0; c < x.length; c++) {
            contributions[c] = coefficients[c] * (x[c] - means[c]);
            bias += coefficients[c] * means[c];
        }
        contributions[x.length] = bias;
        return contributions;
    }
}
