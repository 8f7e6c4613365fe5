package io.quantloom.persistence.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantloom.engine.execution.EntryRule;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.ExecutionSpec.ExitLevel;
import io.quantloom.engine.execution.Fees;
import io.quantloom.engine.execution.Matching;
import io.quantloom.engine.execution.SizingRule;
import io.quantloom.engine.execution.Slippage;
import java.util.OptionalDouble;

/** How a bot trades as JSON. What goes beyond a plain specification stands under {@code more}, absent for a plain one. */
final class ExecutionJson {

    private static final String MORE = "more";

    private ExecutionJson() {}

    public static ObjectNode json(ExecutionSpec execution) {
        ObjectNode object = Json.object();
        Json.put(object, "cash", execution.account().cash());
        object.put("currency", execution.account().currency());
        Json.put(object, "leverage", execution.account().leverage());
        object.put("whole_units", execution.sizing().wholeUnits());
        Json.put(object, "fee", execution.costs().fee());
        Json.put(object, "slippage_bps", execution.costs().slippageBps());
        Json.put(object, "spread_bps", execution.costs().spreadBps());
        object.put("funding", execution.costs().funding());
        object.set("stop_loss", json(execution.exits().stopLoss()));
        object.set("take_profit", json(execution.exits().takeProfit()));
        if (!execution.isPlain()) {
            object.set(MORE, more(execution));
        }
        return object;
    }

    public static ExecutionSpec execution(JsonNode object) {
        boolean isPlain = !object.has(MORE);
        JsonNode more = isPlain ? Json.object() : Json.field(object, MORE);
        Fees fees = isPlain ? Fees.of(Json.number(object, "fee")) : fees(more, Json.number(object, "fee"));
        return new ExecutionSpec(
                new ExecutionSpec.Account(
                        Json.number(object, "cash"),
                        Json.string(object, "currency"),
                        Json.number(object, "leverage"),
                        isPlain ? OptionalDouble.empty() : Json.optionalNumber(more, "maintenance_margin")),
                new ExecutionSpec.Sizing(
                        isPlain ? SizingRule.ALL_IN : sizing(Json.field(more, "sizing")), flag(object, "whole_units")),
                new ExecutionSpec.Costs(
                        fees,
                        isPlain
                                ? new Slippage.Bps(Json.number(object, "slippage_bps"))
                                : slippage(Json.field(more, "slippage")),
                        Json.number(object, "spread_bps"),
                        flag(object, "funding"),
                        isPlain ? 0 : Json.number(more, "borrow")),
                new ExecutionSpec.Exits(
                        exit(Json.field(object, "stop_loss")),
                        exit(Json.field(object, "take_profit")),
                        isPlain ? OptionalDouble.empty() : Json.optionalNumber(more, "trailing_stop")),
                isPlain ? Matching.DEFAULT : matching(Json.field(more, "matching")),
                isPlain ? EntryRule.MARKET : entry(Json.field(more, "entry")));
    }

    private static ObjectNode more(ExecutionSpec execution) {
        ObjectNode object = Json.object();
        Json.put(object, "maintenance_margin", execution.account().maintenanceMargin());
        object.set("sizing", json(execution.sizing().rule()));
        Fees fees = execution.costs().fees();
        Json.put(object, "maker_fee", fees.maker());
        Json.put(object, "fee_per_unit", fees.perUnit());
        Json.put(object, "minimum_fee", fees.minimum());
        object.set("slippage", json(execution.costs().slippage()));
        Json.put(object, "borrow", execution.costs().borrow());
        Json.put(object, "trailing_stop", execution.exits().trailingStop());
        object.set("matching", json(execution.matching()));
        object.set("entry", json(execution.entry()));
        return object;
    }

    private static Fees fees(JsonNode more, double taker) {
        return new Fees(
                taker,
                Json.optionalNumber(more, "maker_fee"),
                Json.number(more, "fee_per_unit"),
                Json.number(more, "minimum_fee"));
    }

