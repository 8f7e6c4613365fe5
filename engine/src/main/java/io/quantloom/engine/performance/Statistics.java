package io.quantloom.engine.performance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The statistics table of contracts.md: keys in the table's order, fractions and not percents. Immutable.
 *
 * @param values by key; empty when undefined or infinite, with the reason in the notes
 * @param notes by key: why a value is empty, or which convention it used (calendar, bars per year)
 */
public record Statistics(Map<String, OptionalDouble> values, Map<String, String> notes) {

    /** Copies the maps, keeping their order. */
    public Statistics {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
    }

    /** {@return the value under the key; empty when undefined or unknown} */
    public OptionalDouble get(String key) {
        return values.getOrDefault(key, OptionalDouble.empty());
    }
}
