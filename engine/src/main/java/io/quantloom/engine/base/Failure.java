package io.quantloom.engine.base;

import java.util.Optional;

/**
 * Why an operation ended without a value, in words a person can act on. Immutable.
 *
 * @param reason the kind, a short closed list
 * @param expected what would have been right, for example {@code "a high at or above the low"}
 * @param found what was there instead, with the value
 * @param where file, line, column, key or object; empty when there is no place to name
 * @param action what to do about it, in the imperative
 * @param cause the technical fault behind it, for the log only
 */
public record Failure(
        Reason reason, String expected, String found, String where, String action, Optional<Throwable> cause) {

    /** The kinds of failure; each needs a screen text and an exit code. */
    public enum Reason {
        /** A value or a combination of values breaks a rule. */
        INVALID,
        /** A text could not be read. */
        PARSING,
        /** Something the operation needs is not there. */
        MISSING_DATA,
        /** The operation makes no sense for its input. */
        NOT_APPLICABLE,
        /** A calculation has no result. */
        CALCULATION_FAILED,
        /** Somebody else holds or changed the thing. */
        CONFLICT,
        /** A file, store or service did not do its part. */
        UNAVAILABLE
    }

    /** Returns a failure without a technical cause. */
    public static Failure of(Reason reason, String expected, String found, String where, String action) {
        return new Failure(reason, expected, found, where, action, Optional.empty());
    }

    /** Returns this failure with the technical fault behind it. */
    public Failure causedBy(Throwable fault) {
        return new Failure(reason, expected, found, where, action, Optional.of(fault));
    }

    /** {@return one sentence: expected, found, where, and what to do} */
    public String sentence() {
        var text = new StringBuilder("expected ")
                .append(expected)
                .append(", found ")
                .append(found);
        if (!where.isEmpty()) {
            text.append(" (").append(where).append(')');
        }
        if (!action.isEmpty()) {
            text.append("; ").append(action);
        }
        return text.toString();
    }
}
