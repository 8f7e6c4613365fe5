package io.quantloom.engine.backtest.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantloom.engine.performance.BenchmarkFit;
import io.quantloom.engine.performance.Drawdown;
import io.quantloom.engine.performance.PeriodReturn;
import io.quantloom.engine.performance.TimeSeries;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/** The file form of series and tables. */
final class CurveJson {

    private CurveJson() {}

    static void write(ObjectNode node, CurveAnalysis curve) {
        node.put("rolling_bars", curve.rollingBars());
        writeSeries(node.putObject("rolling_sharpe"), curve.rollingSharpe());
        writeSeries(node.putObject("underwater"), curve.underwater());
        writeSeries(node.putObject("exposure"), curve.exposure());
        ArrayNode drawdowns = node.putArray("drawdowns");
        curve.drawdowns().forEach(drawdown -> writeDrawdown(drawdowns.addObject(), drawdown));
        writePeriods(node.putArray("months"), curve.months());
        writePeriods(node.putArray("years"), curve.years());
        ArrayNode benchmarks = node.putArray("benchmarks");
        curve.benchmarks().forEach(fit -> writeBenchmark(benchmarks.addObject(), fit));
    }

    static CurveAnalysis read(JsonNode node) {
        return new CurveAnalysis(
                JsonFields.whole(node, "rolling_bars"),
                series(JsonFields.field(node, "rolling_sharpe")),
                series(JsonFields.field(node, "underwater")),
                series(JsonFields.field(node, "exposure")),
                JsonFields.list(node, "drawdowns", CurveJson::drawdown),
                JsonFields.list(node, "months", CurveJson::period),
                JsonFields.list(node, "years", CurveJson::period),
                JsonFields.list(node, "benchmarks", CurveJson::benchmark));
    }

    private static void writeSeries(ObjectNode node, TimeSeries series) {
        ArrayNode times = node.putArray("times");
        for (long time : series.times()) {
            times.add(time);
        }
        JsonFields.putAll(node.putArray("values"), series.values());
    }

    private static TimeSeries series(JsonNode node) {
        return TimeSeries.of(
                JsonFields.longs(JsonFields.field(node, "times")),
                JsonFields.numbers(JsonFields.field(node, "values")));
    }

    private static void writeDrawdown(ObjectNode node, Drawdown drawdown) {
        node.put("start", drawdown.start());
        node.put("trough", drawdown.trough());
        if (drawdown.recovery().isPresent()) {
            node.put("recovery", drawdown.recovery().getAsLong());
        } else {
            node.putNull("recovery");
        }
        JsonFields.put(node, "depth", drawdown.depth());
        node.put("bars", drawdown.bars());
        node.put("bars_to_trough", drawdown.barsToTrough());
    }

    private static Drawdown drawdown(JsonNode node) {
        JsonNode recovery = JsonFields.field(node, "recovery");
        return new Drawdown(
                JsonFields.field(node, "start").asLong(),
                JsonFields.field(node, "trough").asLong(),
                recovery.isNull() ? OptionalLong.empty() : OptionalLong.of(recovery.asLong()),
                JsonFields.number(node, "depth"),
                JsonFields.whole(node, "bars"),
                JsonFields.whole(node, "bars_to_trough"));
    }

    private static void writePeriods(ArrayNode array, List<PeriodReturn> periods) {
        for (PeriodReturn period : periods) {
            ObjectNode node = array.addObject();
            node.put("from", period.from().toString());
            JsonFields.put(node, "return", period.fraction());
            node.put("bars", period.bars());
        }
    }

    private static PeriodReturn period(JsonNode node) {
        return new PeriodReturn(
                LocalDate.parse(JsonFields.text(node, "from")),
                JsonFields.number(node, "return"),
                JsonFields.whole(node, "bars"));
    }

    private static void writeBenchmark(ObjectNode node, BenchmarkFit fit) {
        node.put("name", fit.name());
        node.put("bars", fit.bars());
        JsonFields.put(node, "total_return", fit.totalReturn());
        JsonFields.put(node, "beta", fit.beta());
        JsonFields.put(node, "alpha", fit.alpha());
        JsonFields.put(node, "alpha_per_year", fit.alphaPerYear());
        JsonFields.put(node, "correlation", fit.correlation());
    }

    private static BenchmarkFit benchmark(JsonNode node) {
        return new BenchmarkFit(
                JsonFields.text(node, "name"),
                JsonFields.whole(node, "bars"),
                JsonFields.number(node, "total_return"),
                JsonFields.number(node, "beta"),
                JsonFields.number(node, "alpha"),
                JsonFields.number(node, "alpha_per_year"),
                JsonFields.number(node, "correlation"));
    }
}
