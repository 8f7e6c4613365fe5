package io.quantloom.persistence.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.model.ModelCard;
import io.quantloom.engine.model.ModelCards;
import io.quantloom.engine.model.StrategyCard;
import io.quantloom.engine.model.VersionCard;
import io.quantloom.engine.registry.Gate;
import io.quantloom.engine.registry.GateResult;
import io.quantloom.engine.registry.ModelVersion;
import io.quantloom.engine.registry.Transition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Versions and transitions as JSON; the model card keeps the form of {@link ModelCards}. */
public final class RegistryJson {

    private static final String STRATEGY = "strategy";

    private RegistryJson() {}

    /** Returns the version as an object. */
    public static ObjectNode json(ModelVersion version) {
        ObjectNode object = Json.object()
                .put("model", version.model())
                .put("version", version.version())
                .put("created", version.created().toString())
                .put("run", version.run().value());
        object.set("card", json(version.card()));
        object.set("gates", Json.array(version.gates(), RegistryJson::json));
        object.set("metrics", Json.numbers(version.metrics()));
        object.set("tags", Json.texts(version.tags()));
        return object;
    }

    /** Returns the version of the object. */
    public static ModelVersion version(ObjectNode object) {
        return new ModelVersion(
                Json.string(object, "model"),
                Json.field(object, "version").intValue(),
                Json.instant(object, "created"),
                new RunId(Json.string(object, "run")),
                card(Json.child(object, "card")),
                gates(object),
                Json.numbers(Json.field(object, "metrics")),
                Json.texts(Json.field(object, "tags")));
    }

    // A model's card has no kind: it had none when there were models only.
    private static ObjectNode json(VersionCard card) {
        return switch (card) {
            case ModelCard model -> Json.parse(new String(ModelCards.write(model), StandardCharsets.UTF_8));
            case StrategyCard strategy -> {
                ObjectNode object = Json.object().put("kind", STRATEGY).put("title", strategy.title());
                object.set("parameters", Json.texts(strategy.parameters()));
                object.put("spec_hash", strategy.specHash().hex());
                object.set("series", Json.series(strategy.series()));
                object.put("data_hash", strategy.dataHash().hex())
                        .put("tested_from", strategy.testedFrom().toString())
                        .put("tested_to", strategy.testedTo().toString())
                        .put("seed", strategy.seed());
                object.set("runtime", Json.texts(strategy.runtime()));
                yield object;
            }
        };
    }

    private static VersionCard card(ObjectNode object) {
        if (!object.has("kind")) {
            return ModelCards.read(Json.text(object).getBytes(StandardCharsets.UTF_8))
                    .orThrow();
        }
        if (!Json.string(object, "kind").equals(STRATEGY)) {
            throw Json.damage("a version of kind " + Json.string(object, "kind"));
        }
        return new StrategyCard(
                Json.string(object, "title"),
                Json.texts(Json.field(object, "parameters")),
                new Sha256(Json.string(object, "spec_hash")),
                Json.series(Json.field(object, "series")),
                new Sha256(Json.string(object, "data_hash")),
                Json.instant(object, "tested_from"),
                Json.instant(object, "tested_to"),
                Json.field(object, "seed").longValue(),
                Json.texts(Json.field(object, "runtime")));
    }

    /** Returns the transition as an object. */
    public static ObjectNode json(Transition transition) {
        ObjectNode object = Json.object().put("model", transition.model()).put("alias", transition.alias());
        Json.put(object, "from", transition.from());
        Json.put(object, "to", transition.to());
        object.put("kind", transition.kind().name())
                .put("origin", transition.origin())
                .put("reason", transition.reason());
        object.set("gates", Json.array(transition.gates(), RegistryJson::json));
        return object.put("at", transition.at().toString());
    }

    /** Returns the transition of the object. */
    public static Transition transition(ObjectNode object) {
        return new Transition(
                Json.string(object, "model"),
                Json.string(object, "alias"),
                Json.optionalInt(object, "from"),
                Json.optionalInt(object, "to"),
                Transition.Kind.valueOf(Json.string(object, "kind")),
                Json.string(object, "origin"),
                Json.string(object, "reason"),
                gates(object),
                Json.instant(object, "at"));
    }

    /** Returns the moves as an object: where each alias goes, 0 for nowhere. */
    public static ObjectNode json(Map<String, OptionalInt> moves) {
        ObjectNode object = Json.object();
        new TreeMap<>(moves).forEach((alias, to) -> object.put(alias, to.orElse(0)));
        return object;
    }

    private static ObjectNode json(GateResult result) {
        ObjectNode object = Json.object()
                .put("metric", result.gate().metric())
                .put("basis", result.gate().basis().name());
        Json.put(object, "at_least", result.gate().atLeast());
        Json.put(object, "at_most", result.gate().atMost());
        if (result.gate().strict()) {
            object.put("strict", true);
        }
        Json.put(object, "actual", result.actual());
        return object.put("passed", result.passed()).put("reason", result.reason());
    }

    private static List<GateResult> gates(ObjectNode object) {
        List<GateResult> results = new ArrayList<>();
        for (JsonNode node : Json.field(object, "gates")) {
            Gate gate = new Gate(
                    Json.string(node, "metric"),
                    Gate.Basis.valueOf(Json.string(node, "basis")),
                    Json.optionalNumber(node, "at_least"),
                    Json.optionalNumber(node, "at_most"),
                    node.path("strict").booleanValue());
            results.add(new GateResult(
                    gate,
                    Json.optionalNumber(node, "actual"),
                    Json.field(node, "passed").booleanValue(),
                    Json.string(node, "reason")));
        }
        return results;
    }
}
