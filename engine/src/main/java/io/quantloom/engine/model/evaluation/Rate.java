package io.quantloom.engine.model.evaluation;

import java.util.Optional;

/**
 * A share of rows with how sure it is. Immutable.
 *
 * @param name as in contracts.md, for example {@code precision}
 * @param value the share, in [0, 1]
 * @param rows number of rows it is a share of
 * @param effectiveRows number of independent rows these are worth, in [0, rows]
 * @param interval Wilson's 95 % interval at {@code effectiveRows}; empty when the share is undefined
 */
public record Rate(String name, Measure value, long rows, double effectiveRows, Optional<Interval> interval) {

    /** The share {@code part / rows}, where one row is worth {@code worth} independent ones. */
    static Rate of(String name, long part, long rows, double worth, String reason) {
        Measure value = Measure.share(part, rows, reason);
        double effective = rows * worth;
        return new Rate(
                name,
                value,
                rows,
                effective,
                value.isDefined() ? Optional.of(Interval.wilson(value.orThrow(), effective)) : Optional.empty());
    }
}
