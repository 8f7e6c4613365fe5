package io.quantloom.persistence.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.model.Hyperparameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Values as JSON in the store and the journal. Numbers come back to the bit; those that JSON has no form for are texts
 * ({@code "NaN"}). An empty optional is an absent field.
 */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** {@return an object without fields} */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** {@return the value on one line} */
    public static String text(JsonNode value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }

    /** {@return the object the text is of} */
    public static ObjectNode parse(String text) {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a text that is no JSON", e);
        }
        throw damage("a JSON text that is no object");
    }

    /** Returns the field, which must be there. */
    public static JsonNode field(JsonNode object, String name) {
        JsonNode value = object.get(name);
        if (value == null) {
            throw damage("an object without " + name);
        }
        return value;
    }

    /** Returns the field's object. */
    public static ObjectNode child(JsonNode object, String name) {
        if (field(object, name) instanceof ObjectNode child) {
            return child;
        }
        throw damage("a " + name + " that is no object");
    }

    /** Returns the field's text. */
    public static String string(JsonNode object, String name) {
        return field(object, name).textValue();
    }

    /** Sets the field to the number. */
    public static void put(ObjectNode object, String name, double number) {
        object.set(name, node(number));
    }

    /** Returns the field's number. */
    public static double number(JsonNode object, String name) {
        return number(field(object, name));
    }

    /** Sets the field unless the number is empty. */
    public static void put(ObjectNode object, String name, OptionalDouble number) {
        number.ifPresent(value -> put(object, name, value));
    }

    /** Returns the field's number, if there is one. */
    public static OptionalDouble optionalNumber(JsonNode object, String name) {
        return object.has(name) ? OptionalDouble.of(number(object, name)) : OptionalDouble.empty();
    }

    /** Sets the field unless the number is empty. */
    public static void put(ObjectNode object, String name, OptionalInt number) {
        number.ifPresent(value -> object.put(name, value));
    }

    /** Returns the field's whole number, if there is one. */
    public static OptionalInt optionalInt(JsonNode object, String name) {
        return object.has(name) ? OptionalInt.of(field(object, name).intValue()) : OptionalInt.empty();
    }

    /** Sets the field unless the value is empty. */
    public static void put(ObjectNode object, String name, Optional<?> value) {
        value.ifPresent(present -> object.put(name, present.toString()));
    }

    /** Returns what the function makes of the field's text, if there is one. */
    public static <T> Optional<T> optional(JsonNode object, String name, Function<String, T> make) {
        return object.has(name) ? Optional.of(make.apply(string(object, name))) : Optional.empty();
    }

    /** Returns the field's time. */
    public static Instant instant(JsonNode object, String name) {
        return Instant.parse(string(object, name));
    }

    /** Returns an array of the values. */
    public static <T> ArrayNode array(Collection<T> values, Function<T, ? extends JsonNode> node) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> array.add(node.apply(value)));
        return array;
    }

    /** Returns an object of the numbers by name. */
    public static ObjectNode numbers(SortedMap<String, Double> numbers) {
        ObjectNode object = object();
        numbers.forEach((name, number) -> put(object, name, number));
        return object;
    }

    /** Returns the numbers of the object by name. */
    public static SortedMap<String, Double> numbers(JsonNode object) {
        SortedMap<String, Double> numbers = new TreeMap<>();
        fields(object).forEach(field -> numbers.put(field.getKey(), number(field.getValue())));
        return numbers;
    }

    /** Returns an object of the texts by name. */
    public static ObjectNode texts(SortedMap<String, String> texts) {
        ObjectNode object = object();
        texts.forEach(object::put);
        return object;
    }

    /** Returns the texts of the object by name. */
    public static SortedMap<String, String> texts(JsonNode object) {
        SortedMap<String, String> texts = new TreeMap<>();
        fields(object)
                .forEach(field -> texts.put(field.getKey(), field.getValue().textValue()));
        return texts;
    }

    /** Returns the series as an object. */
    public static ObjectNode series(SeriesKey key) {
        return object().put("symbol", key.symbol().name())
                .put("timeframe", key.timeframe().toString())
                .put("source", key.source());
    }

    /** Returns the series of the object. */
    public static SeriesKey series(JsonNode object) {
        return new SeriesKey(
                new Symbol(string(object, "symbol")), timeframe(string(object, "timeframe")), string(object, "source"));
    }

    /** Returns the timeframe of the text. */
    public static Timeframe timeframe(String text) {
        return Timeframe.parse(text).orElseThrow(() -> damage("a timeframe " + text));
    }

    /** Returns the settings as an object; a number that JSON has no form for is an object of its own. */
    public static ObjectNode hyperparameters(Hyperparameters parameters) {
        ObjectNode object = object();
        parameters.values().forEach((name, value) -> {
            switch (value) {
                case Double number when Double.isFinite(number) -> object.put(name, number);
                case Double number -> object.set(name, object().put("number", number.toString()));
                case Long whole -> object.put(name, whole);
                case Boolean flag -> object.put(name, flag);
                default -> object.put(name, value.toString());
            }
        });
        return object;
    }

    /** Returns the settings of the object. */
    public static Hyperparameters hyperparameters(JsonNode object) {
        SortedMap<String, Object> values = new TreeMap<>();
        fields(object).forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isTextual()) {
                values.put(field.getKey(), value.textValue());
            } else if (value.isBoolean()) {
                values.put(field.getKey(), value.booleanValue());
            } else if (value.isIntegralNumber()) {
                values.put(field.getKey(), value.longValue());
            } else {
                values.put(field.getKey(), value.isObject() ? number(value, "number") : value.doubleValue());
            }
        });
        return new Hyperparameters(values);
    }

    /** {@return the fault of a store that holds what nobody wrote} */
    public static UncheckedIOException damage(String found) {
        return new UncheckedIOException(new IOException(found));
    }

    private static JsonNode node(double number) {
        return Double.isFinite(number)
                ? JsonNodeFactory.instance.numberNode(number)
                : JsonNodeFactory.instance.textNode(Double.toString(number));
    }

    private static double number(JsonNode value) {
        return value.isTextual() ? Double.parseDouble(value.textValue()) : value.doubleValue();
    }

    private static Iterable<Map.Entry<String, JsonNode>> fields(JsonNode object) {
        Iterator<Map.Entry<String, JsonNode>> fields = object.properties().iterator();
        return () -> fields;
    }
}
