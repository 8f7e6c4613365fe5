package io.quantloom.engine.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Settings of a learner or a trial by name: numbers, texts, booleans. Immutable; equal maps are equal.
 *
 * @param values {@link Double}, {@link Long}, {@link String} or {@link Boolean}, ascending by name
 */
public record Hyperparameters(SortedMap<String, Object> values) {

    /** Copies the map. */
    public Hyperparameters {
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            Object value = entry.getValue();
            if (!(value instanceof Double
                    || value instanceof Long
                    || value instanceof String
                    || value instanceof Boolean)) {
                throw new IllegalArgumentException("hyperparameter " + entry.getKey() + " is a "
                        + value.getClass().getSimpleName());
            }
        }
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** Returns the settings of the map. */
    public static Hyperparameters of(Map<String, ?> values) {
        return new Hyperparameters(new TreeMap<>(values));
    }

    /** {@return no settings: the learner's defaults} */
    public static Hyperparameters empty() {
        return new Hyperparameters(new TreeMap<>());
    }

    /** {@return the number under the name, or the default} */
    public double number(String name, double otherwise) {
        return values.get(name) instanceof Number number ? number.doubleValue() : otherwise;
    }

    /** {@return the whole number under the name, or the default; fractions are rounded} */
    public int whole(String name, int otherwise) {
        return values.get(name) instanceof Number number
                ? Math.toIntExact(Math.round(number.doubleValue()))
                : otherwise;
    }

    /** {@return whether there is a value under the name} */
    public boolean has(String name) {
        return values.containsKey(name);
    }
}
