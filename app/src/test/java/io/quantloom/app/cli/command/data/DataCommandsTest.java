package io.quantloom.app.cli.command.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.app.cli.Shell;
import io.quantloom.app.wiring.MemoryWorkspace;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.instrument.TradingCalendar;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandsTest {
    private static final Instant START = Instant.parse("2020-05-11T00:00:00Z");

    @TempDir
    private Path folder;

    private final MemoryWorkspace workspace = new MemoryWorkspace();
    private Shell shell;

    @BeforeEach
    void twoTimeframesOfOneSymbol() {
        shell = new Shell(folder, workspace);
        save("BTC-USDT", Timeframe.HOUR, 30);
        save("BTC-USDT", Timeframe.DAY, 40);
        save("GOOG", Timeframe.DAY, 3);
    }

    @Test
    void listsTheCatalog() {
        var series = shell.json("data", "list").json().path("series");

        assertThat(series).hasSize(3);
        assertThat(series.get(0).path("symbol").asText()).isEqualTo("BTC-USDT");
        assertThat(series.get(0).path("timeframe").asText()).isEqualTo("1h");
        assertThat(series.get(0).path("first").asText()).isEqualTo("2020-05-11T00:00:00Z");
        assertThat(series.get(0).path("rows").asInt()).isEqualTo(30);
        assertThat(shell.run("data", "list").out()).contains("BTC-USDT").contains("2020-05-11T00:00:00Z");
    }

    @Test
    void anAmbiguousSymbolIsWrongUsageThatNamesTheChoices() {
        Shell.Said said = shell.json("data", "show", "BTC-USDT");

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("BTC-USDT 1h file").contains("BTC-USDT 1d file");
        assertThat(said.json().at("/error/found").asText()).contains("1h");
    }

    @Test
    void showsASeriesWithItsLastBars() {
        Shell.Said said = shell.json("data", "show", "BTC-USDT", "--timeframe", "1h", "--bars", "2");

        assertThat(said.exit()).isZero();
        assertThat(said.json().path("bars_per_year").asDouble()).isEqualTo(8760);
        assertThat(said.json().path("last_bars")).hasSize(2);
        assertThat(said.json().at("/last_bars/1/timestamp").asText()).isEqualTo("2020-05-12T05:00:00Z");
    }

    @Test
    void anUnknownSymbolFailsAndNamesWhatIsThere() {
        Shell.Said said = shell.json("data", "show", "ETH-USDT");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("ETH-USDT").contains("GOOG");
        assertThat(said.json().at("/error/reason").asText()).isEqualTo("missing_data");
    }

    @Test
    void anImpossibleSymbolOrTimeframeIsWrongUsage() {
        assertThat(shell.run("data", "show", "a b").exit()).isEqualTo(2);
        assertThat(shell.run("data", "show", "GOOG", "--timeframe", "soon").exit())
                .isEqualTo(2);
    }

    @Test
    void setsTheCalendar() {
        assertThat(shell.run("data", "set", "GOOG", "--calendar", "us-equity").exit())
                .isZero();

        assertThat(workspace
                        .stores()
                        .bars()
                        .instrument(new Symbol("GOOG"))
                        .orElseThrow()
                        .calendar())
                .isEqualTo(TradingCalendar.US_EQUITY);
        assertThat(shell.run("data", "set", "GOOG", "--calendar", "lunar").exit())
                .isEqualTo(2);
        assertThat(shell.run("data", "set", "NONE", "--calendar", "us-equity").exit())
                .isEqualTo(1);
    }

    @Test
    void exportsTheChosenBarsAsCsv() throws Exception {
        Shell.Said said = shell.run("data", "export", "GOOG", "--from", "2020-05-12", "--to", "2020-05-12");

        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .isEqualTo("timestamp,open,high,low,close,volume\n2020-05-12T00:00:00Z,101.0,102.5,100.0,101.5,\n");

        assertThat(shell.json("data", "export", "GOOG", "--out", "g.csv")
                        .json()
                        .path("rows")
                        .asInt())
                .isEqualTo(3);
        assertThat(Files.readAllLines(folder.resolve("g.csv"))).hasSize(4);
    }

    @Test
    void tellsQualityAndResamples() {
        var quality =
                shell.json("data", "quality", "BTC-USDT", "--timeframe", "1h").json();
        assertThat(quality.path("bars").asInt()).isEqualTo(30);
        assertThat(quality.path("findings")).isNotEmpty();

        assertThat(shell.json("data", "resample", "BTC-USDT", "--timeframe", "1h", "--to", "4h")
                        .json()
                        .path("rows")
                        .asInt())
                .isEqualTo(7);
        assertThat(shell.run("data", "resample", "GOOG", "--to", "1h").exit()).isEqualTo(2);
    }

    @Test
    void aTimeThatCannotBeReadIsWrongUsage() {
        assertThat(shell.run("data", "export", "GOOG", "--from", "yesterday").exit())
                .isEqualTo(2);
    }

    @Test
    void exportsFeaturesOneRowForEveryBar() {
        Shell.Said said =
                shell.run("features", "export", "--set", "alpha19", "--symbol", "BTC-USDT", "--timeframe", "1d");

        List<String> lines = said.out().lines().toList();
        assertThat(lines).hasSize(41);
        assertThat(lines.get(0)).startsWith("timestamp,7_day_ADX,");
        assertThat(lines.get(1)).isEqualTo("2020-05-11T00:00:00Z" + ",".repeat(19));
        assertThat(shell.run("features", "export", "--set", "none", "--symbol", "GOOG")
                        .exit())
                .isEqualTo(1);
    }

    private void save(String symbol, Timeframe timeframe, int rows) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            long time = START.toEpochMilli() + i * timeframe.millis();
            bars.add(new Bar(time, 100 + i, 101.5 + i, 99 + i, 100.5 + i, Double.NaN));
        }
        var key = new SeriesKey(new Symbol(symbol), timeframe, "file");
        var instrument = new Instrument(
                key.symbol(),
                "USD",
                TradingCalendar.CRYPTO_24X7,
                "for the test",
                Instrument.UNKNOWN_LOT,
                false,
                Optional.empty());
        workspace.stores().bars().save(instrument, BarSeries.of(key, bars));
    }
}
