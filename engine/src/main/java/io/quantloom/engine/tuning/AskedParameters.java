package io.quantloom.engine.tuning;

import io.quantloom.engine.model.Hyperparameters;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Parameters that a person typed for a trial, checked against what the study may try. Immutable.
 *
 * @param parameters what is to be tried; without those that have a fault
 * @param faults a sentence for each name that has one
 */
public record AskedParameters(Hyperparameters parameters, SortedMap<String, String> faults) {

    private static final double ROUNDING = 1e-9;

    /** Copies the map. */
    public AskedParameters {
        faults = Collections.unmodifiableSortedMap(new TreeMap<>(faults));
    }

    /**
     * Checks texts by name. Every parameter that can vary and applies must be there; those that are always the same may be.
     */
    public static AskedParameters of(SearchSpace space, Map<String, String> texts) {
        var values = new TreeMap<String, Object>();
        var faults = new TreeMap<String, String>();
        for (Dimension dimension : space.parentsFirst()) {
            String text = texts.getOrDefault(dimension.name(), "").strip();
            if (dimension instanceof Dimension.When when && !when.value().equals(values.get(when.on()))) {
                if (!text.isEmpty()) {
                    faults.put(when.name(), when.name() + " applies only where " + when.on() + " is " + when.value());
                }
                continue;
            }
            Dimension plain = dimension.plain();
            Optional<Object> value = text.isEmpty() ? only(plain) : parse(plain, text);
            value.ifPresent(found -> values.put(plain.name(), found));
            if (value.isEmpty()) {
                faults.put(
                        plain.name(),
                        text.isEmpty()
                                ? plain.name() + " is missing: it is " + expected(plain)
                                : plain.name() + " is " + expected(plain) + ", not " + text);
            }
        }
        texts.keySet().stream()
                .filter(name -> !space.has(name))
                .forEach(name -> faults.put(name, name + " is no parameter of this study; it has " + names(space)));
        return new AskedParameters(new Hyperparameters(values), faults);
    }

    /** Returns what the dimension may be, in words. */
    public static String expected(Dimension dimension) {
        return switch (dimension) {
            case Dimension.Fixed fixed -> "always " + fixed.value();
            case Dimension.Whole whole ->
                "a whole number from " + whole.low() + " to " + whole.high()
                        + (whole.step() > 1 ? " in steps of " + whole.step() : "");
            case Dimension.Real real ->
                "a number from " + real.low() + " to " + real.high()
                        + (real.step() > 0 ? " in steps of " + real.step() : "");
            case Dimension.Choice choice ->
                choice.isSingle()
                        ? "always " + choice.values().getFirst()
                        : "one of "
                                + choice.values().stream().map(String::valueOf).collect(Collectors.joining(", "));
            case Dimension.When when -> expected(when.plain());
        };
    }

    /** {@return whether nothing is wrong} */
    public boolean isRight() {
        return faults.isEmpty();
    }

    private static String names(SearchSpace space) {
        return space.dimensions().stream().map(Dimension::name).collect(Collectors.joining(", "));
    }

    private static Optional<Object> only(Dimension dimension) {
        return switch (dimension) {
            case Dimension.Fixed fixed -> Optional.of(fixed.value());
            case Dimension.Choice choice
            when choice.isSingle() -> Optional.of(choice.values().getFirst());
            case Dimension.Numeric numeric
            when numeric.isSingle() -> Optional.of(numeric.at(numeric.scale().lowEdge()));
            default -> Optional.empty();
        };
    }

    private static Optional<Object> parse(Dimension dimension, String text) {
        return switch (dimension) {
            case Dimension.Fixed fixed -> Optional.of(fixed.value()).filter(value -> isSame(value, text));
            case Dimension.Choice choice ->
                choice.values().stream()
                        .filter(value -> value.toString().equals(text))
                        .findFirst();
            case Dimension.Numeric numeric -> number(text).flatMap(number -> possible(numeric, number));
            case Dimension.When when -> parse(when.plain(), text);
        };
    }

    private static boolean isSame(Object value, String text) {
        return value instanceof Number number
                ? number(text).filter(typed -> typed == number.doubleValue()).isPresent()
                : value.toString().equals(text);
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.parseDouble(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** The number as the study would have proposed it: in the range, whole or on a step where it has to be. */
    private static Optional<Object> possible(Dimension.Numeric dimension, double number) {
        Scale scale = dimension.scale();
        if (!dimension.contains(number)) {
            return Optional.empty();
        }
        if (!scale.isStepped()) {
            return Optional.of(number);
        }
        Object nearest = dimension.at(scale.coordinate(number));
        double distance = Math.abs(((Number) nearest).doubleValue() - number);
        return Optional.of(nearest).filter(_ -> distance <= ROUNDING * Math.max(1, Math.abs(number)));
    }
}
