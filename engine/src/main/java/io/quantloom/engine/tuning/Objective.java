package io.quantloom.engine.tuning;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.model.Hyperparameters;
import java.util.OptionalDouble;

/** What a study maximises. The same parameters give the same score. Called by several threads at once. */
@FunctionalInterface
public interface Objective {

    /**
     * Scores the parameters; a failure becomes the reason of a failed trial. Canceled when the context was canceled or said
     * that the trial should be pruned.
     */
    Outcome<Score> evaluate(int number, Hyperparameters parameters, TrialContext context);

    /**
     * What a trial came to.
     *
     * @param value to maximise, finite
     * @param sharpePerBar see {@link Trial#sharpePerBar}
     */
    record Score(double value, OptionalDouble sharpePerBar) {
        /** Checks the value. */
        public Score {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a score is finite, was " + value);
            }
        }
    }
}
