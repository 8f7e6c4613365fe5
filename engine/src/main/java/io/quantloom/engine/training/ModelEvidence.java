package io.quantloom.engine.training;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.model.evaluation.Evaluation;
import io.quantloom.engine.model.explanation.Explanation;
import io.quantloom.engine.performance.overfitting.OverfittingReport;
import io.quantloom.engine.training.placebo.Placebo;
import java.util.List;
import java.util.Optional;

/**
 * What the run that made a model knows of it; what it did not record is empty. Immutable.
 *
 * @param holdout how good its classes are on the holdout
 * @param walkForward and on the stitched walk-forward
 * @param explanation which features it goes by
 * @param overfitting how much of its result is the search
 * @param placebo its score beside those of twins without signal
 * @param selection what choosing anew inside each window would have come to; empty where it was not asked for
 * @param failures of files that are there and cannot be read
 */
public record ModelEvidence(
        Optional<Evaluation> holdout,
        Optional<Evaluation> walkForward,
        Optional<Explanation> explanation,
        Optional<OverfittingReport> overfitting,
        Optional<Placebo> placebo,
        Optional<Selection> selection,
        List<Failure> failures) {

    /** Copies the list. */
    public ModelEvidence {
        failures = List.copyOf(failures);
    }

    /**
     * Annualized Sharpe ratios of the walk-forward.
     *
     * @param chosen of the curve that chose
     * @param nested of the curve whose every window was chosen without seeing it
     */
    public record Selection(double chosen, double nested) {}
}
