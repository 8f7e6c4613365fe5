package io.quantloom.engine.training.placebo;

import io.quantloom.engine.market.twin.Drift;
import io.quantloom.engine.market.twin.TwinMethod;

/**
 * Which placebo. Immutable.
 *
 * @param method how twins are made
 * @param drift what their price does on average
 * @param twins how many, at least 1; 19 are the fewest that can put a score above 95 % of luck
 */
public record PlaceboSpec(TwinMethod method, Drift drift, int twins) {

    /** Checks the number. */
    public PlaceboSpec {
        if (twins < 1) {
            throw new IllegalArgumentException("a placebo has at least one twin, was " + twins);
        }
    }
}
