package io.quantloom.engine.dataset.split;

import io.quantloom.engine.dataset.Dataset;

/**
 * How many independent samples overlapping labels are worth. A label is decided by the returns of the bars (bar, end]; of
 * labels that share a bar each has its part of it. Average uniqueness of a sample is the mean over those bars of one over
 * the number of labels that use the bar, and the effective size is the sum over the samples: n labels of a horizon of h
 * bars on every bar are worth about n / h, labels apart from one another n. Source: M. López de Prado, Advances in Financial
 * Machine Learning (2018), 4.3. Pure functions.
 */
public final class EffectiveSampleSize {

    private EffectiveSampleSize() {}

    /** Returns the sum of {@link #uniqueness}, in (0, samples.length]; 0 without samples. O(bars + samples). */
    public static double of(Dataset dataset, int[] samples) {
        double sum = 0;
        for (double each : uniqueness(dataset, samples)) {
            sum += each;
        }
        return sum;
    }

    /** Returns the average uniqueness of each of the samples among them, in (0, 1], in their order. */
    public static double[] uniqueness(Dataset dataset, int[] samples) {
        int size = dataset.bars().size();
        int[] starts = new int[size + 1];
        for (int sample : samples) {
            starts[dataset.bar(sample) + 1]++;
            starts[dataset.end(sample) + 1]--;
        }
        // shares[t] is the sum over bars before t of one over the labels that use them.
        double[] shares = new double[size + 1];
        int concurrent = 0;
        for (int t = 0; t < size; t++) {
            concurrent += starts[t];
            shares[t + 1] = shares[t] + (concurrent > 0 ? 1.0 / concurrent : 0);
        }
        double[] uniqueness = new double[samples.length];
        for (int i = 0; i < samples.length; i++) {
            int bar = dataset.bar(samples[i]);
            int end = dataset.end(samples[i]);
            uniqueness[i] = (shares[end + 1] - shares[bar + 1]) / (end - bar);
        }
        return uniqueness;
    }
}
