package io.quantloom.engine.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quantloom.engine.backtest.SharedData;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import java.io.IOException;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metrics of empyrical-reloaded, saved in ../shared/data/reference/empyrical. */
class EmpyricalReferenceTest {

    private static final double SAME = 1e-9;
    // The file holds bare Infinity.
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"GOOG", "BTC", "IBM"})
    void agreesOnRealPrices(String name) throws IOException {
        JsonNode expected = read(name + "_metrics.json");
        var key = new SeriesKey(new Symbol(name), Timeframe.DAY, "file");
        double[] closes = SharedData.bars(key, expected.get("source").asText()).closes();
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

    @Test
    void agreesOnSmallSeries() throws IOException {
        JsonNode file = read("small_series_metrics.json");
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
