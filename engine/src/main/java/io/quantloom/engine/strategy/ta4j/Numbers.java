package io.quantloom.engine.strategy.ta4j;

import java.util.SortedMap;

/** The numbers of one node, by name. */
record Numbers(SortedMap<String, Double> values) {

    int whole(String name) {
        return (int) number(name);
    }

    double number(String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no parameter " + name + " among " + values.keySet());
        }
        return value;
    }
}
