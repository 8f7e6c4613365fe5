package io.quantloom.engine.tuning;

import io.quantloom.engine.model.Hyperparameters;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

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
 * @param started when it began; of a waiting one when it was asked for
 * @param ended when it ended
 * @param reason why it failed; empty otherwise
 * @param steps intermediate values by step; empty when it reported none
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
        String reason,
        SortedMap<Integer, Double> steps) {

    /** How a trial stands. */
    public enum State {
        /** Asked for by a person, not begun: no try yet. */
        WAITING,
        /** Under way, or cut off by the end of its process. */
        RUNNING,
        /** Ended with a value. */
        COMPLETE,
        /** Stopped early by the study's pruner; its last step tells how it stood. */
        PRUNED,
        /** Ended without a value. */
        FAILED,
        /** Canceled by a person. */
        CANCELED
    }

    /** Copies the map. */
    public Trial {
        steps = Collections.unmodifiableSortedMap(new TreeMap<>(steps));
    }

    /** Takes a trial that reported no step. */
    public Trial(
            String study,
            int number,
            State state,
            Hyperparameters parameters,
            OptionalDouble value,
            OptionalDouble sharpePerBar,
            Instant started,
            Optional<Instant> ended,
            String reason) {
        this(study, number, state, parameters, value, sharpePerBar, started, ended, reason, new TreeMap<>());
    }

    /** Returns a trial that begins. */
    public static Trial running(String study, int number, Hyperparameters parameters, Instant started) {
        return begun(State.RUNNING, study, number, parameters, started);
    }

    /**
     * Returns a trial that a person asked for.
     *
     * @param asked when
     */
    public static Trial waiting(String study, int number, Hyperparameters parameters, Instant asked) {
        return begun(State.WAITING, study, number, parameters, asked);
    }

    private static Trial begun(State state, String study, int number, Hyperparameters parameters, Instant started) {
        return new Trial(
                study,
                number,
                state,
                parameters,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                started,
                Optional.empty(),
                "");
    }

    /** {@return whether it is over for good: complete, pruned or failed} */
    public boolean isFinal() {
        return state == State.COMPLETE || state == State.PRUNED || state == State.FAILED;
    }

    /** {@return whether it was begun, however it ended: what merely waits is no try and counts for nothing} */
    public boolean isTry() {
        return state != State.WAITING;
    }

    /** {@return the value of a complete trial, or what a pruned one reported last} */
    public OptionalDouble standing() {
        return switch (state) {
            case COMPLETE -> value;
            case PRUNED -> steps.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(at(steps.lastKey()));
            case WAITING, RUNNING, FAILED, CANCELED -> OptionalDouble.empty();
        };
    }

    /** Returns what was reported at the step; NaN when nothing was. */
    public double at(int step) {
        return steps.getOrDefault(step, Double.NaN);
    }

    /** Returns this trial with what it has reported. */
    public Trial withSteps(SortedMap<Integer, Double> reported) {
        return new Trial(study, number, state, parameters, value, sharpePerBar, started, ended, reason, reported);
    }
}
