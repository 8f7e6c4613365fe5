package io.quantloom.engine.model.learning;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.model.Hyperparameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The checked values of all settings of a learner, given or left out. Immutable. */
public final class Settings {

    private final Map<String, Object> values;

    private Settings(Map<String, Object> values) {
        this.values = values;
    }

    /** {@return the names, in their order} */
    public static List<String> names(List<Setting> known) {
        return known.stream().map(Setting::name).toList();
    }

    /** Reads the settings that the learner knows and passes over others. INVALID names every one out of its range. */
    public static Outcome<Settings> read(String learner, List<Setting> known, Hyperparameters given) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (Setting setting : known) {
            Object value = given.values().getOrDefault(setting.name(), setting.otherwise());
            values.put(setting.name(), value);
            if (!setting.holds(value)) {
                expected.add(setting.name() + " to be " + setting.range());
                found.add(String.valueOf(value));
            }
        }
        return found.isEmpty()
                ? Outcome.success(new Settings(values))
                : Outcome.failed(
                        Failure.of(Reason.INVALID, String.join(", ", expected), String.join(", ", found), learner, ""));
    }

    /** {@return whether the learner has such a setting} */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** {@return whether a word stands where a number could} */
    public boolean isWord(String name) {
        return values.get(name) instanceof String;
    }

    /**
     * Returns the number.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public double number(String name) {
        if (values.get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("no number " + name);
    }

    /** {@return the whole number} */
    public int whole(String name) {
        return Math.toIntExact(Math.round(number(name)));
    }

    /** {@return the word, or the number in words} */
    public String word(String name) {
        return String.valueOf(values.get(name));
    }
}
