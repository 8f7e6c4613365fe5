package io.quantloom.engine.model;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a registered model by alias or version, in MLflow's form. Immutable.
 *
 * @param model name of the registered model
 * @param alias exact case, for example {@code Champion}; empty when a version is named
 * @param version above zero; empty when an alias is named
 */
public record ModelRef(String model, Optional<String> alias, OptionalInt version) {

    private static final Pattern FORM = Pattern.compile("models:/([A-Za-z0-9._-]+)(?:@([A-Za-z]+)|/([1-9][0-9]{0,8}))");

    /** Checks that exactly one of alias and version is named. */
    public ModelRef {
        if (alias.isPresent() == version.isPresent()) {
            throw new IllegalArgumentException("a model reference names an alias or a version");
        }
    }

    /** Returns the reference to the model behind an alias. */
    public static ModelRef ofAlias(String model, String alias) {
        return new ModelRef(model, Optional.of(alias), OptionalInt.empty());
    }

    /** Returns the reference to a version. */
    public static ModelRef ofVersion(String model, int version) {
        return new ModelRef(model, Optional.empty(), OptionalInt.of(version));
    }

    /** Returns the reference of a text such as {@code models:/btc@Champion} or {@code models:/btc/3}. */
    public static Optional<ModelRef> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                matcher.group(2) != null
                        ? ofAlias(matcher.group(1), matcher.group(2))
                        : ofVersion(matcher.group(1), Integer.parseInt(matcher.group(3))));
    }

    @Override
    public String toString() {
        return "models:/" + model + alias.map(name -> "@" + name).orElseGet(() -> "/" + version.orElseThrow());
    }
}
