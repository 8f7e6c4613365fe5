package io.quantloom.engine.indicator;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The numbers of one indicator or rule, by name. Immutable.
 *
 * @param values finite
 */
public record Numbers(SortedMap<String, Double> values) {

    /** Copies the map. */
    public Numbers {
        values = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /**
     * Returns the numbers after a look at each.
     *
     * @throws IllegalArgumentException if one is missing or does not fit its parameter
     */
    public static Numbers checked(String owner, SortedMap<String, Double> values, List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            Double value = values.get(parameter.name());
            if (value == null || !parameter.accepts(value)) {
                throw new IllegalArgumentException(parameter.name() + " of " + owner + " was " + value);
            }
        }
        return new Numbers(values);
    }

    /** {@return a whole number} */
    public int whole(String name) {
        return (int) number(name);
    }

    /** {@return a number} */
    public double number(String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no parameter " + name + " among " + values.keySet());
        }
        return value;
    }
}
