package io.quantloom.engine.dataset.split;

import io.quantloom.engine.dataset.Dataset;
import io.quantloom.engine.dataset.label.AverageUniqueness;
import java.util.Arrays;

/**
 * How many independent samples overlapping labels are worth: the sum of their {@link AverageUniqueness} among one another. n
 * labels of a horizon of h bars on every bar are worth about n / h, labels apart from one another n. Pure functions.
 */
public final class EffectiveSampleSize {

    private EffectiveSampleSize() {}

    /** Returns the effective number of the samples, in (0, samples.length]; 0 without samples. O(bars + samples). */
    public static double of(Dataset dataset, int[] samples) {
        return Arrays.stream(uniqueness(dataset, samples)).sum();
    }

    /** Returns the average uniqueness of each of the samples among them alone, in (0, 1], in their order. */
    public static double[] uniqueness(Dataset dataset, int[] samples) {
        int[] starts = Arrays.stream(samples).map(dataset::bar).toArray();
        int[] ends = Arrays.stream(samples).map(dataset::end).toArray();
        return AverageUniqueness.of(starts, ends, dataset.bars().size());
    }
}
