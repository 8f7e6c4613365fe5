package io.quantloom.engine.training.placebo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The file form of a {@link Placebo} (contracts.md, Placebo). */
public final class PlaceboJson {

    private static final int FORMAT = 1;
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PlaceboJson() {}

    /** Returns the file. */
    public static byte[] write(Placebo placebo) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            json.writeStringField("score", placebo.score());
            json.writeStringField("method", placebo.method());
            json.writeStringField("drift", placebo.drift());
            json.writeArrayFieldStart("twins");
            for (double twin : placebo.twins()) {
                if (Double.isFinite(twin)) {
                    json.writeNumber(twin);
                } else {
                    json.writeNull();
                }
            }
            json.writeEndArray();
            json.writeNumberField("real", placebo.real());
            json.writeNumberField("percentile", placebo.percentile());
            json.writeNumberField("p_value", placebo.pValue());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads the file; percentile and p-value are computed again.
     *
     * @throws IllegalArgumentException if the bytes are no placebo, with what is wrong
     */
    public static Placebo read(byte[] bytes) {
        try {
            JsonNode root = MAPPER.readTree(bytes);
            if (root.path("format").asInt() != FORMAT) {
                throw new IllegalArgumentException(
                        "format " + root.path("format").asText("missing"));
            }
            List<Double> twins = new ArrayList<>();
            field(root, "twins").forEach(twin -> twins.add(twin.isNull() ? Double.NaN : twin.asDouble()));
            return new Placebo(
                    field(root, "score").asText(),
                    field(root, "method").asText(),
                    field(root, "drift").asText(),
                    twins,
                    field(root, "real").asDouble());
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON: " + e.getMessage(), e);
        }
    }

    private static JsonNode field(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no field " + name);
        }
        return value;
    }
}
