package io.quantloom.engine.strategy.ta4j;

import io.quantloom.engine.document.Kind;
import io.quantloom.engine.document.Nearest;
import io.quantloom.engine.document.Section;
import io.quantloom.engine.indicator.Parameter;
import io.quantloom.engine.indicator.ta4j.IndicatorCatalog;
import io.quantloom.engine.strategy.RuleNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reads rules from our files: {@code {type, parameters: {…}, components: […]}} with ta4j's names, so that
 * {@code {type: CrossedUpIndicatorRule, components: [{type: SMAIndicator, parameters: {barCount: 10}}, …]}} is a rule. An
 * indicator of one other indicator takes the close when it names none.
 */
public final class RuleReader {

    private static final RuleNode STAND_IN = new RuleNode("ClosePriceIndicator", new TreeMap<>(), List.of());

    private RuleReader() {}

    /** Reads the rule under the key, which must be there. */
    public static RuleNode read(Section parent, String key) {
        return rule(parent.section(key));
    }

    private static RuleNode rule(Section node) {
        Optional<RuleCatalog.Entry> found = entry(node, "a rule", RuleCatalog.entries());
        if (found.isEmpty()) {
            return skip(node);
        }
        RuleCatalog.Entry entry = found.get();
        SortedMap<String, Double> numbers = parameters(node, entry.parameters());
        List<RuleNode> components = components(node, entry.ofRules() ? RuleReader::rule : RuleReader::indicator);
        if (components.size() < entry.least() || components.size() > entry.most()) {
            count(node, entry.least(), entry.most(), entry.ofRules() ? "rules" : "indicators", components.size());
        }
        return new RuleNode(type(node), numbers, components);
    }

    private static RuleNode indicator(Section node) {
        Optional<IndicatorCatalog.Entry> found = entry(node, "an indicator", IndicatorCatalog.entries());
        if (found.isEmpty()) {
            return skip(node);
        }
        IndicatorCatalog.Entry entry = found.get();
        SortedMap<String, Double> numbers = parameters(node, entry.parameters());
        List<RuleNode> components = new ArrayList<>(components(node, RuleReader::indicator));
        if (entry.inputs() == 1 && components.isEmpty()) {
            components.add(STAND_IN);
        }
        if (components.size() != entry.inputs()) {
            count(node, entry.inputs(), entry.inputs(), "indicators", components.size());
        }
        return new RuleNode(type(node), numbers, components);
    }

    private static <E> Optional<E> entry(Section node, String what, Map<String, E> entries) {
        String given = node.isSection("type") || node.isList("type")
                ? ""
                : node.find("type", Kind.text()).orElse("");
        String type = node.required(
                "type",
                new Kind<>(
                        what + " like " + Nearest.of(given, entries.keySet()),
                        text -> Optional.of(text)
                                .filter(name -> entries.containsKey(name) || RuleCatalog.OF_POSITIONS.contains(name)),
                        ""));
        if (RuleCatalog.OF_POSITIONS.contains(type)) {
            node.finding("type", what + " that looks at bars alone; stops stand under exits", type);
            return Optional.empty();
        }
        return Optional.ofNullable(entries.get(type));
    }

    // What belongs to a type that is not known cannot be told right from wrong: it is asked for, so that it is not
    // unknown.
    private static RuleNode skip(Section node) {
        Section parameters = node.section("parameters");
        parameters.keys().forEach(key -> parameters.find(key, Kind.text()));
        node.sections("components").forEach(RuleReader::skipWhole);
        node.find("label", Kind.text());
        return STAND_IN;
    }

    private static void skipWhole(Section node) {
        node.find("type", Kind.text());
        skip(node);
    }

    private static String type(Section node) {
        node.find("label", Kind.text());
        return node.optional("type", Kind.text(), "");
    }

    private static SortedMap<String, Double> parameters(Section node, List<Parameter> known) {
        Section section = node.section("parameters");
        SortedMap<String, Double> numbers = new TreeMap<>();
        for (Parameter parameter : known) {
            numbers.put(
                    parameter.name(),
                    parameter.standard().isPresent()
                            ? section.optional(
                                    parameter.name(),
                                    parameter.kind(),
                                    parameter.standard().get())
                            : section.required(parameter.name(), parameter.kind()));
        }
        return numbers;
    }

    private static List<RuleNode> components(Section node, Function<Section, RuleNode> reader) {
        return node.sections("components").stream().map(reader).toList();
    }

    private static void count(Section node, int least, int most, String what, int found) {
        String number = least == most ? String.valueOf(least) : "at least " + least;
        node.finding("components", number + " " + what + " for " + type(node), String.valueOf(found));
    }
}
