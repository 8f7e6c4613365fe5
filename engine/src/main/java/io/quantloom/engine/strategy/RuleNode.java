package io.quantloom.engine.strategy;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A rule or an indicator with what it is made of: a tree as it stands in a file. Immutable.
 *
 * @param type name in ta4j, for example {@code CrossedUpIndicatorRule}
 * @param parameters numbers by name, every one that the type has
 * @param components what it is computed from, in order
 */
public record RuleNode(String type, SortedMap<String, Double> parameters, List<RuleNode> components) {

    /** Copies the collections. */
    public RuleNode {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        components = List.copyOf(components);
    }

    /** {@return the tree on one line, the same for equal trees, for example {@code SMAIndicator(ClosePriceIndicator, barCount 10)}} */
    public String text() {
        String inside = java.util.stream.Stream.concat(
                        components.stream().map(RuleNode::text),
                        parameters.entrySet().stream()
                                .map(parameter -> parameter.getKey() + " " + number(parameter.getValue())))
                .collect(Collectors.joining(", "));
        return inside.isEmpty() ? type : type + "(" + inside + ")";
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
