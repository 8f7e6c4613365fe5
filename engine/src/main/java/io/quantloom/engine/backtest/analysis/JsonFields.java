package io.quantloom.engine.backtest.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads and writes fields of a document, NaN as null. Reading throws IllegalArgumentException with what is missing. */
final class JsonFields {

    private JsonFields() {}

    static JsonNode field(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }

    static String text(JsonNode node, String name) {
        return field(node, name).asText();
    }

    static double number(JsonNode node, String name) {
        return number(field(node, name));
    }

    static int whole(JsonNode node, String name) {
        return field(node, name).asInt();
    }

    static <T> List<T> list(JsonNode node, String name, Function<JsonNode, T> read) {
        List<T> values = new ArrayList<>();
        field(node, name).forEach(each -> values.add(read.apply(each)));
        return values;
    }

    static double[] numbers(JsonNode array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(array.get(i));
        }
        return values;
    }

    static long[] longs(JsonNode array) {
        long[] values = new long[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).asLong();
        }
        return values;
    }

    static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }

    static void putAll(ArrayNode array, double[] values) {
        for (double value : values) {
            if (Double.isFinite(value)) {
                array.add(value);
            } else {
                array.addNull();
            }
        }
    }

    static double number(JsonNode value) {
        return value.isNull() ? Double.NaN : value.asDouble();
    }
}
