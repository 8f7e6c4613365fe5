package io.quantloom.engine.model.explanation;

import java.util.Arrays;

/**
 * For each row what each feature contributes: {@code output = base + Σ contributions}. Hands out its arrays, which nobody
 * may change. Immutable under that rule.
 */
public final class ShapValues {

    private final OutputSpace space;
    private final double[] bases;
    private final double[][] contributions;

    private ShapValues(OutputSpace space, double[] bases, double[][] contributions) {
        this.space = space;
        this.bases = bases;
        this.contributions = contributions;
    }

    static ShapValues of(OutputSpace space, double[] bases, double[][] contributions) {
        return new ShapValues(space, bases, contributions);
    }

    /** From contributions with the bias as the last value of each row. */
    static ShapValues ofTrees(double[][] withBias) {
        double[] bases = new double[withBias.length];
        double[][] contributions = new double[withBias.length][];
        for (int i = 0; i < withBias.length; i++) {
            int features = withBias[i].length - 1;
            bases[i] = withBias[i][features];
            contributions[i] = Arrays.copyOf(withBias[i], features);
        }
        return new ShapValues(OutputSpace.LOG_ODDS, bases, contributions);
    }

    /**
     * Of a sum of functions of one feature each, {@code f(x) − mean f} over the background, which is the Shapley value
     * whatever the features have to do with one another.
     *
     * @param terms of the explained rows, the constant as the last value of each
     * @param background terms of the rows that stand for the average
     */
    static ShapValues ofTerms(OutputSpace space, double[][] terms, double[][] background) {
        double[] means = new double[terms[0].length];
        for (double[] row : background) {
            for (int c = 0; c < means.length; c++) {
                means[c] += row[c] / background.length;
            }
        }
        double[] bases = new double[terms.length];
        Arrays.fill(bases, Arrays.stream(means).sum());
        double[][] contributions = new double[terms.length][means.length - 1];
        for (int i = 0; i < terms.length; i++) {
            for (int c = 0; c < contributions[i].length; c++) {
                contributions[i][c] = terms[i][c] - means[c];
            }
        }
        return new ShapValues(space, bases, contributions);
    }

    /** {@return what the contributions add up to} */
    public OutputSpace space() {
        return space;
    }

    /** {@return the number of rows} */
    public int size() {
        return contributions.length;
    }

    /** {@return what is said on average, to which the contributions of row {@code i} are added} */
    public double base(int i) {
        return bases[i];
    }

    /** {@return the contribution of each feature to row {@code i}, in the order of the columns} */
    public double[] contributions(int i) {
        return contributions[i];
    }

    /** {@return base and contributions of row {@code i} together} */
    public double output(int i) {
        double sum = bases[i];
        for (double each : contributions[i]) {
            sum += each;
        }
        return sum;
    }

    /** {@return {@code Σ|contribution| / rows} of each feature} */
    public double[] meanAbsolute() {
        return mean(true);
    }

    /** {@return {@code Σ contribution / rows} of each feature: effects that cancel each other are 0 here} */
    public double[] mean() {
        return mean(false);
    }

    private double[] mean(boolean absolute) {
        double[] means = new double[contributions.length == 0 ? 0 : contributions[0].length];
        for (double[] row : contributions) {
            for (int c = 0; c < means.length; c++) {
                means[c] += (absolute ? Math.abs(row[c]) : row[c]) / contributions.length;
            }
        }
        return means;
    }
}
