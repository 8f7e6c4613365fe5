package io.quantloom.engine.tuning;

import io.quantloom.engine.base.JobContext;

/**
 * What an objective knows of the study it is part of: beside progress and cancellation, where intermediate values go and
 * whether the trial is worth going on with. Used by one thread.
 */
public interface TrialContext extends JobContext {

    /**
     * Tells the value so far, for example after each fold of a walk-forward.
     *
     * @param step counts from 0, ascending; the same step of two trials stands for the same work
     * @param value estimate of the objective, to maximise; NaN when it came to nothing
     */
    void report(int step, double value);

    /**
     * Returns whether the trial is to stop, as the study's pruner sees it after the step reported last. An objective that is
     * told so ends as {@link io.quantloom.engine.base.Outcome.Canceled}; the trial is then PRUNED.
     */
    boolean shouldPrune();

    /** {@return whether anybody looks at intermediate values; where nobody does, an objective may save their cost} */
    boolean isPruning();
}
