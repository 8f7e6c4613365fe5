package io.quantloom.engine.document;

import java.util.LinkedHashMap;
import java.util.List;

/** A piece of a document with the line it starts on. */
sealed interface Node {

    /** {@return the line, counted from 1} */
    int line();

    /** {@return what it is, for "found"} */
    String describe();

    /** One value as it stands in the text; {@code isNull} for an empty value, {@code null} or {@code ~}. */
    record Scalar(int line, String text, boolean isNull) implements Node {
        @Override
        public String describe() {
            return isNull ? "nothing" : "'" + text + "'";
        }
    }

    /** A list. */
    record Sequence(int line, List<Node> items) implements Node {
        @Override
        public String describe() {
            return "a list";
        }
    }

    /** Keys with values, in the text's order. */
    record Mapping(int line, LinkedHashMap<String, Node> entries) implements Node {
        @Override
        public String describe() {
            return "a section";
        }
    }
}
