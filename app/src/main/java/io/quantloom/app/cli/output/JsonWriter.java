package io.quantloom.app.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Writes a document as one line. Doubles are the shortest text that reads back to the same double; NaN and the infinities
 * are null. Times are ISO-8601 in UTC with whole seconds and {@code Z}.
 */
public final class JsonWriter {

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(com.fasterxml.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(com.fasterxml.jackson.core.StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    private JsonWriter() {}

    /** Writes the document and ends the line. */
    public static void write(JsonObject document, PrintWriter out) {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            value(document, json);
        } catch (IOException e) {
            throw new UncheckedIOException("a print writer does not throw", e);
        }
        out.println();
    }

    /** {@return the time as the command line writes it, for example {@code 2020-05-11T00:00:00Z}} */
    public static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static void value(@Nullable Object value, JsonGenerator json) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case JsonObject object -> object(object, json);
            case Iterable<?> elements -> array(elements, json);
            case Boolean truth -> json.writeBoolean(truth);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> number(number, json);
            case Instant instant -> json.writeString(time(instant));
            case Optional<?> optional -> value(optional.orElse(null), json);
            case OptionalDouble optional -> number(optional.orElse(Double.NaN), json);
            case OptionalInt optional -> value(optional.isPresent() ? optional.getAsInt() : null, json);
            case OptionalLong optional -> value(optional.isPresent() ? optional.getAsLong() : null, json);
            case CharSequence text -> json.writeString(text.toString());
            default -> throw new IllegalArgumentException("no JSON form for " + value.getClass());
        }
    }

    private static void object(JsonObject object, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, @Nullable Object> member : object.entries()) {
            json.writeFieldName(member.getKey());
            value(member.getValue(), json);
        }
        json.writeEndObject();
    }

    private static void array(Iterable<?> elements, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (Object element : elements) {
            value(element, json);
        }
        json.writeEndArray();
    }

    private static void number(double number, JsonGenerator json) throws IOException {
        if (Double.isFinite(number)) {
            json.writeNumber(number);
        } else {
            json.writeNull();
        }
    }
}
