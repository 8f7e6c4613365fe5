package io.quantloom.engine.strategy.custom;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Values of a provider's parameters, each of its kind and in its range. Immutable. */
public final class ParameterValues {

    private final Map<String, String> values;

    private ParameterValues(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Returns the values for the parameters: the given text, else the parameter's standard. INVALID for a name that is no
     * parameter and for a value of another kind or out of range.
     */
    public static Outcome<ParameterValues> of(List<StrategyParameter> parameters, Map<String, String> given) {
        Map<String, String> values = new TreeMap<>();
        for (StrategyParameter parameter : parameters) {
            String text = given.getOrDefault(parameter.name(), parameter.standard());
            if (!parameter.accepts(text)) {
                return wrong(parameter.expected(), "'" + text + "'", parameter.name());
            }
            values.put(parameter.name(), text);
        }
        for (String name : given.keySet()) {
            if (!values.containsKey(name)) {
                String known = parameters.isEmpty()
                        ? "no parameter here"
                        : parameters.stream()
                                .map(StrategyParameter::name)
                                .collect(Collectors.joining(", ", "one of ", ""));
                return wrong(known, "the unknown parameter '" + name + "'", name);
            }
        }
        return Outcome.success(new ParameterValues(values));
    }

    /** {@return a whole number} */
    public int whole(String name) {
        return Integer.parseInt(text(name));
    }

    /** {@return a number} */
    public double number(String name) {
        return Double.parseDouble(text(name));
    }

    /** {@return a flag} */
    public boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    /**
     * Returns the value as it stands in the file.
     *
     * @throws IllegalArgumentException if there is no such parameter
     */
    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no parameter " + name + " among " + values.keySet());
        }
        return value;
    }

    private static Outcome<ParameterValues> wrong(String expected, String found, String name) {
        return Outcome.failed(
                Failure.of(Reason.INVALID, expected, found, "strategy.parameters." + name, "correct the parameter"));
    }
}
