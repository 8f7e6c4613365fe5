package io.quantloom.engine.tour;

import java.util.List;

/**
 * The first-run steps with what the store says about each. Immutable.
 *
 * @param steps in order
 */
public record Checklist(List<Item> steps) {

    /** Copies the list. */
    public Checklist {
        steps = List.copyOf(steps);
    }

    /** The steps, in order. */
    public enum Step {
        /** Market data is in the store. */
        DATA,
        /** A factory run reached a decision. */
        TRAIN,
        /** At least two finished runs can be compared. */
        COMPARE,
        /** A backtest is recorded. */
        BACKTEST,
        /** A model is Champion. */
        PROMOTE,
        /** A paper bot has traded. */
        PAPER
    }

    /**
     * One step.
     *
     * @param step which
     * @param done whether the store shows that it happened
     * @param detail what the store shows, for example {@code "8 instruments"}; empty when not done
     */
    public record Item(Step step, boolean done, String detail) {}
}
