package io.quantloom.engine.model.learning;

/** What a model of our own has learned: a function of one row. May keep scratch memory; used by one thread at a time. */
public interface RowForm {

    /** {@return the number of features of a row} */
    int columns();

    /** {@return the decision value of a complete row, rising with the positive class; any size} */
    double margin(double[] row);

    /** {@return the margin of each row, with the bits of {@link #margin}; forms that gain by it answer many rows together} */
    default double[] margins(double[][] rows) {
        double[] margins = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            margins[i] = margin(rows[i]);
        }
        return margins;
    }

    /** {@return the probability of the positive class at the margin, in [0, 1]} */
    double probability(double margin);

    /** {@return whether the learner itself says the positive class at the margin} */
    default boolean isPositive(double margin) {
        return probability(margin) >= 0.5;
    }

    /** {@return whether {@link #probability} estimates one; where it does not, models rank by the margin} */
    default boolean isProbabilistic() {
        return true;
    }

    /** {@return contributions of the features to the margin and the bias last, or nothing} */
    default double[] contributions(double[] row) {
        return new double[0];
    }

    /** {@return what each feature adds to the margin by itself and a constant last, or nothing} */
    default double[] terms(double[] row) {
        return new double[0];
    }

    /** Writes all that {@link ModelReader} needs to build it again. */
    void write(ModelWriter writer);

    /** {@return {@code 1/(1 + e^−x)}, the same bits on every platform; one half where x is undefined} */
    static double sigmoid(double x) {
        return Double.isNaN(x) ? 0.5 : 1 / (1 + StrictMath.exp(-x));
    }
}
