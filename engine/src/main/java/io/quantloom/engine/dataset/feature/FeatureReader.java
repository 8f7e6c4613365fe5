package io.quantloom.engine.dataset.feature;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.FeatureInputs;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.document.Kind;
import io.quantloom.engine.document.Section;
import io.quantloom.engine.document.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads feature sets from YAML (contracts.md, Feature files). The fingerprint is over name, version and the blocks'
 * canonical texts with the versions of the libraries behind them: a file may be written in another way, but not mean
 * something else, and keep it.
 */
public final class FeatureReader {

    /** What stands between name and version. */
    public static final String VERSION = "@";

    private static final String NAME = "[a-z0-9][a-z0-9_-]{0,39}";

    private final List<FeatureSet> builtIn;
    private final FeatureInputs inputs;

    /**
     * Takes what entries are made of.
     *
     * @param builtIn sets whose columns can be taken
     * @param inputs where what columns need beside the bars is found
     */
    public FeatureReader(List<FeatureSet> builtIn, FeatureInputs inputs) {
        this.builtIn = List.copyOf(builtIn);
        this.inputs = inputs;
    }

    /** {@return whether a set of the workspace may have the name} */
    public static boolean isName(String name) {
        return name.matches(NAME);
    }

    /** {@return source 0's four live features as a set} */
    public static FeatureSet live4(FeatureInputs inputs) {
        FeatureBlock block = new LiveBlock();
        return new DefinedFeatures(
                "live4", "live4|version 1|" + block.text(), List.of(block), inputs, FeatureParameters.none());
    }

    /**
     * Reads a set.
     *
     * @param file its name, for failures
     * @return PARSING or INVALID as {@link YamlText#read} says
     */
    public Outcome<FeatureSet> read(String file, String text) {
        return read(file, text, new TreeMap<>());
    }

    private Outcome<FeatureSet> read(String file, String text, SortedMap<String, String> given) {
        return YamlText.read(file, text, root -> set(root, given, other -> read(file, text, other)));
    }

    private FeatureSet set(
            Section root,
            SortedMap<String, String> given,
            Function<SortedMap<String, String>, Outcome<FeatureSet>> again) {
        String name = root.required(
                "name",
                new Kind<>(
                        "a name of up to 40 small letters, digits and _ -",
                        text -> Optional.of(text).filter(FeatureReader::isName),
                        "x"));
        if (builtIn.stream().anyMatch(set -> set.name().equals(name))) {
            root.finding("name", "a name that no built-in set has", "'" + name + "'");
        }
        int version = root.required("version", Kind.whole(1, 1_000_000));
        var parameters = FeatureParameters.read(root, given, again);
        var reader = new BlockReader(builtIn);
        List<Section> entries = root.sections("columns");
        List<FeatureBlock> blocks = new ArrayList<>();
        entries.forEach(entry -> blocks.add(reader.read(entry)));
        if (entries.isEmpty() && !root.has("columns")) {
            root.finding("columns", "at least one entry", "none");
        }
        parameters.checkUsed(root);
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < blocks.size(); i++) {
            for (String column : blocks.get(i).columns()) {
                if (!seen.add(column)) {
                    entries.get(i).finding("as", "a name that no other column has", "'" + column + "'");
                }
            }
        }
        String definition = name + "|version " + version + "|"
                + blocks.stream()
                        .map(block -> String.join(",", block.columns()) + "=" + block.text())
                        .collect(Collectors.joining("|"));
        return new DefinedFeatures(
                name + VERSION + version + parameters.suffix(), definition, blocks, inputs, parameters);
    }
}
