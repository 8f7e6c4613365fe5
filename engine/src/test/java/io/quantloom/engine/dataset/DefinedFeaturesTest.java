package io.quantloom.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.feature.FeatureReader;
import io.quantloom.engine.dataset.label.HandMade;
import io.quantloom.engine.indicator.GeneratedBars;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.market.Resampling;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinedFeaturesTest extends FeatureSetContract {

    private static final String TEXT = """
        name: mixed
        version: 1
        columns:
          - {block: alpha19, columns: [7_day_RSI, PPO]}
          - {block: returns, bars: [1, 24]}
          - {block: volatility, kind: parkinson, window: 12}
          - {talib: SMA, period: 200, relative: true}
          - {talib: MACD, output: [line, histogram]}
          - {talib: RSI, period: 5, timeframe: 4h}
          - {talib: ATR, period: 3, relative: true, timeframe: 1d, as: day_range}
          - {ta4j: KAMAIndicator, relative: true}
          - {block: returns, bars: 2, symbol: OTHER}
          - {block: volatility, kind: realized, window: 3, timeframe: 2h, symbol: OTHER}
        """;

    private static final FeatureInputs INPUTS = (bars, inputs) -> {
        BarSeries walk = GeneratedBars.walk(77, 500);
        var key = new SeriesKey(new Symbol("OTHER"), Timeframe.HOUR, "generated");
        return MarketView.of(bars)
                .with(BarSeries.ofColumns(
                        key, walk.openTimes(), walk.opens(), walk.highs(), walk.lows(), walk.closes(), walk.volumes()));
    };

    // Fewer than for one set: the blocks have tests of their own.
    static LongStream seeds() {
        return LongStream.range(0, 4);
    }

    @Override
    FeatureSet features() {
        return read(TEXT);
    }

    @Test
    void namesItsColumnsByWhatTheyAre() {
        assertThat(features().name()).isEqualTo("mixed@1");
        assertThat(features().columns())
                .containsExactly(
                        "7_day_RSI",
                        "PPO",
                        "log_return_1",
                        "log_return_24",
                        "parkinson_volatility_12",
                        "SMA_200_relative",
                        "MACD_12_9_26_line",
                        "MACD_12_9_26_histogram",
                        "RSI_5_4h",
                        "day_range",
                        "KAMAIndicator_10_2_30_relative",
                        "OTHER_log_return_2",
                        "OTHER_realized_volatility_3_2h");
        assertThat(features().inputs()).containsExactly(new FeatureInput(FeatureInput.Kind.BARS, new Symbol("OTHER")));
    }

    @Test
    void theFingerprintIsThatOfTheMeaningNotOfTheText() {
        String same = TEXT.replace("{block: returns, bars: [1, 24]}", "{kind: log, bars: [1, 24], block: returns}");

        assertThat(read(same).fingerprint()).isEqualTo(features().fingerprint());
        for (String other : List.of(
                TEXT.replace("version: 1", "version: 2"),
                TEXT.replace("period: 5", "period: 6"),
                TEXT.replace("4h", "6h"),
                TEXT.replace("kind: parkinson", "kind: ewm"),
                TEXT.replace("day_range", "range"))) {
            assertThat(read(other).fingerprint()).isNotEqualTo(features().fingerprint());
        }
    }

    /** Closes 100, 110, 99, 108.9 by hand: +10 %, −10 %, +10 %; Parkinson of a bar from 100 to 110 and one from 99. */
    @Test
    void blocksAreWhatTheirFormulasSay() {
        BarSeries bars = HandMade.closes(100, 110, 99, 108.9);
        FeatureMatrix matrix = read("""
            name: hand
            version: 1
            columns:
              - {block: returns, bars: [1, 2], kind: simple}
              - {block: volatility, kind: realized, window: 2}
              - {block: volatility, kind: parkinson, window: 2}
            """).compute(bars);

        assertThat(matrix.value(0, 0)).isNaN();
        assertThat(matrix.value(1, 0)).isCloseTo(0.10, within(1e-12));
        assertThat(matrix.value(2, 1)).isCloseTo(-0.01, within(1e-12));
        double up = Math.log(1.1);
        double down = Math.log(0.9);
        assertThat(matrix.value(2, 2)).isCloseTo(Math.sqrt((up * up + down * down) / 2), within(1e-12));
        assertThat(matrix.value(1, 3)).isCloseTo(Math.sqrt(up * up / (8 * Math.log(2))), within(1e-12));
    }

    /** Another instrument's bars arrive late and are corrected: the row is that of the batch over what is known then. */
    @Test
    void theStreamFollowsWhatIsKnownOfAnotherInstrument() {
        BarSeries bars = GeneratedBars.walk(1, 120);
        BarSeries own = GeneratedBars.walk(2, 120);
        double[] corrected = own.closes();
        corrected[20] = own.high(20);
        var key = new SeriesKey(new Symbol("OTHER"), Timeframe.HOUR, "generated");
        BarSeries first = BarSeries.ofColumns(
                key, bars.openTimes(), own.opens(), own.highs(), own.lows(), own.closes(), own.volumes());
        BarSeries second = BarSeries.ofColumns(
                key, bars.openTimes(), own.opens(), own.highs(), own.lows(), corrected, own.volumes());
        int[] now = {0};
        FeatureInputs growing =
                (of, _) -> MarketView.of(of).with(now[0] < 60 ? first.slice(0, now[0]) : second.slice(0, now[0] + 1));
        FeatureSet set = new FeatureReader(FeatureSets.builtIn().all(), growing)
                .read("file", "{name: late, version: 1, columns: [{talib: EMA, period: 3, symbol: OTHER}]}")
                .orThrow();
        FeatureStream stream = set.stream(bars.key());

        for (int t = 0; t < bars.size(); t++) {
            now[0] = t;
            double expected = set.compute(bars.slice(0, t + 1)).value(t, 0);
            assertThat(Double.doubleToLongBits(stream.next(bars.bar(t))[0]))
                    .as("bar %d", t)
                    .isEqualTo(Double.doubleToLongBits(expected));
        }
    }

    /** Hours 0 … 5 from 00:00: the bar of 00:00–04:00 is known at the close of hour 3 and not before. */
    @Test
    void aLongerBarIsKnownWhenItHasClosed() {
        BarSeries bars = fromMidnight(HandMade.closes(1, 2, 3, 4, 5, 6, 7, 8, 9));
        FeatureSet set = read("{name: slow, version: 1, columns: [{talib: MOM, period: 1, timeframe: 4h, as: mom}]}");
        FeatureMatrix matrix = set.compute(bars);

        assertThat(matrix.value(6, 0)).isNaN();
        assertThat(matrix.value(7, 0)).isEqualTo(4);
        assertThat(matrix.value(8, 0)).isEqualTo(4);
        assertThat(set.warmUp(Timeframe.HOUR)).isEqualTo(7);
        assertThat(set.compute(Resampling.of(bars, Timeframe.parse("3h").orElseThrow(), Resampling.LastBar.KEPT))
                        .isUndefinedThroughout(0))
                .isTrue();
    }

    @Test
    void liveFeaturesAreWhatWasKnownAtTheClose() {
        double[] closes = new double[30];
        for (int t = 0; t < closes.length; t++) {
            closes[t] = 100 + t;
        }
        BarSeries bars = HandMade.closes(closes);
        long first = bars.openTime(0);
        long hour = Timeframe.HOUR.millis();
        var funding = FundingRates.of(
                bars.key().symbol(), new long[] {first + 3 * hour, first + 3 * hour + 1}, new double[] {1e-4, 2e-4});
        FeatureMatrix matrix = FeatureSets.builtIn()
                .named("live4")
                .orThrow()
                .compute(MarketView.of(bars).with(funding));

        assertThat(matrix.value(1, 0)).isCloseTo((101.0 / 100 - 1) * 100, within(1e-12));
        assertThat(matrix.value(3, 1)).isNaN();
        assertThat(matrix.value(4, 1)).isCloseTo((104.0 / 100 - 1) * 100, within(1e-12));
        assertThat(matrix.value(22, 2)).isNaN();
        double volume = 0;
        for (int t = 0; t < 24; t++) {
            volume += (100 + t) * (100.0 + t);
        }
        assertThat(matrix.value(23, 2)).isCloseTo(volume, within(1e-6));
        // Due at the close of hour 2, and a millisecond later.
        assertThat(matrix.value(1, 3)).isNaN();
        assertThat(matrix.value(2, 3)).isEqualTo(1e-4);
        assertThat(matrix.value(3, 3)).isEqualTo(2e-4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{talib: RSJ} | an indicator like RSI",
                "{ta4j: EMAIndicater, barCount: 3} | an indicator like EMAIndicator",
                "{block: alpha20} | expected one of returns, volatility, regime, alpha19, live4",
                "{block: returns, talib: RSI} | one of the keys block, talib, ta4j",
                "{} | one of the keys block, talib, ta4j",
                "{talib: RSI, period: 1} | expected a whole number in [2, 10000], found '1'",
                "{talib: RSI, length: 3} | the unknown key 'length'",
                "{talib: RSI, relative: true} | an indicator in units of price",
                "{talib: PPO, fast: 30} | less than slow",
                "{talib: MACD, as: macd} | an entry of one column",
                "{block: returns, bars: 1, timeframe: 4x} | a timeframe such as 4h",
                "{block: alpha19, columns: [NOPE]} | a column of alpha19",
            })
    void saysWhatIsWrongWithAnEntry(String entry, String sentence) {
        assertThat(reader().read("f.yaml", "{name: x, version: 1, columns: [" + entry + "]}"))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.failure().sentence()).contains(sentence));
    }

    @Test
    void findsEverythingThatIsWrongWithASetAtOnce() {
        assertThat(reader().read(
                                "f.yaml",
                                "{name: alpha19, version: 0, columns: [{talib: CCI}, {talib: CCI}], more: 1}"))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.failure().sentence())
                                .contains("4 findings")
                                .contains("a name that no built-in set has")
                                .contains("version: expected a whole number")
                                .contains("a name that no other column has, found 'CCI_14'")
                                .contains("the unknown key 'more'"));
        assertThat(reader().read("f.yaml", "{name: x, version: 1}")).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void theCatalogFindsTheNewestVersionAndKeepsOlderOnes(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("swing.yaml"), "{name: swing, version: 3, columns: [{talib: RSI}]}");
        Files.writeString(folder.resolve("swing@1.yaml"), "{name: swing, version: 1, columns: [{talib: CCI}]}");
        Files.writeString(folder.resolve("broken.yaml"), "{name: other, version: 1, columns: [{talib: CCI}]}");
        FeatureSets sets = FeatureSets.of(folder, new io.quantloom.engine.market.InMemoryBarStore());

        assertThat(sets.named("swing").orThrow().name()).isEqualTo("swing@3");
        assertThat(sets.named("swing@1").orThrow().columns()).containsExactly("CCI_14");
        assertThat(sets.named("swing:RSI_14").orThrow().name()).isEqualTo("swing@3:RSI_14");
        assertThat(sets.named("swing@2")).isInstanceOf(Outcome.Failed.class);
        assertThat(sets.all().stream().map(FeatureSet::name)).containsExactly("alpha19", "live4", "swing@1", "swing@3");
        assertThat(sets.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence())
                        .contains("a file called other.yaml or other@1.yaml, found broken.yaml"));
    }

    private static BarSeries fromMidnight(BarSeries bars) {
        long[] times = bars.openTimes();
        long shift = times[0] % 86_400_000;
        for (int t = 0; t < times.length; t++) {
            times[t] -= shift;
        }
        return BarSeries.ofColumns(
                bars.key(), times, bars.opens(), bars.highs(), bars.lows(), bars.closes(), bars.volumes());
    }

    private static FeatureReader reader() {
        return new FeatureReader(FeatureSets.builtIn().all(), INPUTS);
    }

    private static FeatureSet read(String text) {
        return reader().read("f.yaml", text).orThrow();
    }
}
