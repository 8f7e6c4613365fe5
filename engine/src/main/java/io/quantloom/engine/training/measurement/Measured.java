package io.quantloom.engine.training.measurement;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.model.evaluation.Evaluation;
import io.quantloom.engine.performance.overfitting.OverfittingReport;
import io.quantloom.engine.training.placebo.Placebo;
import java.util.Optional;

/**
 * A candidate with everything the gates look at.
 *
 * @param trained the candidate
 * @param walkForward its stitched out-of-sample curve
 * @param nested the same windows with everything chosen anew inside each training window; empty where it was not asked for
 * @param holdout its curve on the holdout
 * @param classes how good its classes are
 * @param overfitting how much of the walk-forward is the search
 * @param placebo its score beside those of twins without signal; empty where none were asked for
 */
public record Measured(
        Trained trained,
        BacktestResult walkForward,
        Optional<BacktestResult> nested,
        BacktestResult holdout,
        Classes classes,
        OverfittingReport overfitting,
        Optional<Placebo> placebo) {

    /** How good the classes are on either stretch; empty without a labeled sample there. */
    public record Classes(Optional<Evaluation> walkForward, Optional<Evaluation> holdout) {}

    /** What the stage validate finds. */
    public record Validated(BacktestResult walkForward, Classes classes, OverfittingReport overfitting) {}
}
