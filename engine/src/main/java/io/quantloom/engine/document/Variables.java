package io.quantloom.engine.document;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that stand for others in the values of a document: {@code $name}. What is not defined stays as it is. */
final class Variables {

    private static final Pattern REFERENCE = Pattern.compile("\\$([a-z][a-z0-9_]*)");

    private final Map<String, String> texts = new TreeMap<>();
    private final Set<String> used = new TreeSet<>();

    void define(String name, String text) {
        texts.put(name, text);
    }

    boolean isUsed(String name) {
        return used.contains(name);
    }

    Node.Scalar resolve(Node.Scalar value) {
        if (texts.isEmpty() || value.text().indexOf('$') < 0) {
            return value;
        }
        String text = REFERENCE.matcher(value.text()).replaceAll(reference -> {
            String name = reference.group(1);
            String known = texts.get(name);
            if (known == null) {
                return Matcher.quoteReplacement(reference.group());
            }
            used.add(name);
            return Matcher.quoteReplacement(known);
        });
        return new Node.Scalar(value.line(), text, value.isNull());
    }
}
