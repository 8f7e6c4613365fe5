package io.quantloom.engine.training.search;

import io.quantloom.engine.dataset.Dataset;
import io.quantloom.engine.dataset.split.EffectiveSampleSize;
import io.quantloom.engine.model.evaluation.ClassifierOutput;
import io.quantloom.engine.model.evaluation.Evaluation;
import io.quantloom.engine.training.preparation.Prepared;
import java.util.Arrays;
import java.util.Optional;

/** How good the classes of stitched out-of-sample probabilities are: positive at 0.5 or above. */
public final class StitchedClasses {

    private static final double HALF = 0.5;

    private StitchedClasses() {}

    /** {@return how many independent rows the samples are worth, never more than they are} */
    public static double effectiveRows(Dataset dataset, int[] samples) {
        return Math.min(EffectiveSampleSize.of(dataset, samples), samples.length);
    }

    /**
     * Measures the samples that the first curve tests, as far as the probabilities reach; empty where there is none.
     *
     * @param probabilities of the bars from {@link Prepared#from} on
     */
    public static Optional<Evaluation> of(Prepared prepared, double[] probabilities) {
        Dataset dataset = prepared.dataset();
        int from = prepared.from();
        int[] samples = Arrays.stream(prepared.tested())
                .filter(sample -> dataset.bar(sample) - from < probabilities.length)
                .toArray();
        if (samples.length == 0) {
            return Optional.empty();
        }
        double[] chosen = new double[samples.length];
        boolean[] positive = new boolean[samples.length];
        for (int i = 0; i < samples.length; i++) {
            chosen[i] = probabilities[dataset.bar(samples[i]) - from];
            positive[i] = dataset.isPositive(samples[i]);
        }
        return Optional.of(Evaluation.of(ClassifierOutput.of(chosen, HALF), positive, effectiveRows(dataset, samples)));
    }
}
