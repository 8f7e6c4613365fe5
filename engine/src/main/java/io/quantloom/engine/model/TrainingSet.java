package io.quantloom.engine.model;

import io.quantloom.engine.dataset.Dataset;
import java.util.Arrays;
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

    /**
     * Returns the samples of a dataset without copying their rows.
     *
     * @param samples indices, in the order to learn in
     */
    public static TrainingSet of(Dataset dataset, int[] samples) {
        double[][] rows = new double[samples.length][];
        boolean[] positive = new boolean[samples.length];
        double[] weights = new double[samples.length];
        for (int i = 0; i < samples.length; i++) {
            rows[i] = dataset.row(samples[i]);
            positive[i] = dataset.isPositive(samples[i]);
            weights[i] = dataset.weight(samples[i]);
        }
        return of(dataset.features().columns(), rows, positive, weights);
    }

    /** Returns the rows [from, to), each itself. */
    public TrainingSet part(int from, int to) {
        return new TrainingSet(
                features,
                Arrays.copyOfRange(rows, from, to),
                Arrays.copyOfRange(positive, from, to),
                Arrays.copyOfRange(weights, from, to));
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

    /** {@return the sum of the weights of the positive class over the sum of all, in [0, 1]; NaN without rows} */
    public double positiveShare() {
        double positives = 0;
        double all = 0;
        for (int i = 0; i < weights.length; i++) {
            all += weights[i];
            positives += positive[i] ? weights[i] : 0;
        }
        return positives / all;
    }
}
