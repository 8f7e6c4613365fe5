package io.quantloom.engine.backtest.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantloom.engine.backtest.analysis.resampling.Bootstrap;
import io.quantloom.engine.backtest.analysis.resampling.BootstrapInterval;
import io.quantloom.engine.backtest.analysis.resampling.BootstrapMethod;
import io.quantloom.engine.backtest.analysis.resampling.Distribution;
import io.quantloom.engine.backtest.analysis.resampling.Fan;
import io.quantloom.engine.backtest.analysis.resampling.MonteCarlo;
import io.quantloom.engine.backtest.analysis.resampling.MonteCarloMethod;
import java.util.Arrays;

/** The file form of intervals and simulated paths. */
final class ResamplingJson {

    private ResamplingJson() {}

    static void write(ObjectNode node, Bootstrap bootstrap) {
        node.put("method", bootstrap.method().key());
        node.put("block_length", bootstrap.blockLength());
        node.put("resamples", bootstrap.resamples());
        node.put("level", bootstrap.level());
        ArrayNode intervals = node.putArray("intervals");
        for (BootstrapInterval interval : bootstrap.intervals()) {
            ObjectNode each = intervals.addObject();
            each.put("statistic", interval.statistic());
            JsonFields.put(each, "estimate", interval.estimate());
            JsonFields.put(each, "low", interval.low());
            JsonFields.put(each, "high", interval.high());
            each.put("resamples", interval.resamples());
        }
    }

    static Bootstrap bootstrap(JsonNode node) {
        String method = JsonFields.text(node, "method");
        return new Bootstrap(
                Arrays.stream(BootstrapMethod.values())
                        .filter(each -> each.key().equals(method))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("method " + method)),
                JsonFields.number(node, "block_length"),
                JsonFields.whole(node, "resamples"),
                JsonFields.number(node, "level"),
                JsonFields.list(node, "intervals", ResamplingJson::interval));
    }

    static void write(ObjectNode node, MonteCarlo paths) {
        node.put("method", paths.method().key());
        node.put("paths", paths.paths());
        ObjectNode fan = node.putObject("equity");
        ArrayNode steps = fan.putArray("steps");
        for (int step : paths.equity().steps()) {
            steps.add(step);
        }
        ArrayNode quantiles = fan.putArray("quantiles");
        for (int level = 0; level < Fan.LEVELS.size(); level++) {
            JsonFields.putAll(quantiles.addArray(), paths.equity().values(level));
        }
        JsonFields.putAll(node.putArray("max_drawdown"), paths.maxDrawdown().values());
        JsonFields.putAll(node.putArray("final_equity"), paths.finalEquity().values());
    }

    static MonteCarlo monteCarlo(JsonNode node) {
        String method = JsonFields.text(node, "method");
        return new MonteCarlo(
                Arrays.stream(MonteCarloMethod.values())
                        .filter(each -> each.key().equals(method))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("method " + method)),
                JsonFields.whole(node, "paths"),
                fan(JsonFields.field(node, "equity")),
                Distribution.of(JsonFields.numbers(JsonFields.field(node, "max_drawdown"))),
                Distribution.of(JsonFields.numbers(JsonFields.field(node, "final_equity"))));
    }

    private static BootstrapInterval interval(JsonNode node) {
        return new BootstrapInterval(
                JsonFields.text(node, "statistic"),
                JsonFields.number(node, "estimate"),
                JsonFields.number(node, "low"),
                JsonFields.number(node, "high"),
                JsonFields.whole(node, "resamples"));
    }

    private static Fan fan(JsonNode node) {
        JsonNode steps = JsonFields.field(node, "steps");
        int[] read = new int[steps.size()];
        for (int i = 0; i < read.length; i++) {
            read[i] = steps.get(i).asInt();
        }
        return Fan.of(
                read, JsonFields.list(node, "quantiles", JsonFields::numbers).toArray(double[][]::new));
    }
}
