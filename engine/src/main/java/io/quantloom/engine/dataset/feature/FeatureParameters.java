package io.quantloom.engine.dataset.feature;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.document.Kind;
import io.quantloom.engine.document.Section;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The named parameters of a feature file, {@code $window} in the arguments of its columns. Each has a value in the file;
 * a set that is given others is another one. Immutable.
 *
 * @param file values of the file by name
 * @param given other values by name, none of them that of the file
 * @param reader reads the same file with the given values
 */
record FeatureParameters(
        SortedMap<String, String> file,
        SortedMap<String, String> given,
        Function<SortedMap<String, String>, Outcome<FeatureSet>> reader) {

    private static final String NAME = "[a-z][a-z0-9_]{0,29}";
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?([eE]-?[0-9]{1,2})?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,29}");

    FeatureParameters {
        file = Collections.unmodifiableSortedMap(new TreeMap<>(file));
        given = Collections.unmodifiableSortedMap(new TreeMap<>(given));
    }

    /** Those of a set that has none. */
    static FeatureParameters none() {
        return new FeatureParameters(new TreeMap<>(), new TreeMap<>(), _ -> {
            throw new IllegalStateException("there is nothing to read");
        });
    }

    /** Reads {@code parameters:} and lets the columns use them. Values that equal the file's count as not given. */
    static FeatureParameters read(
            Section root,
            SortedMap<String, String> given,
            Function<SortedMap<String, String>, Outcome<FeatureSet>> reader) {
        Section section = root.section("parameters");
        var file = new TreeMap<String, String>();
        var other = new TreeMap<String, String>();
        for (String name : section.keys()) {
            String own = section.required(name, value());
            if (!name.matches(NAME)) {
                section.finding(name, "a name of up to 30 small letters, digits and _", "'" + name + "'");
            }
            file.put(name, own);
            String value = given.getOrDefault(name, own);
            root.define(name, value);
            if (!value.equals(own)) {
                other.put(name, value);
            }
        }
        return new FeatureParameters(file, other, reader);
    }

    /** Finds parameters that no column reads; to be asked behind the columns. */
    void checkUsed(Section root) {
        file.keySet().stream()
                .filter(name -> !root.isUsed(name))
                .forEach(name -> root.finding("parameters", "a column that uses $" + name, "none"));
    }

    /** {@return what stands behind the set's name and version: nothing, or {@code (window=10)}} */
    String suffix() {
        return given.isEmpty()
                ? ""
                : given.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(",", "(", ")"));
    }

    /** {@return those with the value of the file} */
    SortedMap<String, String> open() {
        var open = new TreeMap<>(file);
        open.keySet().removeAll(given.keySet());
        return Collections.unmodifiableSortedMap(open);
    }

    Outcome<FeatureSet> bind(String name, SortedMap<String, String> values) {
        var all = new TreeMap<>(given);
        for (var entry : values.entrySet()) {
            Optional<String> value = canonical(entry.getValue());
            if (!open().containsKey(entry.getKey()) || value.isEmpty()) {
                return Outcome.failed(Failure.of(
                        Reason.INVALID,
                        open().isEmpty()
                                ? name + " without parameters, since it has none to set"
                                : "a number or word for one of the parameters of " + name + ": "
                                        + String.join(", ", open().keySet()),
                        "\"" + entry.getKey() + "=" + entry.getValue() + "\"",
                        "features",
                        ""));
            }
            all.put(entry.getKey(), value.get());
        }
        return reader.apply(all);
    }

    private static Kind<String> value() {
        return new Kind<>("a number or a word", FeatureParameters::canonical, "1");
    }

    // One text for each value: what is equal must not have two names.
    private static Optional<String> canonical(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Optional.of(text).filter(word -> WORD.matcher(word).matches());
        }
        var number = new BigDecimal(text);
        return Optional.of(
                number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    }
}
