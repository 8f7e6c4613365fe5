package io.quantloom.app.cli.command;

import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.output.JsonWriter;
import io.quantloom.app.cli.output.TextTable;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.ModelCard;
import io.quantloom.engine.model.StrategyCard;
import io.quantloom.engine.performance.Statistic;
import io.quantloom.engine.registry.GateResult;
import io.quantloom.engine.registry.ModelVersion;
import io.quantloom.engine.registry.Transition;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** The JSON forms and tables that several commands share (contracts.md). */
public final class Documents {

    private Documents() {}

    /** GATE of contracts.md for each gate. */
    public static List<JsonObject> gates(List<GateResult> gates) {
        return gates.stream().map(Documents::gate).toList();
    }

    private static JsonObject gate(GateResult result) {
        var gate = result.gate();
        return JsonObject.empty()
                .put("name", gate.metric())
                .put("on", gate.basis().text())
                .put("threshold", gate.threshold())
                .put("bound", gate.boundKey())
                .put("actual", result.actual())
                .put("passed", result.passed())
                .put("reason", result.reason());
    }

    /** The gates for people. */
    public static TextTable gateTable(List<GateResult> gates) {
        var table = TextTable.of("gate", "on", "bound", "actual", "result", "reason");
        for (GateResult result : gates) {
            table.row(
                    result.gate().metric(),
                    result.gate().basis().text(),
                    result.gate().bound(),
                    TextTable.number(result.actual()),
                    result.passed() ? "passed" : "failed",
                    result.reason());
        }
        return table;
    }

    /** An object of texts. */
    public static JsonObject texts(Map<String, String> values) {
        var object = JsonObject.empty();
        values.forEach(object::put);
        return object;
    }

    /** An object of numbers. */
    public static JsonObject numbers(Map<String, Double> values) {
        var object = JsonObject.empty();
        values.forEach(object::put);
        return object;
    }

    /** Statistics by key: times as texts, counts as whole numbers, undefined ones null. */
    public static JsonObject statistics(Map<String, OptionalDouble> values) {
        var object = JsonObject.empty();
        values.forEach((key, value) -> object.put(key, value.isPresent() ? statistic(key, value.getAsDouble()) : null));
        return object;
    }

    /** A statistic for people. */
    public static String statisticText(String key, OptionalDouble value) {
        if (value.isEmpty()) {
            return TextTable.number(value);
        }
        return statistic(key, value.getAsDouble()) instanceof Instant time
                ? JsonWriter.time(time)
                : TextTable.number(value);
    }

    private static Object statistic(String key, double value) {
        Statistic.Form form = Statistic.ofKey(key).map(Statistic::form).orElse(Statistic.Form.RATIO);
        return switch (form) {
            case TIME -> Instant.ofEpochMilli((long) value);
            case COUNT -> (long) value;
            case MONEY, FRACTION, RATIO -> value;
        };
    }

    /** The settings of a learner. */
    public static JsonObject parameters(Hyperparameters parameters) {
        var object = JsonObject.empty();
        parameters.values().forEach(object::put);
        return object;
    }

    /** A run. */
    public static JsonObject run(Run run) {
        return JsonObject.empty()
                .put("run", run.id().value())
                .put("experiment", run.experiment().value())
                .put("name", run.name())
                .put("parent", run.parent().map(parent -> parent.value()))
                .put("status", run.status().name())
                .put("started", run.started())
                .put("ended", run.ended())
                .put("params", texts(run.params()))
                .put("metrics", numbers(run.metrics()))
                .put("tags", texts(run.tags()));
    }

    /** A version of a registered model: what made it differs by its kind. */
    public static JsonObject version(ModelVersion version) {
        var document = JsonObject.empty()
                .put("model", version.model())
                .put("version", version.version())
                .put("kind", version.modelCard().isPresent() ? "model" : "strategy")
                .put("created", version.created())
                .put("run", version.run().value());
        switch (version.card()) {
            case ModelCard card -> add(document, card);
            case StrategyCard card -> add(document, card);
        }
        return document.put("seed", version.card().seed())
                .put("gated", version.isGated())
                .put("gates", gates(version.gates()))
                .put("metrics", numbers(version.metrics()))
                .put("tags", texts(version.tags()));
    }

    private static void add(JsonObject document, ModelCard card) {
        document.put("learner", card.learner())
                .put("params", parameters(card.parameters()))
                .put("features", card.features())
                .put("label", card.label())
                .put("series", card.series().toString())
                .put("trained_from", card.trainedFrom())
                .put("trained_to", card.trainedTo())
                .put("model_sha256", card.modelHash().hex())
                .put("dataset_sha256", card.datasetFingerprint().hex());
    }

    private static void add(JsonObject document, StrategyCard card) {
        document.put("strategy", card.title())
                .put("params", texts(card.parameters()))
                .put("series", card.series().toString())
                .put("tested_from", card.testedFrom())
                .put("tested_to", card.testedTo())
                .put("spec_sha256", card.specHash().hex());
    }

    /** A decision about an alias, as {@code registry promote} gives it. */
    public static JsonObject transition(Transition transition) {
        return JsonObject.empty()
                .put("model", transition.model())
                .put("version", transition.to())
                .put("alias", transition.alias())
                .put("from", transition.from())
                .put("gates", gates(transition.gates()))
                .put("decision", transition.kind().name().toLowerCase(Locale.ROOT))
                .put("reason", transition.reason())
                .put("origin", transition.origin())
                .put("at", transition.at());
    }
}
