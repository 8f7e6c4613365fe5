package io.quantloom.engine.backtest.grid;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantloom.engine.backtest.CertificateJson;
import io.quantloom.engine.backtest.fast.FastStatistics;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.performance.Statistic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;

/** The file form of a grid, in columns. Doubles are the shortest text that reads back to the same bits. */
final class GridJson {

    private static final int FORMAT = 1;
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private GridJson() {}

    static byte[] write(GridResult result) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            json.writeStringField("title", result.title());
            json.writeStringField("symbol", result.series().symbol().name());
            json.writeStringField("timeframe", result.series().timeframe().toString());
            json.writeStringField("source", result.series().source());
            json.writeStringField("objective", result.objective().key());
            writeAxes(json, result.table().axes());
            json.writeNumberField("skipped", result.skipped());
            if (result.skippedBecause().isPresent()) {
                json.writeStringField("skipped_because", result.skippedBecause().get());
            }
            json.writeNumberField("seconds", result.seconds());
            if (result.outOfSampleFrom().isPresent()) {
                json.writeNumberField(
                        "out_of_sample_from", result.outOfSampleFrom().getAsLong());
            }
            if (result.deflatedSharpe().isPresent()) {
                json.writeNumberField("deflated_sharpe", result.deflatedSharpe().getAsDouble());
            }
            CertificateJson.write(json, result.certificate());
            if (result.synthetic().isPresent()) {
                json.writeStringField("synthetic", result.synthetic().get());
            }
            writeRows(json, result.table().rows());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads the result of the run.
     *
     * @throws IllegalArgumentException if the bytes are no result, with what is wrong
     */
    static GridResult read(RunId run, byte[] bytes) {
        try {
            JsonNode root = MAPPER.readTree(bytes);
            if (root.path("format").asInt() != FORMAT) {
                throw new IllegalArgumentException(
                        "format " + root.path("format").asText("missing"));
            }
            Statistic objective = Statistic.ofKey(text(root, "objective"))
                    .orElseThrow(() -> new IllegalArgumentException("objective " + root.path("objective")));
            return new GridResult(
                    Optional.of(run),
                    text(root, "title"),
                    series(root),
                    objective,
                    GridTable.of(axes(field(root, "axes")), rows(root), objective),
                    field(root, "skipped").asLong(),
                    Optional.ofNullable(root.get("skipped_because")).map(JsonNode::asText),
                    field(root, "seconds").asDouble(),
                    root.has("out_of_sample_from")
                            ? OptionalLong.of(root.get("out_of_sample_from").asLong())
                            : OptionalLong.empty(),
                    root.has("deflated_sharpe")
                            ? OptionalDouble.of(root.get("deflated_sharpe").asDouble())
                            : OptionalDouble.empty(),
                    CertificateJson.read(Optional.ofNullable(root.get("certificate"))),
                    Optional.ofNullable(root.get("synthetic")).map(JsonNode::asText));
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON: " + e.getMessage(), e);
        }
    }

    private static void writeAxes(JsonGenerator json, List<GridAxis> axes) throws IOException {
        json.writeArrayFieldStart("axes");
        for (GridAxis axis : axes) {
            json.writeStartObject();
            json.writeStringField("key", axis.key());
            json.writeArrayFieldStart("values");
            for (String value : axis.values()) {
                json.writeString(value);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeRows(JsonGenerator json, GridTable.Rows rows) throws IOException {
        json.writeFieldName("combinations");
        json.writeArray(rows.combinations, 0, rows.combinations.length);
        json.writeArrayFieldStart("fast");
        for (boolean fast : rows.fast) {
            json.writeBoolean(fast);
        }
        json.writeEndArray();
        writeColumns(json, "in_sample", rows.inSample);
        if (rows.outOfSample.length > 0) {
            writeColumns(json, "out_of_sample", rows.outOfSample);
        }
    }

    private static void writeColumns(JsonGenerator json, String name, double[][] columns) throws IOException {
        json.writeObjectFieldStart(name);
        for (int i = 0; i < columns.length; i++) {
            json.writeArrayFieldStart(FastStatistics.COLUMNS.get(i).key());
            for (double value : columns[i]) {
                if (Double.isNaN(value)) {
                    json.writeNull();
                } else {
                    json.writeNumber(value);
                }
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static SeriesKey series(JsonNode root) {
        String frame = text(root, "timeframe");
        return new SeriesKey(
                new Symbol(text(root, "symbol")),
                Timeframe.parse(frame).orElseThrow(() -> new IllegalArgumentException("timeframe " + frame)),
                text(root, "source"));
    }

    private static List<GridAxis> axes(JsonNode node) {
        List<GridAxis> axes = new ArrayList<>();
        for (JsonNode axis : node) {
            axes.add(new GridAxis(
                    text(axis, "key"),
                    StreamSupport.stream(field(axis, "values").spliterator(), false)
                            .map(JsonNode::asText)
                            .toList()));
        }
        return axes;
    }

    private static GridTable.Rows rows(JsonNode root) {
        JsonNode combinations = field(root, "combinations");
        long[] numbers = new long[combinations.size()];
        Arrays.setAll(numbers, i -> combinations.get(i).asLong());
        JsonNode paths = field(root, "fast");
        boolean[] fast = new boolean[paths.size()];
        for (int i = 0; i < fast.length; i++) {
            fast[i] = paths.get(i).asBoolean();
        }
        return new GridTable.Rows(
                numbers,
                fast,
                columns(field(root, "in_sample"), numbers.length),
                root.has("out_of_sample") ? columns(root.get("out_of_sample"), numbers.length) : new double[0][]);
    }

    // A column that an older file does not have is undefined.
    private static double[][] columns(JsonNode node, int size) {
        return FastStatistics.COLUMNS.stream()
                .map(statistic -> {
                    JsonNode values = node.path(statistic.key());
                    double[] column = new double[size];
                    Arrays.setAll(
                            column,
                            i -> values.path(i).isNumber() ? values.get(i).asDouble() : Double.NaN);
                    return column;
                })
                .toArray(double[][]::new);
    }

    private static String text(JsonNode node, String name) {
        return field(node, name).asText();
    }

    private static JsonNode field(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }
}
