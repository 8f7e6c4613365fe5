package io.quantloom.engine.training;

import io.quantloom.engine.model.evaluation.Evaluation;
import io.quantloom.engine.model.explanation.Explanation;
import io.quantloom.engine.performance.overfitting.OverfittingReport;
import io.quantloom.engine.training.placebo.Placebo;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the run that made a model knows of it. Immutable.
 *
 * @param holdout how good its classes are on the holdout
 * @param walkForward and on the stitched walk-forward
 * @param explanation which features it goes by
 * @param overfitting how much of its result is the search
 * @param placebo its score beside those of twins without signal
 * @param notes why a part is missing, by the name of its file
 */
public record ModelEvidence(
        Optional<Evaluation> holdout,
        Optional<Evaluation> walkForward,
        Optional<Explanation> explanation,
        Optional<OverfittingReport> overfitting,
        Optional<Placebo> placebo,
        SortedMap<String, String> notes) {

    /** Copies the notes. */
    public ModelEvidence {
        notes = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(notes));
    }
}
