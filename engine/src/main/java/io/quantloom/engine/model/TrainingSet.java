package io.quantloom.engine.model;

import io.quantloom.engine.dataset.Dataset;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows to learn from, oldest first. Takes its arrays over: nobody may change them afterwards, nor those it hands out
 * (a fold of 10,000 rows is used by many fits at once). Immutable under that rule.
 */
public final class TrainingSet {

    private final List<String> features;
    private final double[][] rows;
    private final boolean[] positive;
    private final double[] weights;
    private final int[] bars;
    private final int[] ends;

    private TrainingSet(
            List<String> features, double[][] rows, boolean[] positive, double[] weights, int[] bars, int[] ends) {
        this.features = features;
        this.rows = rows;
        this.positive = positive;
        this.weights = weights;
        this.bars = bars;
        this.ends = ends;
    }

    /**
     * Returns a set over the arrays. Row {@code i} stands at bar {@code i} and its class was known there, unless
     * {@link #withSpans} says otherwise.
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
        int[] bars = IntStream.range(0, rows.length).toArray();
        return new TrainingSet(List.copyOf(features), rows, positive, weights, bars, bars);
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
        int[] bars = new int[samples.length];
        int[] ends = new int[samples.length];
        for (int i = 0; i < samples.length; i++) {
            bars[i] = dataset.bar(samples[i]);
            ends[i] = dataset.end(samples[i]);
            rows[i] = dataset.row(samples[i]);
            positive[i] = dataset.isPositive(samples[i]);
            weights[i] = dataset.weight(samples[i]);
        }
        return new TrainingSet(dataset.features().columns(), rows, positive, weights, bars, ends);
    }

    /**
     * Returns the same rows with the bars between which their classes were decided. Takes the arrays over.
     *
     * @param starts bar of the event of each row
     * @param decided bar whose close decided its class, not before the event
     * @throws IllegalArgumentException if the lengths differ or a label ends before it begins
     */
    public TrainingSet withSpans(int[] starts, int[] decided) {
        if (starts.length != rows.length || decided.length != rows.length) {
            throw new IllegalArgumentException("rows and spans differ in length");
        }
        for (int i = 0; i < starts.length; i++) {
            if (decided[i] < starts[i]) {
                throw new IllegalArgumentException("the label of row " + i + " ends at bar " + decided[i]
                        + ", before its event at bar " + starts[i]);
            }
        }
        return new TrainingSet(features, rows, positive, weights, starts, decided);
    }

    /** Returns some of the rows, in the order of their indices, without copying them. */
    public TrainingSet select(int[] indices) {
        double[][] chosen = new double[indices.length][];
        boolean[] classes = new boolean[indices.length];
        double[] weighed = new double[indices.length];
        int[] starts = new int[indices.length];
        int[] decided = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            chosen[i] = rows[indices[i]];
            classes[i] = positive[indices[i]];
            weighed[i] = weights[indices[i]];
            starts[i] = bars[indices[i]];
            decided[i] = ends[indices[i]];
        }
        return new TrainingSet(features, chosen, classes, weighed, starts, decided);
    }

    /** Returns the rows [from, to), each itself. */
    public TrainingSet part(int from, int to) {
        return select(IntStream.range(from, to).toArray());
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

    /** {@return the bar of the event of row {@code i}} */
    public int bar(int i) {
        return bars[i];
    }

    /** {@return the bar whose close decided the class of row {@code i}; a fold that begins at or before it must not learn it} */
    public int end(int i) {
        return ends[i];
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
