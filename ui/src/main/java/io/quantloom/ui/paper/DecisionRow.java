package io.quantloom.ui.paper;

import io.quantloom.engine.trading.BotStep;

/**
 * A decision as the log shows it. Immutable.
 *
 * @param time open time of the bar at whose close it was made, epoch milliseconds UTC
 * @param probability of a rise, NaN where no model decided
 * @param action what was wanted
 * @param reason why, in words
 * @param model the version that decided; empty for a rule
 */
public record DecisionRow(long time, double probability, Action action, String reason, String model) {

    /** What a decision wants. */
    public enum Action {
        /** Be long from the next open on. */
        LONG,
        /** Be short. */
        SHORT,
        /** Hold nothing. */
        FLAT,
        /** Keep what is there. */
        HOLD
    }

    static DecisionRow of(BotStep step) {
        Action action = switch (step.decision().target()) {
            case LONG -> Action.LONG;
            case SHORT -> Action.SHORT;
            case FLAT -> Action.FLAT;
            case HOLD -> Action.HOLD;
        };
        return new DecisionRow(
                step.bar().openTime(),
                step.decision().probability(),
                action,
                step.decision().reason(),
                step.model());
    }
}
