package io.quantloom.persistence.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.strategy.Abstention;
import io.quantloom.engine.strategy.RuleNode;
import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.engine.strategy.StrategySpec.Accounting;
import io.quantloom.engine.strategy.StrategySpec.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Strategies as JSON. What was added to a kind later may be missing in older records. */
final class StrategyJson {

    private static final String LONG_SHORT = "long_short";

    private StrategyJson() {}

    /** Returns the strategy as an object. */
    public static ObjectNode json(StrategySpec strategy) {
        return switch (strategy) {
            case StrategySpec.SmaCross(int fast, int slow, boolean longShort) ->
                typed("sma-cross").put("fast", fast).put("slow", slow).put(LONG_SHORT, longShort);
            case StrategySpec.Momentum momentum -> {
                ObjectNode object = typed("momentum").put("lookback", momentum.lookback());
                Json.put(object, "threshold", momentum.threshold());
                yield object.put(LONG_SHORT, momentum.longShort())
                        .put("accounting", momentum.accounting().name());
            }
            case StrategySpec.TechnicalRules rules -> {
                ObjectNode object = typed("rules").put("side", rules.side().name());
                object.set("entry", json(rules.entry()));
                object.set("exit", json(rules.exit()));
                yield object;
            }
            case StrategySpec.Custom custom -> {
                ObjectNode object = typed("custom").put("name", custom.name());
                Json.put(object, "version", custom.version());
                object.set("parameters", Json.texts(custom.parameters()));
                yield object;
            }
            case StrategySpec.Model model -> json(model);
        };
    }

    /** Returns the strategy of the object. */
    public static StrategySpec strategy(JsonNode object) {
        String type = Json.string(object, "type");
        return switch (type) {
            case "sma-cross" ->
                new StrategySpec.SmaCross(
                        Json.field(object, "fast").intValue(),
                        Json.field(object, "slow").intValue(),
                        flag(object, LONG_SHORT));
            case "momentum" ->
                new StrategySpec.Momentum(
                        Json.field(object, "lookback").intValue(),
                        Json.number(object, "threshold"),
                        flag(object, LONG_SHORT),
                        Accounting.valueOf(Json.string(object, "accounting")));
            case "rules" ->
                new StrategySpec.TechnicalRules(
                        rule(Json.field(object, "entry")),
                        rule(Json.field(object, "exit")),
                        Side.valueOf(Json.string(object, "side")));
            case "custom" ->
                new StrategySpec.Custom(
                        Json.string(object, "name"),
                        Json.optional(object, "version", version -> version),
                        Json.texts(Json.field(object, "parameters")));
            case "model" -> model(object);
            default -> throw Json.damage("a strategy " + type);
        };
    }

    private static ObjectNode json(StrategySpec.Model model) {
        ObjectNode object = typed("model").put("model", model.model().toString());
        Json.put(object, "threshold", model.threshold());
        Json.put(object, "exit_threshold", model.exitThreshold());
        Json.put(object, LONG_SHORT, model.longShort());
        object.put("cooldown", model.cooldownBars());
        model.abstention().ifPresent(band -> {
            Json.put(object, "abstain_from", band.from());
            Json.put(object, "abstain_to", band.to());
        });
        return object;
    }

    private static StrategySpec model(JsonNode object) {
        return new StrategySpec.Model(
                ModelRef.parse(Json.string(object, "model")).orElseThrow(),
                Json.optionalNumber(object, "threshold"),
                Json.optionalNumber(object, "exit_threshold"),
                Json.optional(object, LONG_SHORT, Boolean::valueOf),
                object.path("cooldown").asInt(0),
                object.has("abstain_from")
                        ? Optional.of(
                                new Abstention(Json.number(object, "abstain_from"), Json.number(object, "abstain_to")))
                        : Optional.empty());
    }

    private static ObjectNode json(RuleNode rule) {
        ObjectNode object = typed(rule.type());
        object.set("parameters", Json.numbers(rule.parameters()));
        object.set("components", Json.array(rule.components(), StrategyJson::json));
        return object;
    }

    private static RuleNode rule(JsonNode object) {
        List<RuleNode> components = new ArrayList<>();
        Json.field(object, "components").forEach(component -> components.add(rule(component)));
        return new RuleNode(Json.string(object, "type"), Json.numbers(Json.field(object, "parameters")), components);
    }

    private static ObjectNode typed(String type) {
        return Json.object().put("type", type);
    }

    private static boolean flag(JsonNode object, String name) {
        return Json.field(object, name).booleanValue();
    }
}
