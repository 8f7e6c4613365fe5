package io.quantloom.engine.dataset;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.feature.FeatureFolder;
import io.quantloom.engine.dataset.feature.FeatureReader;
import io.quantloom.engine.market.BarStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The catalog of feature sets: the built-in ones, and those of the workspace. A set is named by its own name,
 * {@code alpha19} or {@code swing@2}, the newest version of a set of the workspace by {@code swing}, or by some columns of
 * one, {@code alpha19:7_day_RSI,PPO}; the last is how a list in a configuration is recorded. A set with parameters is
 * named with values that differ from its file, {@code swing@2(window=10)}. Files are read anew each time. Safe for use by
 * several threads.
 */
public final class FeatureSets {

    static final String SELECTS = ":";

    private static final Pattern VALUED = Pattern.compile("([^()]*)\\(([^()]*)\\)");

    private static final FeatureSet ALPHA19 = new Alpha19();
    private static final FeatureSets BUILT_IN = new FeatureSets(FeatureInputs.none(), Optional.empty());

    private final List<FeatureSet> builtIn;
    private final Optional<FeatureFolder> folder;

    private FeatureSets(FeatureInputs inputs, Optional<Path> folder) {
        this.builtIn = List.of(ALPHA19, FeatureReader.live4(inputs));
        this.folder = folder.map(path -> new FeatureFolder(path, new FeatureReader(builtIn, inputs)));
    }

    /**
     * Returns the catalog of a workspace.
     *
     * @param folder the files of its sets; need not exist
     * @param store where sets find other instruments and funding
     */
    public static FeatureSets of(Path folder, BarStore store) {
        return new FeatureSets(FeatureInputs.of(store), Optional.of(folder));
    }

    /** {@return the catalog without a workspace: what no file says, and funding is not known} */
    public static FeatureSets builtIn() {
        return BUILT_IN;
    }

    /** {@return the set of the sample configurations, {@code alpha19}} */
    public static FeatureSet alpha19() {
        return ALPHA19;
    }

    /** {@return every set that can be read, ascending by name} */
    public List<FeatureSet> all() {
        List<FeatureSet> sets = new ArrayList<>(builtIn);
        folder.ifPresent(own -> sets.addAll(own.sets()));
        sets.sort(Comparator.comparing(FeatureSet::name));
        return List.copyOf(sets);
    }

    /** {@return why files of the workspace are not among them} */
    public List<Failure> problems() {
        return folder.map(FeatureFolder::problems).orElse(List.of());
    }

    /**
     * Returns the set with the name. MISSING_DATA when there is none, INVALID when it names a column twice; what is wrong
     * with its file when that cannot be read.
     */
    public Outcome<FeatureSet> named(String name) {
        int border = name.indexOf(SELECTS);
        String setName = border < 0 ? name : name.substring(0, border);
        Outcome<FeatureSet> whole = whole(setName);
        return border < 0
                ? whole
                : whole.then(set ->
                        select(set, Arrays.asList(name.substring(border + 1).split(",", -1))));
    }

    private Outcome<FeatureSet> whole(String name) {
        Matcher valued = VALUED.matcher(name);
        return valued.matches()
                ? whole(valued.group(1)).then(set -> values(valued.group(2)).then(set::with))
                : plain(name);
    }

    private static Outcome<SortedMap<String, String>> values(String text) {
        var values = new TreeMap<String, String>();
        for (String each : text.split(",", -1)) {
            int border = each.indexOf('=');
            if (border < 0
                    || values.put(
                                    each.substring(0, border).strip(),
                                    each.substring(border + 1).strip())
                            != null) {
                return Outcome.failed(Failure.of(
                        Reason.INVALID,
                        "each parameter once with its value, as in (window=10,span=5)",
                        "\"(" + text + ")\"",
                        "features",
                        ""));
            }
        }
        return Outcome.success(values);
    }

    private Outcome<FeatureSet> plain(String name) {
        for (FeatureSet set : builtIn) {
            if (set.name().equals(name)) {
                return Outcome.success(set);
            }
        }
        return folder.flatMap(own -> own.find(name))
                .orElseGet(() -> Outcome.failed(Failure.of(
                        Reason.MISSING_DATA,
                        "one of the feature sets "
                                + String.join(
                                        ", ",
                                        all().stream().map(FeatureSet::name).toList()),
                        "\"" + name + "\"",
                        "features",
                        "name one of them, or list columns")));
    }

    /**
     * Returns the set of the columns in their order, all of {@code alpha19}. MISSING_DATA when it has them not, INVALID when
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
