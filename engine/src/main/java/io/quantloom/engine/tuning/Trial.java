package io.quantloom.engine.tuning;

import io.quantloom.engine.model.Hyperparameters;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One try of a study. Immutable.
 *
 * @param study the study it belongs to
 * @param number counts from 0 within the study
 * @param state how it stands
 * @param parameters what was tried
 * @param value of the objective; empty when it has none
 * @param sharpePerBar mean / standard deviation of its out-of-sample returns per bar, for the deflated Sharpe; empty
 *     when it has no curve
 * @param started when it began
 * @param ended when it ended
 * @param reason why it failed; empty otherwise
 */
public record Trial(
        String study,
        int number,
        State state,
        Hyperparameters parameters,
        OptionalDouble value,
        OptionalDouble sharpePerBar,
        Instant started,
        Optional<Instant> ended,
        String reason) {

    /** How a trial stands. */
    public enum State {
        /** Under way, or cut off by the end of its process. */
        RUNNING,
        /** Ended with a value. */
        COMPLETE,
        /** Ended without a value. */
        FAILED,
        /** Canceled by a person. */
        CANCELED
    }
}
