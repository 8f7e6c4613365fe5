package io.quantloom.engine.backtest.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import java.util.Optional;

/** The file form of settings. */
final class SettingsJson {

    private SettingsJson() {}

    static void write(ObjectNode node, AnalysisSettings settings) {
        node.put("seed", settings.seed());
        node.put("resamples", settings.resamples());
        node.put("paths", settings.paths());
        node.put("level", settings.level());
        ArrayNode fees = node.putArray("fees");
        settings.fees().forEach(fees::add);
        ArrayNode slippages = node.putArray("slippages");
        settings.slippages().forEach(slippages::add);
        node.put("max_delay", settings.maxDelay());
        settings.benchmark()
                .ifPresent(key -> node.putObject("benchmark")
                        .put("symbol", key.symbol().name())
                        .put("timeframe", key.timeframe().toString())
                        .put("source", key.source()));
    }

    static AnalysisSettings read(JsonNode node) {
        return new AnalysisSettings(
                JsonFields.field(node, "seed").asLong(),
                JsonFields.whole(node, "resamples"),
                JsonFields.whole(node, "paths"),
                JsonFields.number(node, "level"),
                JsonFields.list(node, "fees", JsonNode::asDouble),
                JsonFields.list(node, "slippages", JsonNode::asDouble),
                JsonFields.whole(node, "max_delay"),
                Optional.ofNullable(node.get("benchmark")).map(SettingsJson::series));
    }

    private static SeriesKey series(JsonNode node) {
        String frame = JsonFields.text(node, "timeframe");
        return new SeriesKey(
                new Symbol(JsonFields.text(node, "symbol")),
                Timeframe.parse(frame).orElseThrow(() -> new IllegalArgumentException("timeframe " + frame)),
                JsonFields.text(node, "source"));
    }
}
