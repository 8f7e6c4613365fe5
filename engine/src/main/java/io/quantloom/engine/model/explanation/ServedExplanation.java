package io.quantloom.engine.model.explanation;

import io.quantloom.engine.market.SeriesKey;
import java.time.Instant;

/**
 * What a registered model looks at, and how its latest answer came about. Immutable.
 *
 * @param model the registered model
 * @param version its version
 * @param learner who learned it
 * @param series whose bars were explained
 * @param asOf open time of the latest bar explained
 * @param probability of the positive class at that bar, in [0, 1]
 * @param explanation whose first example is that bar
 */
public record ServedExplanation(
        String model,
        int version,
        String learner,
        SeriesKey series,
        Instant asOf,
        double probability,
        Explanation explanation) {

    /** {@return how the answer at {@link #asOf} came about} */
    public Waterfall latest() {
        return explanation.examples().getFirst();
    }
}
