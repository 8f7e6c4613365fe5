package io.quantloom.engine.model;

/**
 * From probability to position (contracts.md, From label to trade). Immutable.
 *
 * @param threshold long when p is at or above it; in (0.5, 1] for long-short
 * @param exitThreshold flat again when p falls below it
 * @param longShort whether p at or below {@code 1 − threshold} goes short, until p is above {@code 1 − exitThreshold}
 */
public record DecisionRule(double threshold, double exitThreshold, boolean longShort) {

    /** Checks the ranges. */
    public DecisionRule {
        if (!(threshold > 0 && threshold <= 1) || !(exitThreshold >= 0 && exitThreshold <= threshold)) {
            throw new IllegalArgumentException(
                    "expected 0 <= exit_threshold <= threshold <= 1 and threshold above 0, was " + exitThreshold
                            + " and " + threshold);
        }
        if (longShort && threshold <= 0.5) {
            throw new IllegalArgumentException("a long-short threshold must be above 0.5, was " + threshold);
        }
    }
}
