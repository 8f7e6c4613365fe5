package io.quantloom.engine.tuning;

import io.quantloom.engine.model.Hyperparameters;
import java.util.List;

/** Chooses what to try next. The same arguments give the same answer. Stateless and safe for use by several threads. */
@FunctionalInterface
public interface Sampler {

    /**
     * Proposes the parameters of a trial.
     *
     * @param number of the trial
     * @param told the trials of all earlier batches as they ended, and behind them those of its own batch with a lower
     *     number, all of them RUNNING whatever they have come to since; ascending by number. So the answer does not depend
     *     on which trial of its own batch ends first
     */
    Hyperparameters propose(SearchSpace space, int number, List<Trial> told);

    /** Returns how many different trials it has for the space; a study has no more. */
    default long most(SearchSpace space) {
        return Long.MAX_VALUE;
    }
}
