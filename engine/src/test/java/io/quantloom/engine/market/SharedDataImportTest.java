package io.quantloom.engine.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.instrument.TradingCalendar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Imports every real file there is; skipped where the folder beside the project is absent. */
class SharedDataImportTest {

    // Surefire starts in the module's folder.
    private static final Path FOLDER = Path.of(System.getProperty("quantloom.shared.data", "../../shared/data"));

    private final InMemoryBarStore store = new InMemoryBarStore();
    private final ImportBars importBars = new ImportBars(store, new Events());

    @BeforeAll
    static void needsTheFolder() {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "no real market data at " + FOLDER.toAbsolutePath());
    }

    @Test
    void importsEveryFileOfBars() {
        // The files beside the bars in equities/ are corporate actions and factor files.
        List<Path> files = Stream.of("daily", "hourly", "equities", "minute")
                .flatMap(folder -> files(folder).stream())
                .filter(file -> !file.toString().contains("_lean_"))
                .toList();

        assertThat(files).hasSizeGreaterThan(50).allSatisfy(file -> {
            ImportReport report = imported(file);
            assertThat(report.rejected()).isEmpty();
            assertThat(report.rows()).isPositive().isEqualTo(report.inserted());
            assertThat(file.getFileName().toString())
                    .startsWith(report.key().symbol() + "_" + report.key().source())
                    .contains("_" + report.key().timeframe());
        });
    }

    @Test
    void concludesTheCalendars() {
        assertThat(imported(FOLDER.resolve("hourly/BTC-USDT_binance_1h.csv.gz")).calendar())
                .isEqualTo("crypto-24x7");
        assertThat(imported(FOLDER.resolve("hourly/EURUSD_backtestingpy_1h.csv"))
                        .calendar())
                .isEqualTo("fx-24x5");
        assertThat(imported(FOLDER.resolve("daily/EURUSD_oanda-mid_1d.csv")).calendar())
                .isEqualTo("fx-24x5");
        assertThat(imported(FOLDER.resolve("equities/GOOG_backtestingpy_1d.csv"))
                        .calendar())
                .isEqualTo("us-equity");
        assertThat(imported(FOLDER.resolve("equities/AAPL_yahoo_1h.csv")).calendar())
                .isEqualTo("us-equity");
    }

    // Counted by the collector of the data with a program of their own; README.md of the folder.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "hourly/BTC-USDT_binance_1h.csv.gz, 28, 128, 4, 4",
        "hourly/ETH-USDT_binance_1h.csv.gz, 11, 23, 2, 2",
        "hourly/ETH-USD_coinbase_4h.csv.gz, 9, 26, 0, 4",
        "hourly/SOL-USDT_binance_1h.csv.gz, 10, 20, 2, 2",
        "minute/NEAR-USDT-PERP_binance_1m_part.csv.gz, 1, 87840, 89, 3538",
        "minute/UNITTEST-BTC_freqtrade_1m.csv.gz, 538, 717, 0, 1935",
        "daily/BTC-USD_tradingview-index_1d.csv, 18, 92, 201, 180"
    })
    void findsTheKnownDefects(String file, int gaps, int missing, int zeroVolume, int flat) {
        SeriesKey key = imported(FOLDER.resolve(file)).key();

        DataQuality quality = DataQuality.of(store.load(key).orElseThrow(), TradingCalendar.CRYPTO_24X7);

        assertThat(quality.count(DataQuality.Kind.GAP)).isEqualTo(gaps);
        assertThat(quality.missing()).isEqualTo(missing);
        assertThat(quality.count(DataQuality.Kind.ZERO_VOLUME)).isEqualTo(zeroVolume);
        assertThat(quality.count(DataQuality.Kind.FLAT)).isEqualTo(flat);
    }

    @Test
    void saysOfEveryMessyFileWhatIsWrongOrImportsIt() {
        assertThat(files("messy")).isNotEmpty().allSatisfy(file -> {
            switch (importBars.run(ImportSpec.of(file), JobContext.none())) {
                case Outcome.Success<ImportReport>(var report) ->
                    assertThat(report.stored() > 0 || report.isRefused()).isTrue();
                case Outcome.Failed<ImportReport>(var failure) -> {
                    assertThat(failure.where()).contains(file.getFileName().toString());
                    assertThat(failure.found()).isNotBlank();
                    assertThat(failure.action()).isNotBlank();
                }
                case Outcome.Canceled<ImportReport> _ -> throw new AssertionError("nobody canceled");
            }
        });
    }

    @Test
    void refusesDamageAndPointersAsAWhole() {
        assertThat(failure("messy/BTC-USD_1m_LFS-POINTER.csv")).contains("Git LFS pointer", "git lfs pull");
        assertThat(failure("messy/SUI-USD_1h_EMPTY.csv")).contains("without any text");
        assertThat(failure("messy/coin_Cardano_EXCEL-MANGLED.csv")).contains("line 2, column Date", "02-10-17 23:59");
        assertThat(failure("equities/AAPL_lean_corporate-actions.csv")).contains("corporate actions");
        assertThat(failure("equities/AAPL_lean_factor_file.csv")).contains("without a header");
        assertThat(failure("funding/ADA-USDT-PERP_binance_open-interest-1d.csv"))
                .contains("open interest");
    }

    @Test
    void importsEveryFileOfFunding() {
        assertThat(files("funding").stream()
                        .filter(file -> file.toString().endsWith("_funding.csv"))
                        .toList())
                .hasSizeGreaterThan(10)
                .allSatisfy(file -> {
                    ImportReport report = imported(file);
                    assertThat(report.kind()).isEqualTo("funding");
                    assertThat(report.rejected()).isEmpty();
                    assertThat(store.funding(report.key().symbol()).size()).isEqualTo(report.stored());
                });
    }

    private ImportReport imported(Path file) {
        return importBars.run(ImportSpec.of(file), JobContext.none()).orThrow();
    }

    private String failure(String file) {
        Outcome<ImportReport> outcome = importBars.run(ImportSpec.of(FOLDER.resolve(file)), JobContext.none());
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed<ImportReport>) outcome).failure().sentence();
    }

    private static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
