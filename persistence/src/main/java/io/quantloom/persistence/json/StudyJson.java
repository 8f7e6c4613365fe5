package io.quantloom.persistence.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.tuning.Dimension;
import io.quantloom.engine.tuning.SearchMethod;
import io.quantloom.engine.tuning.SearchMethod.PrunerName;
import io.quantloom.engine.tuning.SearchMethod.SamplerName;
import io.quantloom.engine.tuning.SearchSpace;
import io.quantloom.engine.tuning.Study;
import io.quantloom.engine.tuning.StudySpec;
import io.quantloom.engine.tuning.Trial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Studies and trials as JSON in the store. */
public final class StudyJson {

    private static final String VALUE = "value";

    private StudyJson() {}

    public static ObjectNode json(Trial trial) {
        ObjectNode object = Json.object()
                .put("study", trial.study())
                .put("number", trial.number())
                .put("state", trial.state().name());
        object.set("parameters", Json.hyperparameters(trial.parameters()));
        Json.put(object, VALUE, trial.value());
        Json.put(object, "sharpe_per_bar", trial.sharpePerBar());
        object.put("started", trial.started().toString());
        Json.put(object, "ended", trial.ended());
        object.put("reason", trial.reason());
        if (!trial.steps().isEmpty()) {
            var steps = new TreeMap<String, Double>();
            trial.steps().forEach((step, value) -> steps.put(step.toString(), value));
            object.set("steps", Json.numbers(steps));
        }
        return object;
    }

    public static Trial trial(ObjectNode object) {
        return new Trial(
                Json.string(object, "study"),
                Json.field(object, "number").intValue(),
                Trial.State.valueOf(Json.string(object, "state")),
                Json.hyperparameters(Json.field(object, "parameters")),
                Json.optionalNumber(object, VALUE),
                Json.optionalNumber(object, "sharpe_per_bar"),
                Json.instant(object, "started"),
                Json.optional(object, "ended", Instant::parse),
                Json.string(object, "reason"),
                steps(object));
    }

    private static SortedMap<Integer, Double> steps(ObjectNode object) {
        var steps = new TreeMap<Integer, Double>();
        // Trials stored before there were steps are without them.
        if (object.has("steps")) {
            Json.numbers(Json.child(object, "steps")).forEach((step, value) -> steps.put(Integer.valueOf(step), value));
        }
        return steps;
    }

    public static ObjectNode json(Study study) {
        StudySpec spec = study.spec();
        ObjectNode object = Json.object()
                .put("id", spec.id())
                .put("family", spec.family())
                .put("trials", spec.trials())
                .put("batch", spec.batch())
                .put("sampler", spec.method().sampler().name())
                .put("pruner", spec.method().pruner().name())
                .put("created", study.created().toString());
        object.set("space", Json.array(spec.space().dimensions(), StudyJson::json));
        return object;
    }

    public static Study study(ObjectNode object) {
        var dimensions = new ArrayList<Dimension>();
        Json.field(object, "space").forEach(dimension -> dimensions.add(dimension(dimension)));
        var method = new SearchMethod(
                SamplerName.valueOf(Json.string(object, "sampler")), PrunerName.valueOf(Json.string(object, "pruner")));
        return new Study(
                new StudySpec(
                        Json.string(object, "id"),
                        Json.string(object, "family"),
                        new SearchSpace(dimensions),
                        Json.field(object, "trials").intValue(),
                        Json.field(object, "batch").intValue(),
                        method),
                Json.instant(object, "created"));
    }

    private static ObjectNode json(Dimension dimension) {
        ObjectNode object = Json.object().put("name", dimension.name());
        switch (dimension) {
            case Dimension.Fixed fixed -> object.put("kind", "fixed").set(VALUE, value(fixed.value()));
            case Dimension.Whole whole ->
                object.put("kind", "whole")
                        .put("low", whole.low())
                        .put("high", whole.high())
                        .put("log", whole.log())
                        .put("step", whole.step());
            case Dimension.Real real ->
                object.put("kind", "real")
                        .put("low", real.low())
                        .put("high", real.high())
                        .put("log", real.log())
                        .put("step", real.step());
            case Dimension.Choice choice ->
                object.put("kind", "choice").set("values", Json.array(choice.values(), StudyJson::value));
            case Dimension.When when -> {
                object.put("kind", "when").put("on", when.on()).set(VALUE, value(when.value()));
                object.set("dimension", json(when.dimension()));
            }
        }
        return object;
    }

    private static Dimension dimension(JsonNode object) {
        String name = Json.string(object, "name");
        return switch (Json.string(object, "kind")) {
            case "fixed" -> new Dimension.Fixed(name, value(Json.field(object, VALUE)));
            case "whole" ->
                new Dimension.Whole(
                        name,
                        Json.field(object, "low").intValue(),
                        Json.field(object, "high").intValue(),
                        Json.field(object, "log").booleanValue(),
                        Json.field(object, "step").intValue());
            case "real" ->
                new Dimension.Real(
                        name,
                        Json.number(object, "low"),
                        Json.number(object, "high"),
                        Json.field(object, "log").booleanValue(),
                        Json.number(object, "step"));
            case "choice" -> {
                var values = new ArrayList<>();
                Json.field(object, "values").forEach(value -> values.add(value(value)));
                yield new Dimension.Choice(name, values);
            }
            case "when" ->
                new Dimension.When(
                        dimension(Json.field(object, "dimension")),
                        Json.string(object, "on"),
                        value(Json.field(object, VALUE)));
            default -> throw Json.damage("a dimension " + name + " of no known kind");
        };
    }

    // A value alone has the form it has among a trial's parameters.
    private static ObjectNode value(Object value) {
        return Json.hyperparameters(Hyperparameters.of(Map.of(VALUE, value)));
    }

    private static Object value(JsonNode object) {
        Object value = Json.hyperparameters(object).values().get(VALUE);
        if (value == null) {
            throw Json.damage("a value that is none");
        }
        return value;
    }
}
