package io.quantloom.engine.prediction;

import io.quantloom.engine.registry.Trend;
import java.time.Instant;
import java.util.Collections;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one version said at one bar. Immutable.
 *
 * @param symbol the asset as the version names it
 * @param trend what the probability is of
 * @param probability in [0, 1]
 * @param inputs features at the bar, by name
 * @param model registered name
 * @param version of the model
 * @param targetPct the label's target, a fraction; empty for labels without one
 * @param windowDays how far ahead the label looks; empty where it has no such length
 * @param asOf open time of the bar at whose close it was made, the latest that had closed
 * @param made when it was computed
 */
public record Prediction(
        String symbol,
        Trend trend,
        double probability,
        SortedMap<String, Double> inputs,
        String model,
        int version,
        OptionalDouble targetPct,
        OptionalInt windowDays,
        Instant asOf,
        Instant made) {

    /** Checks the range and copies the map. */
    public Prediction {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability must be in [0, 1], was " + probability);
        }
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
    }
}
