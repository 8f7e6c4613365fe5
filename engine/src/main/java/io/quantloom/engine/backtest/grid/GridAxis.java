package io.quantloom.engine.backtest.grid;

import java.util.List;

/**
 * One parameter of a grid. Immutable.
 *
 * @param key where it stands in the specification, for example {@code strategy.fast}
 * @param values as they would stand in the file, each once, at least one; neighbours in the list are one step apart
 */
public record GridAxis(String key, List<String> values) {

    /** Copies the list and checks it. */
    public GridAxis {
        values = List.copyOf(values);
        if (values.isEmpty() || values.stream().distinct().count() < values.size()) {
            throw new IllegalArgumentException("an axis has values, each once, had " + values + " for " + key);
        }
    }
}
