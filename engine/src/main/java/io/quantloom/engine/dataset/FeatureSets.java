package io.quantloom.engine.dataset;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * The catalog of feature sets. A set is named by its own name, {@code alpha19}, or by some of its columns,
 * {@code alpha19:7_day_RSI,PPO}; the second is how a list in a configuration is recorded.
 */
public final class FeatureSets {

    static final String SELECTS = ":";

    private static final FeatureSet ALPHA19 = new Alpha19();
    private static final List<FeatureSet> ALL = List.of(ALPHA19);

    private FeatureSets() {}

    /** {@return every set, ascending by name} */
    public static List<FeatureSet> all() {
        return ALL;
    }

    /** {@return the set of the sample configurations, {@code alpha19}} */
    public static FeatureSet alpha19() {
        return ALPHA19;
    }

    /** Returns the set with the name. MISSING_DATA when there is none, INVALID when it names a column twice. */
    public static Outcome<FeatureSet> named(String name) {
        int border = name.indexOf(SELECTS);
        String setName = border < 0 ? name : name.substring(0, border);
        for (FeatureSet set : ALL) {
            if (set.name().equals(setName)) {
                return border < 0
                        ? Outcome.success(set)
                        : select(set, Arrays.asList(name.substring(border + 1).split(",", -1)));
            }
        }
        return Outcome.failed(Failure.of(
                Reason.MISSING_DATA,
                "one of the feature sets "
                        + String.join(", ", ALL.stream().map(FeatureSet::name).toList()),
                "\"" + setName + "\"",
                "features",
                "name one of them, or list columns"));
    }

    /**
     * Returns the set of the columns in their order, all of one named set. MISSING_DATA when no set has them, INVALID when
     * there is none or one twice.
     */
    public static Outcome<FeatureSet> ofColumns(List<String> columns) {
        return select(ALPHA19, columns);
    }

    private static Outcome<FeatureSet> select(FeatureSet whole, List<String> columns) {
        if (columns.isEmpty() || new HashSet<>(columns).size() < columns.size()) {
            return Outcome.failed(
                    Failure.of(Reason.INVALID, "at least one column, each once", columns.toString(), "features", ""));
        }
        for (String column : columns) {
            if (!whole.columns().contains(column)) {
                return Outcome.failed(Failure.of(
                        Reason.MISSING_DATA,
                        "columns of " + whole.name() + ": " + String.join(", ", whole.columns()),
                        "\"" + column + "\"",
                        "features",
                        ""));
            }
        }
        return Outcome.success(new SelectedFeatures(whole, columns));
    }
}
