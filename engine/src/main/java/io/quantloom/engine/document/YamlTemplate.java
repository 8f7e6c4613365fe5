package io.quantloom.engine.document;

import io.quantloom.engine.base.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A text that is parsed once and read many times with other values in it, each time as strictly as {@link YamlText}. Keys
 * are paths with dots, for example {@code strategy.fast}. Immutable and safe for use by several threads.
 */
public final class YamlTemplate {

    private final String name;
    private final Node.Mapping root;
    private final List<Finding> findings;

    private YamlTemplate(String name, Node.Mapping root, List<Finding> findings) {
        this.name = name;
        this.root = root;
        this.findings = List.copyOf(findings);
    }

    /**
     * Parses the text; PARSING when it is no YAML or no section.
     *
     * @param name of the file, for failures
     */
    public static Outcome<YamlTemplate> of(String name, String text) {
        var findings = new ArrayList<Finding>();
        return YamlText.parse(name, text, findings).map(root -> new YamlTemplate(name, root, findings));
    }

    /** Returns the template without the keys. */
    public YamlTemplate without(Set<String> keys) {
        Node.Mapping rest = root;
        for (String key : keys) {
            rest = set(rest, key, Optional.empty());
        }
        return new YamlTemplate(name, rest, findings);
    }

    /** Returns the template with nothing but the keys, as far as they are there. */
    public YamlTemplate only(Set<String> keys) {
        var nothing = new Node.Mapping(root.line(), new LinkedHashMap<>());
        Node.Mapping picked = nothing;
        for (String key : keys) {
            Optional<Node> node = find(root, key);
            if (node.isPresent()) {
                picked = set(picked, key, node);
            }
        }
        return new YamlTemplate(name, picked, findings);
    }

    /**
     * Reads the text as {@link YamlText#read} does, with the values in place of what stands under their keys.
     *
     * @param values texts as they would stand in the file; {@code null} is a value too
     */
    public <T> Outcome<T> read(Map<String, String> values, Function<Section, T> reader) {
        Node.Mapping filled = root;
        for (Map.Entry<String, String> entry : values.entrySet()) {
            int line = find(root, entry.getKey()).map(Node::line).orElse(root.line());
            String text = entry.getValue();
            boolean isNull = text.equals("null");
            filled = set(filled, entry.getKey(), Optional.of(new Node.Scalar(line, isNull ? "" : text, isNull)));
        }
        return YamlText.read(name, filled, new ArrayList<>(findings), reader);
    }

    private static Optional<Node> find(Node.Mapping in, String key) {
        int dot = key.indexOf('.');
        if (dot < 0) {
            return Optional.ofNullable(in.entries().get(key));
        }
        return in.entries().get(key.substring(0, dot)) instanceof Node.Mapping inner
                ? find(inner, key.substring(dot + 1))
                : Optional.empty();
    }

    // A section that is not there is made; what is no section stays, for the reader to complain of.
    private static Node.Mapping set(Node.Mapping in, String key, Optional<Node> node) {
        var entries = new LinkedHashMap<>(in.entries());
        int dot = key.indexOf('.');
        String first = dot < 0 ? key : key.substring(0, dot);
        Node there = entries.get(first);
        if (dot < 0) {
            node.ifPresentOrElse(value -> entries.put(first, value), () -> entries.remove(first));
        } else if (there instanceof Node.Mapping inner) {
            entries.put(first, set(inner, key.substring(dot + 1), node));
        } else if (node.isPresent() && (there == null || (there instanceof Node.Scalar scalar && scalar.isNull()))) {
            var empty = new Node.Mapping(in.line(), new LinkedHashMap<>());
            entries.put(first, set(empty, key.substring(dot + 1), node));
        }
        return new Node.Mapping(in.line(), entries);
    }
}
