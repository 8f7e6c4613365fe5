package io.quantloom.engine.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.instrument.TradingCalendar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ImportBarsTest {

    private static final String HEADER = "timestamp,open,high,low,close,volume\n";
    private static final String THREE_HOURS = HEADER
            + "2024-01-01T00:00:00Z,10,12,9,11,100\n"
            + "2024-01-01T01:00:00Z,11,13,10,12,\n"
            + "2024-01-01T02:00:00Z,12,14,11,13,50\n";
    private static final String IMPOSSIBLE = "2024-01-01T03:00:00Z,12,10,11,13,50\n";

    private static final byte[] DAMAGE = ",;\"\n\r\t\0-.:eENZ0123456789 x\u00ff".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    private Path folder;

    private final InMemoryBarStore store = new InMemoryBarStore();
    private final Events events = new Events();
    private final ImportBars importBars = new ImportBars(store, events);

    @Test
    void concludesEverythingFromNameAndContentAndSaysSo() {
        ImportReport report = imported("BTC-USDT_binance_1h.csv", THREE_HOURS);

        assertThat(report.key()).hasToString("BTC-USDT 1h binance");
        assertThat(report.calendar()).isEqualTo("crypto-24x7");
        assertThat(report.kind()).isEqualTo("bars");
        assertThat(report.rows()).isEqualTo(3);
        assertThat(report.stored()).isEqualTo(3);
        assertThat(report.inserted()).isEqualTo(3);
        assertThat(report.first()).hasValue(Instant.parse("2024-01-01T00:00:00Z"));
        assertThat(report.last()).hasValue(Instant.parse("2024-01-01T02:00:00Z"));
        assertThat(report.concluded())
                .containsEntry("symbol", "BTC-USDT, from the file name")
                .containsEntry("source", "binance, from the file name")
                .containsEntry("timeframe", "1h, the most frequent step (2 of 2)")
                .containsEntry("zone", "the stamps state their offset")
                .containsEntry("calendar", "crypto-24x7, assumed: bars on 1 days are too few to tell, 14 are needed");
    }

    @Test
    void storesTheBarsWithTheirInstrumentAndSaysSo() {
        List<SeriesKey> told = new ArrayList<>();
        events.subscribe(MarketEvent.Stored.class, event -> told.add(event.key()));

        ImportReport report = imported("BTC-USDT_binance_1h.csv", THREE_HOURS);

        BarSeries series = store.load(report.key()).orElseThrow();
        assertThat(series.bar(0))
                .isEqualTo(new Bar(Instant.parse("2024-01-01T00:00:00Z").toEpochMilli(), 10, 12, 9, 11, 100));
        assertThat(series.volume(1)).isNaN();
        assertThat(report.hash()).hasValue(series.contentHash());
        assertThat(store.instrument(new Symbol("BTC-USDT")).map(Instrument::currency))
                .hasValue("USDT");
        assertThat(told).containsExactly(report.key());
    }

    @Test
    void obeysTheOptions() {
        var spec = new ImportSpec(
                file("x.csv", THREE_HOURS.replace("Z,", ",")),
                Optional.of("ETH-EUR"),
                Timeframe.parse("1h"),
                Optional.of("mine"),
                Optional.of("fx-24x5"),
                Optional.of(ZoneId.of("Europe/Berlin")),
                true,
                false);

        ImportReport report = importBars.run(spec, JobContext.none()).orThrow();

        assertThat(report.key()).hasToString("ETH-EUR 1h mine");
        assertThat(report.calendar()).isEqualTo("fx-24x5");
        // 00:00 in Berlin is 23:00 UTC; a bar that ended then began at 22:00.
        assertThat(report.first()).hasValue(Instant.parse("2023-12-31T22:00:00Z"));
        assertThat(report.concluded()).containsOnlyKeys("zone");
    }

    @Test
    void namesItsSourceFileForWantOfAnother() {
        assertThat(imported("BTC.csv.gz", THREE_HOURS).key()).hasToString("BTC 1h file");
    }

    @Test
    void prefersTheSymbolColumn() {
        String text = """
            symbol,timestamp,open,high,low,close
            ADA,2024-01-01,1,1,1,1
            ADA,2024-01-02,1,1,1,1
            """;

        assertThat(imported("coin_Cardano.csv", text).key()).hasToString("ADA 1d Cardano");
    }

    @Test
    void takesTheLastSecondOfADayForItsEnd() {
        String text = """
            Date,Open,High,Low,Close
            2024-01-01 23:59:59,1,1,1,1
            2024-01-02 23:59:59,1,1,1,1
            """;

        ImportReport report = imported("A.csv", text);

        assertThat(report.first()).hasValue(Instant.parse("2024-01-01T00:00:00Z"));
        assertThat(report.concluded()).containsKey("stamps");
    }

    @Test
    void refusesAFileWithOneImpossibleBarAndStoresNothing() {
        ImportReport report = imported("BTC_x.csv", THREE_HOURS + IMPOSSIBLE);

        assertThat(report.isRefused()).isTrue();
        assertThat(report.rows()).isEqualTo(3);
        assertThat(report.stored()).isZero();
        assertThat(report.rejected())
                .containsExactly(new ImportReport.Rejection(5, "high", "10", "is a high below the low 11.0"));
        assertThat(store.catalog()).isEmpty();
        assertThat(store.instrument(new Symbol("BTC"))).isEmpty();
    }

    @Test
    void storesTheOthersWhenAPartIsAccepted() {
        ImportReport report = partly(THREE_HOURS + IMPOSSIBLE);

        assertThat(report.isRefused()).isFalse();
        assertThat(report.stored()).isEqualTo(3);
        assertThat(report.rejected()).hasSize(1);
    }

    @Test
    void refusesAFileWithoutOnePossibleBarEvenInPart() {
        ImportReport report = partly(HEADER + IMPOSSIBLE);

        assertThat(report.isRefused()).isTrue();
        assertThat(store.catalog()).isEmpty();
    }

    @Test
    void mergesWithWhatIsStored() {
        imported("BTC_x.csv", THREE_HOURS);

        ImportReport report = imported(
                "BTC_x.csv",
                HEADER
                        + "2024-01-01T01:00:00Z,11,13,10,12,\n"
                        + "2024-01-01T02:00:00Z,12,14,11,13.5,50\n"
                        + "2024-01-01T03:00:00Z,13,14,12,13,1\n"
                        + "2024-01-01T03:00:00Z,13,14,12,13,1\n");

        assertThat(report.rows()).isEqualTo(4);
        assertThat(report.stored()).isEqualTo(4);
        assertThat(report.inserted()).isEqualTo(1);
        assertThat(report.revised()).isEqualTo(1);
        assertThat(report.duplicates()).isEqualTo(2);
        assertThat(report.first()).hasValue(Instant.parse("2024-01-01T00:00:00Z"));
        assertThat(store.load(report.key()).orElseThrow().closes()).containsExactly(11, 12, 13.5, 13);
    }

    @Test
    void writesNothingWhenNothingIsNew() {
        ImportReport first = imported("BTC_x.csv", THREE_HOURS);
        List<SeriesKey> told = new ArrayList<>();
        events.subscribe(MarketEvent.class, event -> told.add(event.key()));

        ImportReport second = imported("BTC_x.csv", THREE_HOURS);

        assertThat(told).isEmpty();
        assertThat(second.duplicates()).isEqualTo(3);
        assertThat(second.hash()).isEqualTo(first.hash());
    }

    @Test
    void givesTheSameHashWhateverTheOrderOfTheRows() {
        List<String> lines = THREE_HOURS.lines().toList();
        String turned = String.join("\n", lines.get(0), lines.get(3), lines.get(1), lines.get(2));

        ImportReport straight = imported("BTC_x.csv", THREE_HOURS);

        assertThat(imported("BTC_x.csv", turned).hash()).isEqualTo(straight.hash());
    }

    @Test
    void concludesTheCalendarFromTheDaysWithBars() {
        assertThat(imported("A.csv", days(60, DayOfWeek.values())).calendar()).isEqualTo("crypto-24x7");
        assertThat(imported("B.csv", days(60, weekdays())).calendar()).isEqualTo("us-equity");
        assertThat(imported("C.csv", days(60, weekdaysAnd(DayOfWeek.SUNDAY))).calendar())
                .isEqualTo("fx-24x5");
    }

    @Test
    void keepsTheCalendarOfAKnownInstrumentAndReplacesAnAssumedOne() {
        assertThat(imported("A.csv", days(3, weekdays())).calendar()).isEqualTo("crypto-24x7");
        assertThat(imported("A.csv", days(60, weekdays())).calendar()).isEqualTo("us-equity");

        Instrument instrument = store.instrument(new Symbol("A")).orElseThrow();
        store.save(instrument.withCalendar(TradingCalendar.FX_24X5, "set by hand"));

        assertThat(imported("A.csv", days(90, weekdays())).calendar()).isEqualTo("fx-24x5");
    }

    @Test
    void importsFundingForAPerpetual() {
        String text = "timestamp,funding_rate\n2026-01-12T16:00:00Z,8.35e-05\n2026-01-13T00:00:00.007Z,7e-05\n";

        ImportReport report = imported("ADA-USDT-PERP_binance_funding.csv", text);
        ImportReport again = imported("ADA-USDT-PERP_binance_funding.csv", text.replace("7e-05", "6e-05"));

        assertThat(report.kind()).isEqualTo("funding");
        assertThat(report.key()).hasToString("ADA-USDT-PERP 8h binance");
        assertThat(report.stored()).isEqualTo(2);
        assertThat(again.revised()).isEqualTo(1);
        assertThat(again.duplicates()).isEqualTo(1);
        Symbol symbol = new Symbol("ADA-USDT-PERP");
        assertThat(store.funding(symbol).rate(1)).isEqualTo(6e-05);
        assertThat(store.instrument(symbol).map(Instrument::perpetual)).hasValue(true);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "BTC-USDT, USDT, false",
        "BTC-USDT-PERP, USDT, true",
        "BTC-PERP, USD, true",
        "BTC/EUR, EUR, false",
        "BTCUSDT, USDT, false",
        "EURUSD, USD, false",
        "BTCEUR, EUR, false",
        "UNITTEST-BTC, BTC, false",
        "AAPL, USD, false",
        "USD, USD, false"
    })
    void concludesCurrencyAndKindFromTheName(String name, String currency, boolean perpetual) {
        Symbol symbol = new Symbol(name);

        assertThat(InstrumentConventions.currency(symbol)).isEqualTo(currency);
        assertThat(InstrumentConventions.isPerpetual(symbol)).isEqualTo(perpetual);
    }

    @Test
    void asksForATimeframeThatASingleBarCannotTell() {
        String single = HEADER + "2024-01-01,1,1,1,1,1\n";

        assertThat(imported("A_x_1d.csv", single).key()).hasToString("A 1d x");
        assertThat(failureOf(run(ImportSpec.of(file("A_x.csv", single)))).action())
                .isEqualTo("name the timeframe");
    }

    @Test
    void refusesASymbolOrCalendarThatCannotBe() {
        assertThat(failureOf(run(ImportSpec.of(file("my prices.csv", THREE_HOURS))))
                        .found())
                .isEqualTo("'my prices'");
        var spec = new ImportSpec(
                file("A.csv", THREE_HOURS),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("moon"),
                Optional.empty(),
                false,
                false);
        assertThat(failureOf(run(spec)).sentence()).contains("crypto-24x7, fx-24x5, us-equity", "'moon'");
    }

    /** Whatever becomes of a file on its way, the import ends in a report or a sentence and stores all of it or nothing. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void endsInWordsWhateverTheFileHolds(long seed) {
        RandomGenerator random = new Seeds(seed).child("damage").random();
        byte[] bytes = THREE_HOURS.getBytes(StandardCharsets.UTF_8);
        int strikes = 1 + random.nextInt(4);
        for (int i = 0; i < strikes; i++) {
            bytes[random.nextInt(bytes.length)] = DAMAGE[random.nextInt(DAMAGE.length)];
        }
        byte[] cut = Arrays.copyOf(bytes, random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length);

        switch (run(ImportSpec.of(file("BTC_x.csv", new String(cut, StandardCharsets.ISO_8859_1))))) {
            case Outcome.Success<ImportReport>(var report) ->
                assertThat(report.isRefused()).isEqualTo(store.catalog().isEmpty());
            case Outcome.Failed<ImportReport>(var failure) -> {
                assertThat(failure.sentence()).isNotBlank();
                assertThat(store.catalog()).isEmpty();
            }
            case Outcome.Canceled<ImportReport> _ -> throw new AssertionError("nobody canceled");
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private ImportReport partly(String text) {
        ImportSpec plain = ImportSpec.of(file("BTC_x.csv", text));
        return importBars
                .run(
                        new ImportSpec(
                                plain.file(),
                                plain.symbol(),
                                plain.timeframe(),
                                plain.source(),
                                plain.calendar(),
                                plain.zone(),
                                false,
                                true),
                        JobContext.none())
                .orThrow();
    }

    private ImportReport imported(String name, String text) {
        return run(ImportSpec.of(file(name, text))).orThrow();
    }

    private Outcome<ImportReport> run(ImportSpec spec) {
        return importBars.run(spec, JobContext.none());
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String days(int days, DayOfWeek... trading) {
        List<DayOfWeek> all = List.of(trading);
        LocalDate monday = LocalDate.of(2024, 1, 1);
        return HEADER
                + monday.datesUntil(monday.plusDays(days))
                        .filter(day -> all.contains(day.getDayOfWeek()))
                        .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant() + ",1,1,1,1,1")
                        .collect(Collectors.joining("\n"));
    }

    private static DayOfWeek[] weekdays() {
        return weekdaysAnd();
    }

    private static DayOfWeek[] weekdaysAnd(DayOfWeek... others) {
        List<DayOfWeek> all = new ArrayList<>(List.of(others));
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= DayOfWeek.FRIDAY.getValue()) {
                all.add(day);
            }
        }
        return all.toArray(DayOfWeek[]::new);
    }

    private static Failure failureOf(Outcome<ImportReport> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed<ImportReport>) outcome).failure();
    }
}
