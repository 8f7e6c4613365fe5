package io.quantloom.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantloom.app.cli.Shell;
import io.quantloom.app.wiring.Application;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line on real prices, which are not part of the product: skipped where their folder is absent. */
class RealPricesTest {

    private static final Path SHARED = Path.of("../../shared/data");

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void pricesAreThere() {
        Assumptions.assumeTrue(
                Files.isDirectory(SHARED),
                "needs real prices in " + SHARED.toAbsolutePath().normalize());
        shell = new Shell(folder, Application::open);
    }

    // Trades and final equity as backtesting.py computes them, see ../shared/data/README.md, (f).
    @Test
    void googleByTwoAveragesIsWhatBacktestingPySays() throws IOException {
        importFile("equities/GOOG_backtestingpy_1d.csv");
        Files.writeString(folder.resolve("goog.yaml"), """
            data: {symbol: GOOG}
            strategy: {type: sma-cross, fast: 10, slow: 30, side: long-short}
            account: {cash: 10000}
            sizing: {type: all-in, whole_units: true}
            finalize: last-open
            """);

        JsonNode stats = shell.json("backtest", "run", "goog.yaml").json().path("stats");

        JsonNode reference = new ObjectMapper()
                .readTree(SHARED.resolve("reference/backtesting-py/GOOG_test_compute_stats_10_30_stats.json")
                        .toFile());
        double equity = reference.path("Equity Final [$]").asDouble();
        assertThat(stats.path("trades").asInt())
                .isEqualTo(reference.path("# Trades").asInt());
        assertThat(stats.path("final_equity").asDouble()).isCloseTo(equity, within(1e-6 * equity));
        assertThat(stats.path("start").asText()).isEqualTo("2004-08-19T00:00:00Z");
    }

    // Two trials instead of twenty: the engine's own test does twenty.
    @Test
    void hourlyBitcoinEndsInAGateDecision() throws IOException {
        importFile("hourly/BTC-USDT_binance_1h.csv.gz");
        Files.writeString(folder.resolve("btc.yaml"), """
            name: btc-hourly
            symbols: [BTC-USDT]
            data: {timeframe: 1h}
            validation: {train: 365d, test: 365d}
            study: {sampler: random, trials: 2}
            backtest: {holdout: 180d, side: long-short, execution: {fee: 0.001}}
            register: {model: btc-hourly}
            """);

        Shell.Said said = shell.json("factory", "run", "btc.yaml");

        assertThat(said.exit()).isZero();
        assertThat(said.json().at("/symbols/0/status").asText()).isIn("passed", "refused");
        assertThat(said.json().at("/symbols/0/gates")).hasSize(3);
    }

    private void importFile(String file) {
        Shell.Said said = shell.json(
                "data", "import", SHARED.resolve(file).toAbsolutePath().toString());
        assertThat(said.exit()).as(said.err()).isZero();
    }
}