    private static ObjectNode json(SizingRule rule) {
        ObjectNode object = Json.object();
        switch (rule) {
            case SizingRule.AllIn _ -> object.put("type", "all-in");
            case SizingRule.FixedFraction(double fraction) -> {
                object.put("type", "fixed-fraction");
                Json.put(object, "fraction", fraction);
            }
            case SizingRule.VolatilityTarget(double annual, int span, double cap) -> {
                object.put("type", "volatility-target").put("span", span);
                Json.put(object, "volatility", annual);
                Json.put(object, "cap", cap);
            }
            case SizingRule.Kelly(double fraction, double cap, int trades, double start) -> {
                object.put("type", "kelly").put("trades", trades);
                Json.put(object, "fraction", fraction);
                Json.put(object, "cap", cap);
                Json.put(object, "start", start);
            }
        }
        return object;
    }

    private static SizingRule sizing(JsonNode object) {
        String type = Json.string(object, "type");
        return switch (type) {
            case "all-in" -> SizingRule.ALL_IN;
            case "fixed-fraction" -> new SizingRule.FixedFraction(Json.number(object, "fraction"));
            case "volatility-target" ->
                new SizingRule.VolatilityTarget(
                        Json.number(object, "volatility"), whole(object, "span"), Json.number(object, "cap"));
            case "kelly" ->
                new SizingRule.Kelly(
                        Json.number(object, "fraction"),
                        Json.number(object, "cap"),
                        whole(object, "trades"),
                        Json.number(object, "start"));
            default -> throw Json.damage("a sizing " + type);
        };
    }

    private static ObjectNode json(Slippage slippage) {
        ObjectNode object = Json.object();
        switch (slippage) {
            case Slippage.Bps(double bps) -> {
                object.put("type", "bps");
                Json.put(object, "bps", bps);
            }
            case Slippage.Volatility(double share, int span) -> {
                object.put("type", "volatility").put("span", span);
                Json.put(object, "share", share);
            }
            case Slippage.Impact(double coefficient, int span) -> {
                object.put("type", "impact").put("span", span);
                Json.put(object, "coefficient", coefficient);
            }
        }
        return object;
    }

    private static Slippage slippage(JsonNode object) {
        String type = Json.string(object, "type");
        return switch (type) {
            case "bps" -> new Slippage.Bps(Json.number(object, "bps"));
            case "volatility" -> new Slippage.Volatility(Json.number(object, "share"), whole(object, "span"));
            case "impact" -> new Slippage.Impact(Json.number(object, "coefficient"), whole(object, "span"));
            default -> throw Json.damage("a slippage " + type);
        };
    }

    private static ObjectNode json(Matching matching) {
        ObjectNode object = Json.object()
                .put("fill", matching.fill().name())
                .put("latency", matching.latencyBars())
                .put("intrabar", matching.intrabar().name());
        Json.put(object, "participation", matching.participation());
        Json.put(object, "tick", matching.tick());
        return object;
    }

    private static Matching matching(JsonNode object) {
        return new Matching(
                Matching.FillAt.valueOf(Json.string(object, "fill")),
                whole(object, "latency"),
                Json.optionalNumber(object, "participation"),
                Json.optionalNumber(object, "tick"),
                Matching.Intrabar.valueOf(Json.string(object, "intrabar")));
    }

    private static ObjectNode json(EntryRule entry) {
        ObjectNode object = Json.object().put("type", entry.kind().name());
        Json.put(object, "offset", entry.offset());
        Json.put(object, "good_for", entry.goodFor());
        return object;
    }

    private static EntryRule entry(JsonNode object) {
        return new EntryRule(
                EntryRule.Kind.valueOf(Json.string(object, "type")),
                Json.number(object, "offset"),
                Json.optionalInt(object, "good_for"));
    }

    private static ObjectNode json(ExitLevel level) {
        ObjectNode object = Json.object();
        Json.put(object, "fraction", level.fraction());
        return object.put("from_label", level.fromLabel());
    }

    private static ExitLevel exit(JsonNode object) {
        return new ExitLevel(Json.optionalNumber(object, "fraction"), flag(object, "from_label"));
    }

    private static int whole(JsonNode object, String name) {
        return Json.field(object, name).intValue();
    }

    private static boolean flag(JsonNode object, String name) {
        return Json.field(object, name).booleanValue();
    }
}
