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

/** Reads {@code gates: [{metric, on, at_least | at_most}, …]} of our files. */
public final class GateReader {

    private static final Statistic[] MEASURED = Arrays.stream(Statistic.values())
            .filter(statistic -> statistic.form() != Statistic.Form.TIME)
            .toArray(Statistic[]::new);

    private GateReader() {}

    /**
     * Reads the gates of a section.
     *
     * @param bases the curves there are, the one when none is named first
     * @param standard the gates where the key is absent
     */
    public static List<Gate> read(Section root, List<Gate.Basis> bases, List<Gate> standard) {
        List<Section> sections = root.sections("gates");
        if (!root.has("gates")) {
            return standard;
        }
        if (sections.isEmpty()) {
            root.finding("gates", "at least one gate", "none");
        }
        var gates = new ArrayList<Gate>();
        for (Section section : sections) {
            Statistic metric = section.required("metric", words(MEASURED, Statistic::key));
            Gate.Basis basis =
                    section.optional("on", words(bases.toArray(Gate.Basis[]::new), Gate.Basis::text), bases.getFirst());
            Optional<Double> atLeast = section.find("at_least", anyNumber());
            Optional<Double> atMost = section.find("at_most", anyNumber());
            if (atLeast.isPresent() == atMost.isPresent()) {
                section.finding("at_least", "one bound, at_least or at_most", atLeast.isPresent() ? "both" : "none");
            } else {
                gates.add(new Gate(metric.key(), basis, optional(atLeast), optional(atMost)));
            }
        }
        return gates;
    }

    private static <T> Kind<T> words(T[] constants, Function<T, String> word) {
        Map<String, T> byWord = Arrays.stream(constants)
                .collect(Collectors.toMap(word, Function.identity(), (first, _) -> first, LinkedHashMap::new));
        return Kind.oneOf(byWord, constants[0]);
    }

    private static Kind<Double> anyNumber() {
        return Kind.number(-Double.MAX_VALUE, Double.MAX_VALUE);
    }

    private static OptionalDouble optional(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
