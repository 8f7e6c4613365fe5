package io.quantloom.engine.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keys and values of a document, asked for by name and kind. A wrong or missing value is recorded as a finding and its
 * kind's stand-in returned, so that one reading finds everything. Used by one thread.
 */
public final class Section {

    private final String path;
    private final Node.Mapping mapping;
    private final List<Finding> findings;
    private final List<Section> all;
    private final Variables variables;
    private final Set<String> asked = new LinkedHashSet<>();

    Section(String path, Node.Mapping mapping, List<Finding> findings, List<Section> all, Variables variables) {
        this.path = path;
        this.mapping = mapping;
        this.findings = findings;
        this.all = all;
        this.variables = variables;
        all.add(this);
    }

    /** From now on {@code $name} in values of the whole document stands for the text. */
    public void define(String name, String text) {
        variables.define(name, text);
    }

    /** {@return whether a value that was read holds the variable} */
    public boolean isUsed(String name) {
        return variables.isUsed(name);
    }

    /** {@return the keys in the text's order; asking does not count as reading them} */
    public List<String> keys() {
        return List.copyOf(mapping.entries().keySet());
    }

    /** {@return whether the key is there with a value that is not null} */
    public boolean has(String key) {
        return present(key).isPresent();
    }

    /** {@return whether the key holds a list} */
    public boolean isList(String key) {
        return present(key).filter(Node.Sequence.class::isInstance).isPresent();
    }

    /** {@return whether the key holds a section} */
    public boolean isSection(String key) {
        return present(key).filter(Node.Mapping.class::isInstance).isPresent();
    }

    /** Returns the value under the key; it must be there. */
    public <T> T required(String key, Kind<T> kind) {
        asked.add(key);
        Optional<Node> node = present(key);
        if (node.isEmpty()) {
            finding(key, kind.expected(), "nothing");
            return kind.standIn();
        }
        return scalar(path(key), node.get(), kind);
    }

    /** Returns the value under the key, or the default when the key is absent or null. */
    public <T> T optional(String key, Kind<T> kind, T otherwise) {
        return find(key, kind).orElse(otherwise);
    }

    /** Returns the value under the key; empty when the key is absent or null. */
    public <T> Optional<T> find(String key, Kind<T> kind) {
        asked.add(key);
        return present(key).map(node -> scalar(path(key), node, kind));
    }

    /** Returns the section under the key; one without keys when it is absent or null. */
    public Section section(String key) {
        asked.add(key);
        Optional<Node> node = present(key);
        if (node.isPresent() && node.get() instanceof Node.Mapping inner) {
            return new Section(path(key), inner, findings, all, variables);
        }
        node.ifPresent(other -> findings.add(new Finding(other.line(), path(key), "a section", other.describe())));
        return new Section(path(key), new Node.Mapping(lineOf(key), new LinkedHashMap<>()), findings, all, variables);
    }

    /** Returns the values of the list under the key; a single value counts as a list of one, an absent key as none. */
    public <T> List<T> list(String key, Kind<T> kind) {
        return items(key).stream().map(item -> scalar(path(key), item, kind)).toList();
    }

    /** Returns the sections of the list under the key; none when it is absent. */
    public List<Section> sections(String key) {
        var sections = new ArrayList<Section>();
        List<Node> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            String place = path(key) + "[" + i + "]";
            if (items.get(i) instanceof Node.Mapping inner) {
                sections.add(new Section(place, inner, findings, all, variables));
            } else {
                findings.add(new Finding(
                        items.get(i).line(), place, "a section", items.get(i).describe()));
            }
        }
        return sections;
    }

    /** Counts every key here that nobody asked for as known: another reader asks for it. */
    public void leaveTheRest() {
        asked.addAll(mapping.entries().keySet());
    }

    /** Records that the value under the key breaks a rule that its kind alone cannot tell. */
    public void finding(String key, String expected, String found) {
        findings.add(new Finding(lineOf(key), path(key), expected, found));
    }

    /** Records every key that nobody asked for. */
    void reportUnknown() {
        mapping.entries().forEach((key, node) -> {
            if (!asked.contains(key)) {
                String known = asked.isEmpty() ? "no key here" : "one of " + String.join(", ", asked);
                findings.add(new Finding(node.line(), path(key), known, "the unknown key '" + key + "'"));
            }
        });
    }

    private List<Node> items(String key) {
        asked.add(key);
        return present(key)
                .map(node -> node instanceof Node.Sequence sequence ? sequence.items() : List.of(node))
                .orElse(List.of());
    }

    private <T> T scalar(String place, Node node, Kind<T> kind) {
        Node resolved = node instanceof Node.Scalar value ? variables.resolve(value) : node;
        if (resolved instanceof Node.Scalar value) {
            Optional<T> parsed = kind.parse().apply(value.text());
            if (parsed.isPresent()) {
                return parsed.get();
            }
        }
        findings.add(new Finding(node.line(), place, kind.expected(), resolved.describe()));
        return kind.standIn();
    }

    private Optional<Node> present(String key) {
        return Optional.ofNullable(mapping.entries().get(key))
                .filter(node -> !(node instanceof Node.Scalar scalar && scalar.isNull()));
    }

    private int lineOf(String key) {
        Node node = mapping.entries().get(key);
        return node == null ? mapping.line() : node.line();
    }

    private String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
