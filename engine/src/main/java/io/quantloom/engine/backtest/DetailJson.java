package io.quantloom.engine.backtest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The file form of what a backtest tells beside the rest, under a key for each kind. */
final class DetailJson {

    private static final String TEACHING = "teaching";

    private DetailJson() {}

    static void write(JsonGenerator json, BacktestDetail detail) throws IOException {
        switch (detail) {
            case TeachingReport report -> write(json, report);
        }
    }

    /** Reads the detail of a result's root; empty when there is none. */
    static Optional<BacktestDetail> read(JsonNode root) {
        return Optional.ofNullable(root.get(TEACHING)).map(DetailJson::teaching);
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
