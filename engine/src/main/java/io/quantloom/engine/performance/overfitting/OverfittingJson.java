package io.quantloom.engine.performance.overfitting;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.performance.overfitting.OverfittingProbability.Measure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** The file form of an {@link OverfittingReport} (contracts.md, Overfitting). What is not finite is null. */
public final class OverfittingJson {

    private static final int FORMAT = 1;
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private OverfittingJson() {}

    /** Returns the file. */
    public static byte[] write(OverfittingReport report) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            writeSharpe(json, report.sharpe());
            if (report.adjustedPValue().isPresent()) {
                number(json, "adjusted_p_value", report.adjustedPValue().getAsDouble());
            }
            if (report.probability().isPresent()) {
                writeProbability(json, report.probability().get());
            }
            if (report.looks().isPresent()) {
                writeLooks(json, report.looks().get());
            }
            json.writeObjectFieldStart("notes");
            for (var note : report.notes().entrySet()) {
                json.writeStringField(note.getKey(), note.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads the file.
     *
     * @throws IllegalArgumentException if the bytes are no report, with what is wrong
     */
    public static OverfittingReport read(byte[] bytes) {
        try {
            JsonNode root = MAPPER.readTree(bytes);
            if (root.path("format").asInt() != FORMAT) {
                throw new IllegalArgumentException(
                        "format " + root.path("format").asText("missing"));
            }
            SortedMap<String, String> notes = new TreeMap<>();
            root.path("notes")
                    .properties()
                    .forEach(entry -> notes.put(entry.getKey(), entry.getValue().asText()));
            return new OverfittingReport(
                    sharpe(field(root, "sharpe")),
                    Optional.ofNullable(root.get("pbo")).map(OverfittingJson::probability),
                    root.has("adjusted_p_value")
                            ? OptionalDouble.of(number(root, "adjusted_p_value"))
                            : OptionalDouble.empty(),
                    Optional.ofNullable(root.get("holdout")).map(OverfittingJson::looks),
                    notes);
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON: " + e.getMessage(), e);
        }
    }

    private static void writeSharpe(JsonGenerator json, SharpeEvidence sharpe) throws IOException {
        json.writeObjectFieldStart("sharpe");
        json.writeNumberField("bars", sharpe.bars());
        number(json, "per_bar", sharpe.perBar());
        json.writeNumberField("trials", sharpe.trials());
        number(json, "expected_maximum", sharpe.expectedMaximum());
        number(json, "probabilistic", sharpe.probabilistic());
        number(json, "deflated", sharpe.deflated());
        number(json, "p_value", sharpe.pValue());
        number(json, "confidence", sharpe.confidence());
        number(json, "minimum_track_bars", sharpe.minimumTrackBars());
        json.writeEndObject();
    }

    private static SharpeEvidence sharpe(JsonNode node) {
        double perBar = number(node, "per_bar");
        double expected = number(node, "expected_maximum");
        double bars = number(node, "minimum_track_bars");
        // Infinite and undefined are both null in the file; the ratios tell which it was.
        boolean isNever = Double.isNaN(bars) && perBar <= expected;
        return new SharpeEvidence(
                field(node, "bars").asInt(),
                perBar,
                field(node, "trials").asInt(),
                expected,
                number(node, "probabilistic"),
                number(node, "deflated"),
                number(node, "p_value"),
                number(node, "confidence"),
                isNever ? Double.POSITIVE_INFINITY : bars);
    }

    private static void writeProbability(JsonGenerator json, OverfittingProbability pbo) throws IOException {
        json.writeObjectFieldStart("pbo");
        json.writeStringField("measure", pbo.measure().text());
        json.writeNumberField("partitions", pbo.partitions());
        json.writeNumberField("combinations", pbo.combinations());
        json.writeNumberField("trials", pbo.trials());
        json.writeNumberField("bars", pbo.bars());
        number(json, "probability", pbo.probability());
        number(json, "loss_probability", pbo.lossProbability());
        number(json, "slope", pbo.slope());
        number(json, "intercept", pbo.intercept());
        json.writeArrayFieldStart("logits");
        for (double logit : pbo.logits()) {
            json.writeNumber(logit);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static OverfittingProbability probability(JsonNode node) {
        List<Double> logits = new ArrayList<>();
        field(node, "logits").forEach(logit -> logits.add(logit.asDouble()));
        String measure = field(node, "measure").asText();
        return new OverfittingProbability(
                Arrays.stream(Measure.values())
                        .filter(each -> each.text().equals(measure))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("measure " + measure)),
                field(node, "partitions").asInt(),
                field(node, "combinations").asInt(),
                field(node, "trials").asInt(),
                field(node, "bars").asInt(),
                number(node, "probability"),
                number(node, "loss_probability"),
                number(node, "slope"),
                number(node, "intercept"),
                logits);
    }

    private static void writeLooks(JsonGenerator json, HoldoutLooks looks) throws IOException {
        json.writeObjectFieldStart("holdout");
        json.writeStringField("symbol", looks.window().symbol().name());
        json.writeNumberField("from", looks.window().from());
        json.writeNumberField("to", looks.window().to());
        json.writeNumberField("looks", looks.looks());
        json.writeEndObject();
    }

    private static HoldoutLooks looks(JsonNode node) {
        var window = new HoldoutLook(
                new Symbol(field(node, "symbol").asText()),
                field(node, "from").asLong(),
                field(node, "to").asLong());
        return new HoldoutLooks(window, field(node, "looks").asInt());
    }

    private static void number(JsonGenerator json, String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, value);
        } else {
            json.writeNullField(name);
        }
    }

    private static double number(JsonNode node, String name) {
        JsonNode value = field(node, name);
        return value.isNull() ? Double.NaN : value.asDouble();
    }

    private static JsonNode field(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no field " + name);
        }
        return value;
    }
}
