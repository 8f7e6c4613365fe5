package io.quantloom.engine.registry;

import io.quantloom.engine.document.Kind;
import io.quantloom.engine.document.Section;
import io.quantloom.engine.performance.Statistic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads {@code gates: [{metric, on, at_least | at_most | above | below}, …]} of our files, or {@code gates: NAME} with the
 * name of a {@link GatePresets preset} where models are judged.
 */
public final class GateReader {

    private static final List<String> BOUNDS = List.of("at_least", "at_most", "above", "below");

    private static final List<Gate.Basis> MODEL_BASES =
            List.of(Gate.Basis.HOLDOUT, Gate.Basis.WALK_FORWARD, Gate.Basis.NESTED);

    private final Section root;
    private final List<Gate.Basis> bases;
    private final Map<String, String> metrics;

    private GateReader(Section root, List<Gate.Basis> bases, boolean ofModels) {
        this.root = root;
        this.bases = bases;
        this.metrics = metrics(ofModels);
    }

    /**
     * Reads the gates of a section that judges a backtest.
     *
     * @param bases the curves there are, the one when none is named first
     * @param standard the gates where the key is absent
     */
    public static List<Gate> read(Section root, List<Gate.Basis> bases, List<Gate> standard) {
        return root.has("gates") ? new GateReader(root, bases, false).listed() : standard;
    }

    /** Reads the gates of a section that judges models: presets and {@link GateMetric} are known too. */
    public static List<Gate> ofModels(Section root) {
        if (!root.has("gates")) {
            return GatePresets.standard();
        }
        if (root.isSection("gates") || root.isList("gates")) {
            return new GateReader(root, MODEL_BASES, true).listed();
        }
        return root.optional("gates", Kind.oneOf(GatePresets.byName(), GatePresets.standard()), GatePresets.standard());
    }

    private List<Gate> listed() {
        List<Section> sections = root.sections("gates");
        if (sections.isEmpty()) {
            root.finding("gates", "at least one gate", "none");
        }
        var gates = new ArrayList<Gate>();
        sections.forEach(section -> gate(section).ifPresent(gates::add));
        return gates;
    }

    private Optional<Gate> gate(Section section) {
        String metric = section.required("metric", Kind.oneOf(metrics, Statistic.SHARPE_RATIO.key()));
        boolean ofTheSearch =
                GateMetric.ofKey(metric).map(GateMetric::isOfTheSearch).orElse(false);
        Gate.Basis standard = ofTheSearch ? Gate.Basis.WALK_FORWARD : bases.getFirst();
        Gate.Basis basis = section.optional("on", words(bases.toArray(Gate.Basis[]::new), Gate.Basis::text), standard);
        if (ofTheSearch && basis != Gate.Basis.WALK_FORWARD) {
            section.finding("on", "walk-forward, which " + metric + " is measured on", basis.text());
        }
        if (basis == Gate.Basis.NESTED && GateMetric.ofKey(metric).isPresent() && !ofTheSearch) {
            section.finding("on", "holdout or walk-forward, where classes are measured", basis.text());
        }
        var given = new LinkedHashMap<String, Double>();
        for (String bound : BOUNDS) {
            section.find(bound, Kind.number(-Double.MAX_VALUE, Double.MAX_VALUE))
                    .ifPresent(value -> given.put(bound, value));
        }
        if (given.size() != 1) {
            section.finding(
                    "at_least",
                    "one bound, " + String.join(" or ", BOUNDS),
                    given.isEmpty() ? "none" : String.join(" and ", given.keySet()));
            return Optional.empty();
        }
        Map.Entry<String, Double> bound = given.entrySet().iterator().next();
        int place = BOUNDS.indexOf(bound.getKey());
        OptionalDouble value = OptionalDouble.of(bound.getValue());
        boolean lower = place % 2 == 0;
        return Optional.of(new Gate(
                metric,
                basis,
                lower ? value : OptionalDouble.empty(),
                lower ? OptionalDouble.empty() : value,
                place >= 2));
    }

    private static Map<String, String> metrics(boolean ofModels) {
        Stream<String> statistics = Arrays.stream(Statistic.values())
                .filter(statistic -> statistic.form() != Statistic.Form.TIME)
                .map(Statistic::key);
        Stream<String> more = ofModels ? Arrays.stream(GateMetric.values()).map(GateMetric::key) : Stream.empty();
        return Stream.concat(statistics, more)
                .collect(Collectors.toMap(
                        Function.identity(), Function.identity(), (first, _) -> first, LinkedHashMap::new));
    }

    private static <T> Kind<T> words(T[] constants, Function<T, String> word) {
        Map<String, T> byWord = Arrays.stream(constants)
                .collect(Collectors.toMap(word, Function.identity(), (first, _) -> first, LinkedHashMap::new));
        return Kind.oneOf(byWord, constants[0]);
    }
}
