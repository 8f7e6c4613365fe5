package io.quantloom.engine.model.evaluation;

import java.util.OptionalDouble;

/**
 * A number that may be undefined, and then says why. Immutable.
 *
 * @param value finite; empty when undefined
 * @param reason why it is undefined; empty text when it is defined
 */
public record Measure(OptionalDouble value, String reason) {

    /** Checks that there is either a finite value or a reason. */
    public Measure {
        if (value.isPresent() != reason.isEmpty()) {
            throw new IllegalArgumentException("expected either a value or a reason");
        }
        if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
            throw new IllegalArgumentException("a measure must be finite, was " + value.getAsDouble());
        }
    }

    /** Returns a defined measure. */
    public static Measure of(double value) {
        return new Measure(OptionalDouble.of(value), "");
    }

    /** Returns an undefined measure. */
    public static Measure undefined(String reason) {
        return new Measure(OptionalDouble.empty(), reason);
    }

    /** Returns {@code part / whole}, undefined for that reason when {@code whole} is zero. */
    static Measure share(long part, long whole, String reason) {
        return whole == 0 ? undefined(reason) : of((double) part / whole);
    }

    /** {@return whether there is a value} */
    public boolean isDefined() {
        return value.isPresent();
    }

    /**
     * Returns the value, for callers who know that it is defined.
     *
     * @throws IllegalStateException with the reason when it is not
     */
    public double orThrow() {
        return value.orElseThrow(() -> new IllegalStateException(reason));
    }
}
