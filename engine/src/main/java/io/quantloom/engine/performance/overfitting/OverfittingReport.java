package io.quantloom.engine.performance.overfitting;

import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.performance.overfitting.OverfittingProbability.Measure;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a model card says about overfitting: the artifact {@code overfitting.json}. Immutable.
 *
 * @param sharpe of the walk-forward track of the chosen trial
 * @param probability over all trials of the study; empty when fewer than two have a track
 * @param adjustedPValue {@link SharpeEvidence#pValue} as {@link FalseDiscoveries} adjusts it over the pool, a fraction;
 *     empty outside a pool
 * @param looks at the holdout; empty where there is none
 * @param notes why a part is missing, by its name in the file
 */
public record OverfittingReport(
        SharpeEvidence sharpe,
        Optional<OverfittingProbability> probability,
        OptionalDouble adjustedPValue,
        Optional<HoldoutLooks> looks,
        SortedMap<String, String> notes) {

    /** Name of the artifact. */
    public static final String ARTIFACT = "overfitting.json";

    /** The confidence that the minimum track is for. */
    public static final double CONFIDENCE = 0.95;

    private static final String PROBABILITY = "pbo";

    /** Copies the notes. */
    public OverfittingReport {
        notes = Collections.unmodifiableSortedMap(new TreeMap<>(notes));
    }

    /**
     * Returns the report of a search, with {@link SymmetricCrossValidation#USUAL_PARTITIONS} blocks, at
     * {@link #CONFIDENCE}.
     *
     * @param chosen returns per bar of the chosen trial's walk-forward track
     * @param trials every trial ever run for the model on these bars
     * @param tracks returns per bar of every trial of the search that has a track, over the same bars
     * @param looks at the holdout
     */
    public static OverfittingReport of(
            double[] chosen, Trials trials, List<double[]> tracks, Optional<HoldoutLooks> looks) {
        SortedMap<String, String> notes = new TreeMap<>();
        int blocks = SymmetricCrossValidation.USUAL_PARTITIONS;
        Optional<OverfittingProbability> probability = Optional.empty();
        if (tracks.size() < 2) {
            notes.put(PROBABILITY, "at least two trials with a track are needed, there were " + tracks.size());
        } else if (chosen.length < 2 * blocks) {
            notes.put(PROBABILITY, "at least " + 2 * blocks + " returns are needed, there were " + chosen.length);
        } else {
            probability = Optional.of(
                    SymmetricCrossValidation.measure(tracks.toArray(double[][]::new), blocks, Measure.SHARPE));
        }
        return new OverfittingReport(
                SharpeEvidence.of(chosen, trials, CONFIDENCE), probability, OptionalDouble.empty(), looks, notes);
    }

    /** Returns this report with the p-value as it is adjusted over the pool. */
    public OverfittingReport withAdjustedPValue(double adjusted) {
        return new OverfittingReport(sharpe, probability, OptionalDouble.of(adjusted), looks, notes);
    }
}
