package io.quantloom.engine.backtest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.order.FillReason;
import io.quantloom.engine.order.OrderSide;
import io.quantloom.engine.performance.EquityCurve;
import io.quantloom.engine.performance.Statistics;
import io.quantloom.engine.portfolio.RoundTrip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;

/** The file form of a result. Doubles are the shortest text that reads back to the same bits; times are milliseconds. */
final class BacktestJson {

    private static final int FORMAT = 1;
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private BacktestJson() {}

    static byte[] write(BacktestResult result) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            json.writeStringField("title", result.title());
            writeSeries(json, result.series());
            writeStatistics(json, result.statistics());
            writeTrades(json, result.trades());
            writeFills(json, result.fills());
            writeEquity(json, result.equity());
            CertificateJson.write(json, result.certificate());
            if (result.outOfSampleFrom().isPresent()) {
                json.writeNumberField(
                        "out_of_sample_from", result.outOfSampleFrom().getAsLong());
            }
            if (result.synthetic().isPresent()) {
                json.writeStringField("synthetic", result.synthetic().get());
            }
            if (result.detail().isPresent()) {
                DetailJson.write(json, result.detail().get());
            }
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
    static BacktestResult read(RunId run, byte[] bytes) {
        try {
            JsonNode root = MAPPER.readTree(bytes);
            if (root.path("format").asInt() != FORMAT) {
                throw new IllegalArgumentException(
                        "format " + root.path("format").asText("missing"));
            }
            return new BacktestResult(
                    Optional.of(run),
                    text(root, "title"),
                    series(field(root, "series")),
                    statistics(root),
                    trades(root),
                    fills(root),
                    equity(field(root, "equity")),
                    CertificateJson.read(Optional.ofNullable(root.get("certificate"))),
                    root.has("out_of_sample_from")
                            ? OptionalLong.of(root.get("out_of_sample_from").asLong())
                            : OptionalLong.empty(),
                    Optional.ofNullable(root.get("synthetic")).map(JsonNode::asText),
                    DetailJson.read(root));
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON: " + e.getMessage(), e);
        }
    }

    private static void writeSeries(JsonGenerator json, SeriesKey key) throws IOException {
        json.writeObjectFieldStart("series");
        json.writeStringField("symbol", key.symbol().name());
        json.writeStringField("timeframe", key.timeframe().toString());
        json.writeStringField("source", key.source());
        json.writeEndObject();
    }

    private static void writeStatistics(JsonGenerator json, Statistics statistics) throws IOException {
        json.writeObjectFieldStart("stats");
        for (Map.Entry<String, OptionalDouble> entry : statistics.values().entrySet()) {
            if (entry.getValue().isPresent()) {
                json.writeNumberField(entry.getKey(), entry.getValue().getAsDouble());
            } else {
                json.writeNullField(entry.getKey());
            }
        }
        json.writeEndObject();
        json.writeObjectFieldStart("notes");
        for (Map.Entry<String, String> entry : statistics.notes().entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    static void writeTrades(JsonGenerator json, List<RoundTrip> trades) throws IOException {
        json.writeArrayFieldStart("trades");
        for (RoundTrip trade : trades) {
            json.writeStartObject();
            json.writeBooleanField("long", trade.isLong());
            json.writeNumberField("units", trade.units());
            json.writeNumberField("entry_time", trade.entryTime());
            json.writeNumberField("entry_price", trade.entryPrice());
            json.writeNumberField("exit_time", trade.exitTime());
            json.writeNumberField("exit_price", trade.exitPrice());
            json.writeNumberField("pnl", trade.pnl());
            json.writeNumberField("fees", trade.fees());
            json.writeNumberField("return", trade.returnFraction());
            json.writeNumberField("bars", trade.bars());
            json.writeNumberField("mae", trade.mae());
            json.writeNumberField("mfe", trade.mfe());
            json.writeStringField("reason", trade.reason().name());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void writeFills(JsonGenerator json, List<Fill> fills) throws IOException {
        json.writeArrayFieldStart("fills");
        for (Fill fill : fills) {
            json.writeStartObject();
            json.writeNumberField("time", fill.time());
            json.writeStringField("side", fill.side().name());
            json.writeNumberField("lots", fill.lots());
            json.writeNumberField("units", fill.units());
            json.writeNumberField("price", fill.price());
            json.writeNumberField("fee", fill.fee());
            json.writeNumberField("slippage", fill.slippage());
            json.writeStringField("reason", fill.reason().name());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeEquity(JsonGenerator json, EquityCurve equity) throws IOException {
        json.writeObjectFieldStart("equity");
        json.writeNumberField("starting_cash", equity.startingCash());
        json.writeFieldName("times");
        json.writeArray(equity.times(), 0, equity.size());
        json.writeFieldName("values");
        json.writeArray(equity.values(), 0, equity.size());
        json.writeEndObject();
    }

    private static SeriesKey series(JsonNode node) {
        String frame = text(node, "timeframe");
        return new SeriesKey(
                new Symbol(text(node, "symbol")),
                Timeframe.parse(frame).orElseThrow(() -> new IllegalArgumentException("timeframe " + frame)),
                text(node, "source"));
    }

    private static Statistics statistics(JsonNode root) {
        Map<String, OptionalDouble> values = new LinkedHashMap<>();
        field(root, "stats")
                .properties()
                .forEach(entry -> values.put(
                        entry.getKey(),
                        entry.getValue().isNull()
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(entry.getValue().asDouble())));
        Map<String, String> notes = new LinkedHashMap<>();
        field(root, "notes")
                .properties()
                .forEach(entry -> notes.put(entry.getKey(), entry.getValue().asText()));
        return new Statistics(values, notes);
    }

    static List<RoundTrip> trades(JsonNode node) {
        return list(field(node, "trades")).stream().map(BacktestJson::trade).toList();
    }

    static List<Fill> fills(JsonNode node) {
        return list(field(node, "fills")).stream().map(BacktestJson::fill).toList();
    }

    private static RoundTrip trade(JsonNode node) {
        return new RoundTrip(
                field(node, "long").asBoolean(),
                number(node, "units"),
                field(node, "entry_time").asLong(),
                number(node, "entry_price"),
                field(node, "exit_time").asLong(),
                number(node, "exit_price"),
                number(node, "pnl"),
                number(node, "fees"),
                number(node, "return"),
                field(node, "bars").asInt(),
                number(node, "mae"),
                number(node, "mfe"),
                FillReason.valueOf(text(node, "reason")));
    }

    private static Fill fill(JsonNode node) {
        return new Fill(
                field(node, "time").asLong(),
                OrderSide.valueOf(text(node, "side")),
                field(node, "lots").asLong(),
                number(node, "units"),
                number(node, "price"),
                number(node, "fee"),
                number(node, "slippage"),
                FillReason.valueOf(text(node, "reason")));
    }

    private static EquityCurve equity(JsonNode node) {
        return EquityCurve.of(
                number(node, "starting_cash"),
                list(field(node, "times")).stream().mapToLong(JsonNode::asLong).toArray(),
                list(field(node, "values")).stream()
                        .mapToDouble(JsonNode::asDouble)
                        .toArray());
    }

    private static List<JsonNode> list(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false)
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
    }

    private static double number(JsonNode node, String name) {
        return field(node, name).asDouble();
    }

    static String text(JsonNode node, String name) {
        return field(node, name).asText();
    }

    static JsonNode field(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }
}
