package io.quantloom.engine.model;

import java.util.List;

/**
 * Rows to learn from, oldest first. Takes its arrays over: nobody may change them afterwards, nor those it hands out
 * (a fold of 10,000 rows is used by many fits at once). Immutable under that rule.
 */
public final class TrainingSet {

    private final List<String> features;
    private final double[][] rows;
    private final boolean[] positive;
    private final double[] weights;

    private TrainingSet(List<String> features, double[][] rows, boolean[] positive, double[] weights) {
        this.features = features;
        this.rows = rows;
        this.positive = positive;
        this.weights = weights;
    }

    /**
     * Returns a set over the arrays.
     *
     * @param features names of the columns
     * @param rows one array per row, all values finite, in the order of the names
     * @param positive whether the row belongs to the positive class
     * @param weights weight of each row, above zero
     * @throws IllegalArgumentException if the arrays differ in length
     */
    public static TrainingSet of(List<String> features, double[][] rows, boolean[] positive, double[] weights) {
        if (rows.length != positive.length || rows.length != weights.length) {
            throw new IllegalArgumentException("rows, classes and weights differ in length");
        }
        return new TrainingSet(List.copyOf(features), rows, positive, weights);
    }

    /** {@return names of the columns} */
    public List<String> features() {
        return features;
    }

    /** {@return the number of rows} */
    public int size() {
        return rows.length;
    }

    /** {@return the rows themselves} */
    public double[][] rows() {
        return rows;
    }

    /** {@return whether row {@code i} belongs to the positive class} */
    public boolean isPositive(int i) {
        return positive[i];
    }

    /** {@return the weight of row {@code i}} */
    public double weight(int i) {
        return weights[i];
    }
}
