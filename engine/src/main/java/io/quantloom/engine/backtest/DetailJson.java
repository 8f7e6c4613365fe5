package io.quantloom.engine.backtest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.quantloom.engine.instrument.Symbol;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The file form of what a backtest tells beside the rest, under a key for each kind. */
final class DetailJson {

    private static final String TEACHING = "teaching";
    private static final String PORTFOLIO = "portfolio";
    private static final String WALK_FORWARD = "walk_forward";

    private DetailJson() {}

    static void write(JsonGenerator json, BacktestDetail detail) throws IOException {
        switch (detail) {
            case TeachingReport report -> write(json, report);
            case WalkForwardReport report -> write(json, report);
            case PortfolioReport report -> write(json, report);
        }
    }

    /** Reads the detail of a result's root; empty when there is none. */
    static Optional<BacktestDetail> read(JsonNode root) {
        if (root.has(TEACHING)) {
            return Optional.of(teaching(root.get(TEACHING)));
        }
        if (root.has(PORTFOLIO)) {
            return Optional.of(portfolio(root.get(PORTFOLIO)));
        }
        return Optional.ofNullable(root.get(WALK_FORWARD)).map(DetailJson::walkForward);
    }

    private static void write(JsonGenerator json, TeachingReport report) throws IOException {
        json.writeObjectFieldStart(TEACHING);
        json.writeStringField("accounting", report.accounting());
        json.writeArrayFieldStart("steps");
        for (TeachingReport.Step step : report.steps()) {
            json.writeStartObject();
            json.writeStringField("name", step.name());
            json.writeStringField("mends", step.mends());
            number(json, "total_return", step.totalReturn());
            number(json, "sharpe_ratio", step.sharpeRatio());
            number(json, "max_drawdown", step.maxDrawdown());
            number(json, "win_rate", step.winRate());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static TeachingReport teaching(JsonNode node) {
        List<TeachingReport.Step> steps = new ArrayList<>();
        for (JsonNode step : BacktestJson.field(node, "steps")) {
            steps.add(new TeachingReport.Step(
                    BacktestJson.text(step, "name"),
                    BacktestJson.text(step, "mends"),
                    number(step, "total_return"),
                    number(step, "sharpe_ratio"),
                    number(step, "max_drawdown"),
                    number(step, "win_rate")));
        }
        return new TeachingReport(BacktestJson.text(node, "accounting"), steps);
    }

    private static void write(JsonGenerator json, WalkForwardReport report) throws IOException {
        json.writeObjectFieldStart(WALK_FORWARD);
        json.writeStringField("objective", report.objective());
        json.writeNumberField("candidates", report.candidates());
        json.writeNumberField("impossible", report.impossible());
        json.writeArrayFieldStart("windows");
        for (WalkForwardReport.Window window : report.windows()) {
            json.writeStartObject();
            json.writeNumberField("train_from", window.trainFrom());
            json.writeNumberField("test_from", window.testFrom());
            json.writeNumberField("test_to", window.testTo());
            json.writeObjectFieldStart("chosen");
            for (Map.Entry<String, String> parameter : window.chosen().entrySet()) {
                json.writeStringField(parameter.getKey(), parameter.getValue());
            }
            json.writeEndObject();
            number(json, "in_sample", window.inSample());
            number(json, "sharpe_ratio", window.sharpeRatio());
            number(json, "total_return", window.totalReturn());
            json.writeNumberField("trades", window.trades());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static WalkForwardReport walkForward(JsonNode node) {
        List<WalkForwardReport.Window> windows = new ArrayList<>();
        for (JsonNode window : BacktestJson.field(node, "windows")) {
            Map<String, String> chosen = new LinkedHashMap<>();
            BacktestJson.field(window, "chosen")
                    .properties()
                    .forEach(
                            entry -> chosen.put(entry.getKey(), entry.getValue().asText()));
            windows.add(new WalkForwardReport.Window(
                    BacktestJson.field(window, "train_from").asLong(),
                    BacktestJson.field(window, "test_from").asLong(),
                    BacktestJson.field(window, "test_to").asLong(),
                    chosen,
                    number(window, "in_sample"),
                    number(window, "sharpe_ratio"),
                    number(window, "total_return"),
                    BacktestJson.field(window, "trades").asInt()));
        }
        return new WalkForwardReport(
                BacktestJson.text(node, "objective"),
                BacktestJson.field(node, "candidates").asInt(),
                BacktestJson.field(node, "impossible").asInt(),
                windows);
    }

    private static void write(JsonGenerator json, PortfolioReport report) throws IOException {
        json.writeObjectFieldStart(PORTFOLIO);
        json.writeNumberField("carry", report.carry());
        json.writeArrayFieldStart("parts");
        for (PortfolioReport.Part part : report.parts()) {
            json.writeStartObject();
            json.writeStringField("symbol", part.symbol().name());
            json.writeNumberField("weight", part.weight());
            json.writeNumberField("profit", part.profit());
            json.writeNumberField("contribution", part.contribution());
            json.writeNumberField("fees", part.fees());
            BacktestJson.writeTrades(json, part.trades());
            BacktestJson.writeFills(json, part.fills());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static PortfolioReport portfolio(JsonNode node) {
        List<PortfolioReport.Part> parts = new ArrayList<>();
        for (JsonNode part : BacktestJson.field(node, "parts")) {
            parts.add(new PortfolioReport.Part(
                    new Symbol(BacktestJson.text(part, "symbol")),
                    number(part, "weight"),
                    number(part, "profit"),
                    number(part, "contribution"),
                    number(part, "fees"),
                    BacktestJson.trades(part),
                    BacktestJson.fills(part)));
        }
        return new PortfolioReport(parts, number(node, "carry"));
    }

    private static void number(JsonGenerator json, String name, double value) throws IOException {
        if (Double.isNaN(value)) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    private static double number(JsonNode node, String name) {
        JsonNode value = BacktestJson.field(node, name);
        return value.isNull() ? Double.NaN : value.asDouble();
    }
}
