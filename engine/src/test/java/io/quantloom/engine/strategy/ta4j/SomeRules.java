package io.quantloom.engine.strategy.ta4j;

import io.quantloom.engine.indicator.Parameter;
import io.quantloom.engine.indicator.ta4j.IndicatorCatalog;
import io.quantloom.engine.strategy.RuleNode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rules to test with. */
public final class SomeRules {

    static final RuleNode CLOSE = node("ClosePriceIndicator");

    private SomeRules() {}

    public static RuleNode node(String type, RuleNode... components) {
        return new RuleNode(type, new TreeMap<>(), List.of(components));
    }

    public static RuleNode node(String type, String parameter, double value, RuleNode... components) {
        SortedMap<String, Double> parameters = new TreeMap<>();
        parameters.put(parameter, value);
        return new RuleNode(type, parameters, List.of(components));
    }

    public static RuleNode sma(int bars) {
        return node("SMAIndicator", "barCount", bars, CLOSE);
    }

    public static RuleNode constant(double value) {
        return node("ConstantIndicator", "value", value);
    }

    public static RuleNode crossedUp(int fast, int slow) {
        return node("CrossedUpIndicatorRule", sma(fast), sma(slow));
    }

    public static RuleNode crossedDown(int fast, int slow) {
        return node("CrossedDownIndicatorRule", sma(fast), sma(slow));
    }

    /** The indicator of the catalog with its standard parameters, 5 where it has none. */
    static RuleNode indicator(String type) {
        IndicatorCatalog.Entry entry =
                Objects.requireNonNull(IndicatorCatalog.entries().get(type));
        RuleNode[] inputs = new RuleNode[entry.inputs()];
        Arrays.setAll(inputs, i -> i == 0 ? CLOSE : node("OpenPriceIndicator"));
        return new RuleNode(type, numbers(entry.parameters()), List.of(inputs));
    }

    /** The rule of the catalog over moving averages, or over rules, likewise. */
    static RuleNode rule(String type) {
        RuleCatalog.Entry entry = Objects.requireNonNull(RuleCatalog.entries().get(type));
        List<RuleNode> components = entry.ofRules()
                ? List.of(
                        node("OverIndicatorRule", CLOSE, sma(5)),
                        node("IsRisingRule", CLOSE, 2, 1),
                        node("UnderIndicatorRule", sma(3), sma(4)))
                : List.of(sma(4), sma(7), sma(2));
        return new RuleNode(
                type,
                numbers(entry.parameters()),
                components.subList(0, entry.ofRules() ? Math.min(entry.most(), 3) : entry.most()));
    }

    private static RuleNode node(String type, RuleNode input, int bars, double strength) {
        SortedMap<String, Double> parameters = new TreeMap<>();
        parameters.put("barCount", (double) bars);
        parameters.put("minStrength", strength);
        return new RuleNode(type, parameters, List.of(input));
    }

    private static SortedMap<String, Double> numbers(List<Parameter> parameters) {
        SortedMap<String, Double> numbers = new TreeMap<>();
        parameters.forEach(parameter -> numbers.put(
                parameter.name(), parameter.standard().orElse(parameter.name().equals("requiredVotes") ? 2.0 : 5.0)));
        return numbers;
    }
}
