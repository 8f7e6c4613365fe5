package io.quantloom.engine.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a YAML (or JSON) text strictly, through a reader that says what it expects. */
public final class YamlText {

    private static final YAMLFactory YAML = new YAMLFactory();
    private static final int MAX_DEPTH = 20;

    private YamlText() {}

    /**
     * Reads the text.
     *
     * @param name of the file, for the failure
     * @param reader asks the root section for everything it knows; its result counts only when nothing was found wrong
     * @return PARSING when the text is no YAML or no section; INVALID with every finding otherwise
     */
    public static <T> Outcome<T> read(String name, String text, Function<Section, T> reader) {
        var findings = new ArrayList<Finding>();
        return parse(name, text, findings).then(root -> read(name, root, findings, reader));
    }

    /** Parses the text; PARSING when it is no YAML or no section. What is wrong with single values is added to the findings. */
    static Outcome<Node.Mapping> parse(String name, String text, List<Finding> findings) {
        Optional<Node> root;
        try {
            root = parse(text, findings);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            String first = e.getOriginalMessage().lines().findFirst().orElse("an error");
            return Outcome.failed(Failure.of(
                    Failure.Reason.PARSING,
                    "YAML",
                    first,
                    name + ", line " + line,
                    "correct the syntax and run again"));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
        if (root.isEmpty() || !(root.get() instanceof Node.Mapping mapping)) {
            String found = root.map(Node::describe).orElse("an empty file");
            return Outcome.failed(Failure.of(
                    Failure.Reason.PARSING, "keys and values", found, name, "see the example files for the form"));
        }
        return Outcome.success(mapping);
    }

    /** Reads the section; INVALID with every finding, those given included. */
    static <T> Outcome<T> read(String name, Node.Mapping root, List<Finding> findings, Function<Section, T> reader) {
        var sections = new ArrayList<Section>();
        T result = reader.apply(new Section("", root, findings, sections, new Variables()));
        // A key refused for its value may hide what the reader would have asked next: unknown keys are told last.
        sections.forEach(Section::reportUnknown);
        return findings.isEmpty() ? Outcome.success(result) : Outcome.failed(failure(name, findings));
    }

    private static Failure failure(String name, List<Finding> findings) {
        String sentences = findings.stream()
                .sorted(Comparator.comparingInt(Finding::line))
                .map(Finding::sentence)
                .distinct()
                .collect(Collectors.joining("\n  ", "\n  ", ""));
        return Failure.of(
                Failure.Reason.INVALID,
                "a valid file",
                findings.size() + (findings.size() == 1 ? " finding:" : " findings:") + sentences,
                name,
                "correct and run again; nothing was started");
    }

    private static Optional<Node> parse(String text, List<Finding> findings) throws IOException {
        try (YAMLParser parser = YAML.createParser(text)) {
            JsonToken first = parser.nextToken();
            return first == null ? Optional.empty() : Optional.of(node(parser, "", findings, 0));
        }
    }

    private static Node node(YAMLParser parser, String path, List<Finding> findings, int depth) throws IOException {
        int line = line(parser);
        if (depth > MAX_DEPTH || parser.isCurrentAlias()) {
            findings.add(new Finding(line, path, "plain values", depth > MAX_DEPTH ? "too deep nesting" : "an alias"));
            parser.skipChildren();
            return new Node.Scalar(line, "", true);
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(parser, line, path, findings, depth);
            case START_ARRAY -> sequence(parser, line, path, findings, depth);
            case VALUE_NULL -> new Node.Scalar(line, "", true);
            default -> new Node.Scalar(line, parser.getText(), false);
        };
    }

    private static Node mapping(YAMLParser parser, int line, String path, List<Finding> findings, int depth)
            throws IOException {
        var entries = new LinkedHashMap<String, Node>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = line(parser);
            String place = path.isEmpty() ? key : path + "." + key;
            parser.nextToken();
            if (entries.put(key, node(parser, place, findings, depth + 1)) != null) {
                findings.add(new Finding(keyLine, place, "each key once", "the key a second time"));
            }
        }
        return new Node.Mapping(line, entries);
    }

    private static Node sequence(YAMLParser parser, int line, String path, List<Finding> findings, int depth)
            throws IOException {
        var items = new ArrayList<Node>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser, path + "[" + items.size() + "]", findings, depth + 1));
        }
        return new Node.Sequence(line, items);
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
