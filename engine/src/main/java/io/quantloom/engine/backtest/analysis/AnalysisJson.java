package io.quantloom.engine.backtest.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantloom.engine.experiment.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file form of an analysis. Doubles are the shortest text that reads back to the same bits, what is undefined is null;
 * times are milliseconds.
 */
final class AnalysisJson {

    private static final int FORMAT = 1;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private AnalysisJson() {}

    static byte[] write(BacktestAnalysis analysis) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("format", FORMAT);
        SettingsJson.write(root.putObject("settings"), analysis.settings());
        CurveJson.write(root.putObject("curve"), analysis.curve());
        ArrayNode bootstraps = root.putArray("bootstraps");
        analysis.bootstraps().forEach(bootstrap -> ResamplingJson.write(bootstraps.addObject(), bootstrap));
        ArrayNode monteCarlo = root.putArray("monte_carlo");
        analysis.monteCarlo().forEach(paths -> ResamplingJson.write(monteCarlo.addObject(), paths));
        analysis.frontier().ifPresent(frontier -> RobustnessJson.write(root.putObject("frontier"), frontier));
        analysis.perturbation().ifPresent(score -> RobustnessJson.write(root.putObject("perturbation"), score));
        ArrayNode findings = root.putArray("findings");
        analysis.findings()
                .forEach(finding ->
                        findings.addObject().put("alarm", finding.alarm().key()).put("sentence", finding.sentence()));
        ObjectNode notes = root.putObject("notes");
        analysis.notes().forEach(notes::put);
        try {
            return MAPPER.writeValueAsBytes(root);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
    }

    /**
     * Reads the analysis of the run.
     *
     * @throws IllegalArgumentException if the bytes are no analysis, with what is wrong
     */
    static BacktestAnalysis read(RunId run, byte[] bytes) {
        JsonNode root = tree(bytes);
        if (root.path("format").asInt() != FORMAT) {
            throw new IllegalArgumentException("format " + root.path("format").asText("missing"));
        }
        Map<String, String> notes = new LinkedHashMap<>();
        JsonFields.field(root, "notes")
                .properties()
                .forEach(entry -> notes.put(entry.getKey(), entry.getValue().asText()));
        return new BacktestAnalysis(
                run,
                SettingsJson.read(JsonFields.field(root, "settings")),
                CurveJson.read(JsonFields.field(root, "curve")),
                JsonFields.list(root, "bootstraps", ResamplingJson::bootstrap),
                JsonFields.list(root, "monte_carlo", ResamplingJson::monteCarlo),
                Optional.ofNullable(root.get("frontier")).map(RobustnessJson::frontier),
                Optional.ofNullable(root.get("perturbation")).map(RobustnessJson::perturbation),
                JsonFields.list(root, "findings", AnalysisJson::finding),
                notes);
    }

    private static JsonNode tree(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON: " + e.getMessage(), e);
        }
    }

    private static SanityFinding finding(JsonNode node) {
        String key = JsonFields.text(node, "alarm");
        List<SanityAlarm> known = new ArrayList<>(List.of(SanityAlarm.values()));
        known.removeIf(alarm -> !alarm.key().equals(key));
        if (known.isEmpty()) {
            throw new IllegalArgumentException("alarm " + key);
        }
        return new SanityFinding(known.getFirst(), JsonFields.text(node, "sentence"));
    }
}
