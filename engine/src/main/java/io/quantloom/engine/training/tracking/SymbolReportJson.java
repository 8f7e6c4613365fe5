package io.quantloom.engine.training.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.registry.Gate;
import io.quantloom.engine.registry.GateResult;
import io.quantloom.engine.training.tracking.FactoryReport.Stage;
import io.quantloom.engine.training.tracking.FactoryReport.Status;
import io.quantloom.engine.training.tracking.FactoryReport.SymbolReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** The report of one symbol as a file of its run; numbers read back to the same double. */
public final class SymbolReportJson {

    private static final JsonMapper JSON = new JsonMapper();

    private SymbolReportJson() {}

    public static byte[] write(SymbolReport report) {
        ObjectNode root = JSON.createObjectNode();
        root.put("symbol", report.symbol().name());
        report.run().ifPresent(run -> root.put("run", run.value()));
        root.put("status", report.status().text());
        root.put("trials", report.trials());
        report.learner().ifPresent(learner -> root.put("learner", learner));
        root.set("parameters", JSON.valueToTree(report.parameters().values()));
        ObjectNode metrics = root.putObject("metrics");
        report.metrics().forEach((key, value) -> put(metrics, key, value));
        ArrayNode gates = root.putArray("gates");
        report.gates().forEach(gate -> write(gate, gates.addObject()));
        report.model().ifPresent(model -> root.put("model", model));
        report.version().ifPresent(version -> root.put("version", version));
        root.set("stages", stages(report.stages()));
        root.put("reason", report.reason());
        return bytes(root);
    }

    /** Returns the stages alone, as a file. */
    public static byte[] writeStages(List<Stage> stages) {
        return bytes(stages(stages));
    }

    /** Returns the stages of a file; none when it is none of ours. */
    public static List<Stage> stagesOf(byte[] content) {
        try {
            return readStages(JSON.readTree(content));
        } catch (IOException | IllegalArgumentException e) {
            return List.of();
        }
    }

    /** Returns the report of a file; empty when it is none of ours. */
    static Optional<SymbolReport> read(byte[] content) {
        try {
            JsonNode root = JSON.readTree(content);
            return Optional.of(new SymbolReport(
                    new Symbol(root.required("symbol").asText()),
                    text(root, "run").map(RunId::new),
                    status(root.required("status").asText()),
                    root.required("trials").asInt(),
                    text(root, "learner"),
                    parameters(root.required("parameters")),
                    metrics(root.required("metrics")),
                    gates(root.required("gates")),
                    text(root, "model"),
                    root.has("version")
                            ? OptionalInt.of(root.required("version").asInt())
                            : OptionalInt.empty(),
                    readStages(root.required("stages")),
                    root.required("reason").asText()));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns the status with the word. */
    static Status status(String word) {
        return Status.valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }

    private static void write(GateResult result, ObjectNode node) {
        Gate gate = result.gate();
        node.put("metric", gate.metric());
        node.put("on", gate.basis().text());
        gate.atLeast().ifPresent(bound -> node.put("at_least", bound));
        gate.atMost().ifPresent(bound -> node.put("at_most", bound));
        if (gate.strict()) {
            node.put("strict", true);
        }
        put(node, "actual", result.actual());
        node.put("passed", result.passed());
        node.put("reason", result.reason());
    }

    private static List<GateResult> gates(JsonNode nodes) {
        var gates = new ArrayList<GateResult>();
        for (JsonNode node : nodes) {
            Gate.Basis basis = Gate.Basis.parse(node.required("on").asText())
                    .orElseThrow(() -> new IllegalArgumentException("a gate on nothing known"));
            var gate = new Gate(
                    node.required("metric").asText(),
                    basis,
                    number(node, "at_least"),
                    number(node, "at_most"),
                    node.path("strict").asBoolean());
            gates.add(new GateResult(
                    gate,
                    number(node, "actual"),
                    node.required("passed").asBoolean(),
                    node.required("reason").asText()));
        }
        return gates;
    }

    private static ArrayNode stages(List<Stage> stages) {
        ArrayNode array = JSON.createArrayNode();
        for (Stage stage : stages) {
            ArrayNode lines = array.addObject()
                    .put("name", stage.name())
                    .put("seconds", stage.seconds())
                    .putArray("lines");
            stage.lines().forEach(lines::add);
        }
        return array;
    }

    private static List<Stage> readStages(JsonNode nodes) {
        var stages = new ArrayList<Stage>();
        for (JsonNode node : nodes) {
            var lines = new ArrayList<String>();
            node.path("lines").forEach(line -> lines.add(line.asText()));
            stages.add(new Stage(
                    node.required("name").asText(), node.required("seconds").asDouble(), lines));
        }
        return stages;
    }

    private static Hyperparameters parameters(JsonNode node) {
        var values = new TreeMap<String, Object>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            JsonNode value = entry.getValue();
            values.put(
                    entry.getKey(),
                    value.isIntegralNumber()
                            ? (Object) value.asLong()
                            : value.isNumber()
                                    ? (Object) value.asDouble()
                                    : value.isBoolean() ? (Object) value.asBoolean() : value.asText());
        }
        return new Hyperparameters(values);
    }

    private static SortedMap<String, OptionalDouble> metrics(JsonNode node) {
        var metrics = new TreeMap<String, OptionalDouble>();
        node.properties().forEach(entry -> metrics.put(entry.getKey(), number(node, entry.getKey())));
        return metrics;
    }

    private static void put(ObjectNode node, String key, OptionalDouble value) {
        if (value.isPresent()) {
            node.put(key, value.getAsDouble());
        } else {
            node.putNull(key);
        }
    }

    private static OptionalDouble number(JsonNode node, String key) {
        return node.hasNonNull(key) ? OptionalDouble.of(node.get(key).asDouble()) : OptionalDouble.empty();
    }

    private static Optional<String> text(JsonNode node, String key) {
        return node.hasNonNull(key) ? Optional.of(node.get(key).asText()) : Optional.empty();
    }

    private static byte[] bytes(JsonNode node) {
        try {
            return JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(node)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers can be written", e);
        }
    }
}
