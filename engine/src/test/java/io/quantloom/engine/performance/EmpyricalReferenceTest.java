package io.quantloom.engine.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quantloom.engine.backtest.SharedData;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Metrics of empyrical-reloaded, saved in ../shared/data/reference/empyrical. */
class EmpyricalReferenceTest {

    private static final double SAME = 1e-9;
    private static final String SMALL = "small_series_metrics.json";
    // The file holds bare Infinity.
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /** Our row of the table for each of theirs. */
    private static final Map<String, String> ROWS = Map.ofEntries(
            Map.entry("cum_returns_final", "total_return"),
            Map.entry("annual_return", "annualized_return"),
            Map.entry("annual_volatility", "annualized_volatility"),
            Map.entry("sharpe_ratio", "sharpe_ratio"),
            Map.entry("sortino_ratio", "sortino_ratio"),
            Map.entry("calmar_ratio", "calmar_ratio"),
            Map.entry("stability", "stability"),
            Map.entry("tail_ratio", "tail_ratio"),
            Map.entry("value_at_risk_5pct", "value_at_risk"),
            Map.entry("cvar_5pct", "conditional_value_at_risk"),
            Map.entry("skew", "skewness"),
            Map.entry("kurtosis_excess", "kurtosis"));

    static Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(SharedData.path("reference/empyrical"))) {
            List<String> found = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith("_metrics.json") && !file.equals(SMALL))
                    .sorted()
                    .toList();
            assertThat(found).isNotEmpty();
            return found.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void agreesOnRealPrices(String file) throws IOException {
        JsonNode expected = read(file);
        double[] closes = bars(expected).closes();
        double[] returns = ReturnStatistics.of(closes);
        double perYear = expected.get("annualization").asDouble();
        double growth = closes[closes.length - 1] / closes[0];

        assertThat(returns).hasSize(expected.get("n_returns").asInt());
        assertClose(expected, "cum_returns_final", growth - 1);
        double annual = ReturnStatistics.annualizedReturn(growth, returns.length, perYear);
        assertCommon(expected, returns, perYear, annual, DrawdownStatistics.maxDrawdown(closes));
        assertClose(expected, "cagr", annual);
        assertClose(expected, "stability", ReturnDistribution.stability(returns));
        assertClose(expected, "value_at_risk_5pct", ReturnDistribution.valueAtRisk(returns, 0.05));
        assertClose(expected, "cvar_5pct", ReturnDistribution.conditionalValueAtRisk(returns, 0.05));
        assertClose(expected, "skew", ReturnDistribution.sampleSkewness(returns));
        assertClose(expected, "kurtosis_excess", ReturnDistribution.sampleExcessKurtosis(returns));
    }

    @ParameterizedTest
    @MethodSource("files")
    void theTableShowsTheSame(String file) throws IOException {
        JsonNode expected = read(file);
        BarSeries bars = bars(expected);
        // Buying and holding: equity is the price.
        var track = new TrackRecord(
                bars, 0, EquityCurve.of(bars.close(0), bars.openTimes(), bars.closes()), List.of(), List.of(), 0, 0);

        Statistics table = StatisticsTable.of(
                track, new Annualization(expected.get("annualization").asDouble(), "as theirs"), Trials.single());

        ROWS.forEach(
                (theirs, ours) -> assertClose(expected, theirs, table.get(ours).orElseThrow()));
        assertClose(expected, "max_drawdown", -table.get("max_drawdown").orElseThrow());
        assertThat(table.get("beta").orElseThrow()).isCloseTo(1, within(SAME));
    }

    @Test
    void agreesOnSmallSeries() throws IOException {
        JsonNode file = read(SMALL);
        double perYear = file.get("annualization").asDouble();

        file.get("series").properties().forEach(entry -> {
            JsonNode expected = entry.getValue();
            // A null return is dropped everywhere except in n of annual_return.
            int n = expected.get("returns").size();
            double[] returns = StreamSupport.stream(expected.get("returns").spliterator(), false)
                    .filter(value -> !value.isNull())
                    .mapToDouble(JsonNode::asDouble)
                    .toArray();
            double[] equity = new double[returns.length + 1];
            equity[0] = 1;
            for (int i = 0; i < returns.length; i++) {
                equity[i + 1] = equity[i] * (1 + returns[i]);
            }
            double growth = equity[returns.length];
            assertClose(expected, "cum_returns_final", growth - 1);
            double annual = ReturnStatistics.annualizedReturn(growth, n, perYear);
            assertCommon(expected, returns, perYear, annual, DrawdownStatistics.maxDrawdown(equity));
            assertClose(expected, "stability_of_timeseries", ReturnDistribution.stability(returns));
            assertClose(expected, "value_at_risk", ReturnDistribution.valueAtRisk(returns, 0.05));
            assertClose(
                    expected, "conditional_value_at_risk", ReturnDistribution.conditionalValueAtRisk(returns, 0.05));
        });
    }

    private static void assertCommon(
            JsonNode expected, double[] returns, double perYear, double annual, double drawdown) {
        assertClose(expected, "annual_return", annual);
        assertClose(expected, "annual_volatility", ReturnStatistics.annualizedVolatility(returns, perYear));
        assertClose(expected, "sharpe_ratio", ReturnStatistics.sharpeRatio(returns, perYear));
        assertClose(expected, "sortino_ratio", ReturnStatistics.sortinoRatio(returns, perYear));
        assertClose(expected, "downside_risk", ReturnStatistics.downsideRisk(returns, perYear));
        assertClose(expected, "max_drawdown", -drawdown);
        assertClose(expected, "calmar_ratio", annual / drawdown);
        assertClose(expected, "tail_ratio", ReturnDistribution.tailRatio(returns));
    }

    private static BarSeries bars(JsonNode expected) {
        var key = new SeriesKey(new Symbol("TEST"), Timeframe.DAY, "file");
        return SharedData.bars(key, expected.get("source").asText());
    }

    private static JsonNode read(String file) throws IOException {
        return JSON.readTree(SharedData.text(SharedData.path("reference/empyrical/" + file)));
    }

    // null in the file: undefined or unbounded there, and its kind is a matter of taste.
    private static void assertClose(JsonNode metrics, String key, double actual) {
        JsonNode expected = metrics.get(key);
        if (expected.isNull()) {
            return;
        }
        double value = expected.asDouble();
        if (Double.isInfinite(value)) {
            assertThat(actual).as(key).isEqualTo(value);
        } else {
            assertThat(actual).as(key).isCloseTo(value, within(SAME * Math.max(1e-3, Math.abs(value))));
        }
    }
}
