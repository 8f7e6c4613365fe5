package io.quantloom.engine.performance.overfitting;

import java.util.Collections;
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

    /** Copies the notes. */
    public OverfittingReport {
        notes = Collections.unmodifiableSortedMap(new TreeMap<>(notes));
    }

    /** Returns this report with the p-value as it is adjusted over the pool. */
    public OverfittingReport withAdjustedPValue(double adjusted) {
        return new OverfittingReport(sharpe, probability, OptionalDouble.of(adjusted), looks, notes);
    }
}
