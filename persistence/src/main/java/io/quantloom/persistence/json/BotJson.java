package io.quantloom.persistence.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantloom.engine.backtest.DataRange;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.order.FillReason;
import io.quantloom.engine.order.OrderSide;
import io.quantloom.engine.strategy.Decision;
import io.quantloom.engine.strategy.Target;
import io.quantloom.engine.trading.BotRecord;
import io.quantloom.engine.trading.BotSpec;
import io.quantloom.engine.trading.BotStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Bots and their steps as JSON. */
public final class BotJson {

    private BotJson() {}

    /** Returns the bot as an object. */
    public static ObjectNode json(BotRecord bot) {
        ObjectNode object = Json.object();
        object.set("spec", json(bot.spec()));
        object.put("text", bot.specText());
        object.set("series", Json.series(bot.series()));
        return object.put("from", bot.from().toString())
                .put("state", bot.state().name())
                .put("note", bot.note())
                .put("changed", bot.changed().toString());
    }

    /** Returns the bot of the object. */
    public static BotRecord bot(ObjectNode object) {
        return new BotRecord(
                spec(Json.child(object, "spec")),
                Json.string(object, "text"),
                Json.series(Json.field(object, "series")),
                Json.instant(object, "from"),
                BotRecord.State.valueOf(Json.string(object, "state")),
                Json.string(object, "note"),
                Json.instant(object, "changed"));
    }

    /** Returns the step as an object. */
    public static ObjectNode json(BotStep step) {
        ObjectNode object = Json.object().put("bot", step.bot()).put("sequence", step.sequence());
        object.set("bar", json(step.bar()));
        object.set("fills", Json.array(step.fills(), BotJson::json));
        Json.put(object, "balance", step.balance());
        Json.put(object, "equity", step.equity());
        Json.put(object, "units", step.units());
        Json.put(object, "entry_price", step.entryPrice());
        object.set("decision", json(step.decision()));
        return object.put("model", step.model());
    }

    /** Returns the step of the object. */
    public static BotStep step(JsonNode object) {
        List<Fill> fills = new ArrayList<>();
        Json.field(object, "fills").forEach(fill -> fills.add(fill(fill)));
        return new BotStep(
                Json.string(object, "bot"),
                Json.field(object, "sequence").longValue(),
                bar(Json.field(object, "bar")),
                fills,
                Json.number(object, "balance"),
                Json.number(object, "equity"),
                Json.number(object, "units"),
                Json.number(object, "entry_price"),
                decision(Json.field(object, "decision")),
                Json.string(object, "model"));
    }

    private static ObjectNode json(BotSpec spec) {
        ObjectNode object = Json.object().put("name", spec.name());
        object.set("strategy", StrategyJson.json(spec.strategy()));
        object.set("data", json(spec.data()));
        object.set("execution", ExecutionJson.json(spec.execution()));
        return object.put("cooldown_bars", spec.cooldownBars()).put("accept_ungated", spec.acceptUngated());
    }

    private static BotSpec spec(ObjectNode object) {
        return new BotSpec(
                Json.string(object, "name"),
                StrategyJson.strategy(Json.field(object, "strategy")),
                data(Json.field(object, "data")),
                ExecutionJson.execution(Json.field(object, "execution")),
                Json.field(object, "cooldown_bars").intValue(),
                flag(object, "accept_ungated"));
    }

    private static ObjectNode json(DataRange data) {
        ObjectNode object = Json.object().put("symbol", data.symbol().name());
        Json.put(object, "timeframe", data.timeframe());
        Json.put(object, "source", data.source());
        Json.put(object, "from", data.from());
        Json.put(object, "to", data.to());
        return object;
    }

    private static DataRange data(JsonNode object) {
        return new DataRange(
                new Symbol(Json.string(object, "symbol")),
                Json.optional(object, "timeframe", Json::timeframe),
                Json.optional(object, "source", source -> source),
                Json.optional(object, "from", Instant::parse),
                Json.optional(object, "to", Instant::parse));
    }

    private static ObjectNode json(Bar bar) {
        ObjectNode object = Json.object().put("time", bar.openTime());
        Json.put(object, "open", bar.open());
        Json.put(object, "high", bar.high());
        Json.put(object, "low", bar.low());
        Json.put(object, "close", bar.close());
        Json.put(object, "volume", bar.volume());
        return object;
    }

    private static Bar bar(JsonNode object) {
        return new Bar(
                Json.field(object, "time").longValue(),
                Json.number(object, "open"),
                Json.number(object, "high"),
                Json.number(object, "low"),
                Json.number(object, "close"),
                Json.number(object, "volume"));
    }

    private static ObjectNode json(Fill fill) {
        ObjectNode object = Json.object()
                .put("time", fill.time())
                .put("side", fill.side().name())
                .put("lots", fill.lots());
        Json.put(object, "units", fill.units());
        Json.put(object, "price", fill.price());
        Json.put(object, "fee", fill.fee());
        Json.put(object, "slippage", fill.slippage());
        return object.put("reason", fill.reason().name());
    }

    private static Fill fill(JsonNode object) {
        return new Fill(
                Json.field(object, "time").longValue(),
                OrderSide.valueOf(Json.string(object, "side")),
                Json.field(object, "lots").longValue(),
                Json.number(object, "units"),
                Json.number(object, "price"),
                Json.number(object, "fee"),
                Json.number(object, "slippage"),
                FillReason.valueOf(Json.string(object, "reason")));
    }

    private static ObjectNode json(Decision decision) {
        ObjectNode object = Json.object().put("target", decision.target().name());
        Json.put(object, "probability", decision.probability());
        Json.put(object, "stop_loss", decision.stopLoss());
        Json.put(object, "take_profit", decision.takeProfit());
        return object.put("reason", decision.reason());
    }

    private static Decision decision(JsonNode object) {
        return new Decision(
                Target.valueOf(Json.string(object, "target")),
                Json.number(object, "probability"),
                Json.number(object, "stop_loss"),
                Json.number(object, "take_profit"),
                Json.string(object, "reason"));
    }

    private static boolean flag(JsonNode object, String name) {
        return Json.field(object, name).booleanValue();
    }
}
