package io.quantloom.engine.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.instrument.TradingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link BarStore} does. */
public abstract class BarStoreContract {

    private static final Symbol BTC = new Symbol("BTC-USDT");
    private static final SeriesKey HOURLY = new SeriesKey(BTC, Timeframe.HOUR, "file");
    private static final SeriesKey DAILY = new SeriesKey(BTC, Timeframe.DAY, "file");
    private static final long START = 1_577_836_800_000L; // 2020-01-01T00:00:00Z
    private static final long HOUR = 3_600_000L;

    private BarStore store;

    /** {@return a store without content} */
    protected abstract BarStore create();

    @BeforeEach
    final void createStore() {
        store = create();
    }

    /** {@return an instrument that trades around the clock} */
    public static Instrument instrument(Symbol symbol) {
        return new Instrument(
                symbol, "USDT", TradingCalendar.CRYPTO_24X7, "given", Instrument.UNKNOWN_LOT, false, Optional.empty());
    }

    /** {@return hourly bars of a walk, a gap and an unknown volume among them} */
    public static BarSeries walk(SeriesKey key, int size, long seed) {
        RandomGenerator random = new Seeds(seed).child("walk").random();
        List<Bar> bars = new ArrayList<>();
        long time = START;
        double close = 100;
        for (int i = 0; i < size; i++) {
            double open = close;
            close = open * (1 + 0.02 * (random.nextDouble() - 0.5));
            double high = Math.max(open, close) * 1.001;
            double low = Math.min(open, close) * 0.999;
            bars.add(new Bar(time, open, high, low, close, i % 97 == 5 ? Double.NaN : 1000 * random.nextDouble()));
            time += i % 100 == 50 ? 3 * HOUR : HOUR;
        }
        return BarSeries.of(key, bars);
    }

    @Test
    void isEmptyAtFirst() {
        assertThat(store.catalog()).isEmpty();
        assertThat(store.load(HOURLY)).isEmpty();
        assertThat(store.instrument(BTC)).isEmpty();
        assertThat(store.funding(BTC).size()).isZero();
        assertThat(store.funding(BTC).symbol()).isEqualTo(BTC);
    }

    @ParameterizedTest(name = "{0} bars")
    @ValueSource(ints = {1, 2, 1000, 4095, 4096, 4097, 8192, 8193, 20_000})
    void givesBackTheSameBitsWhateverTheLength(int size) {
        BarSeries bars = walk(HOURLY, size, size);

        store.save(instrument(BTC), bars);

        assertSameBits(store.load(HOURLY).orElseThrow(), bars);
    }

    @Test
    void keepsExtremeNumbersAndTimes() {
        BarSeries bars = BarSeries.ofColumns(
                HOURLY,
                new long[] {-62_135_596_800_000L, 0, 253_402_300_799_999L},
                new double[] {Double.MIN_VALUE, 1, Double.MAX_VALUE},
                new double[] {Double.MIN_VALUE, 1, Double.MAX_VALUE},
                new double[] {Double.MIN_VALUE, 1, Double.MIN_VALUE},
                new double[] {Double.MIN_VALUE, 1, 0.1 + 0.2},
                new double[] {0, Double.NaN, Double.MAX_VALUE});

        store.save(instrument(BTC), bars);

        assertSameBits(store.load(HOURLY).orElseThrow(), bars);
    }

    @Test
    void listsSeriesByKeyWithoutRegardToTheOrderOfWriting() {
        Symbol ada = new Symbol("ADA-USDT");
        SeriesKey other = new SeriesKey(BTC, Timeframe.HOUR, "binance");
        SeriesKey adaDaily = new SeriesKey(ada, Timeframe.DAY, "file");
        store.save(instrument(BTC), walk(DAILY, 3, 1));
        store.save(instrument(BTC), walk(HOURLY, 3, 2));
        store.save(instrument(BTC), walk(other, 3, 3));
        store.save(instrument(ada), walk(adaDaily, 3, 4));

        assertThat(store.catalog()).extracting(CatalogEntry::key).containsExactly(adaDaily, other, HOURLY, DAILY);
    }

    @Test
    void describesASeriesInTheCatalog() {
        BarSeries bars = walk(HOURLY, 30, 7);

        store.save(instrument(BTC), bars);

        assertThat(store.catalog())
                .containsExactly(new CatalogEntry(
                        HOURLY,
                        instrument(BTC),
                        30,
                        Instant.ofEpochMilli(bars.openTime(0)),
                        Instant.ofEpochMilli(bars.openTime(29)),
                        bars.contentHash()));
    }

    @Test
    void replacesASeriesWithAShorterOne() {
        store.save(instrument(BTC), walk(HOURLY, 10_000, 1));
        BarSeries shorter = walk(HOURLY, 10, 2);

        store.save(instrument(BTC), shorter);

        assertSameBits(store.load(HOURLY).orElseThrow(), shorter);
        assertThat(store.catalog()).hasSize(1);
        assertThat(store.catalog().getFirst().rows()).isEqualTo(10);
    }

    @Test
    void leavesOtherSeriesAloneWhenOneIsReplaced() {
        BarSeries daily = walk(DAILY, 50, 1);
        store.save(instrument(BTC), daily);
        store.save(instrument(BTC), walk(HOURLY, 50, 2));

        store.save(instrument(BTC), walk(HOURLY, 60, 3));

        assertSameBits(store.load(DAILY).orElseThrow(), daily);
    }

    @Test
    void showsAnInstrumentThatWasChangedInEveryEntry() {
        store.save(instrument(BTC), walk(HOURLY, 5, 1));
        store.save(instrument(BTC), walk(DAILY, 5, 1));
        Instrument changed = new Instrument(
                BTC, "EUR", TradingCalendar.FX_24X5, "set by hand", 0.001, true, Optional.of("sample market, seed 42"));

        store.save(changed);

        assertThat(store.instrument(BTC)).contains(changed);
        assertThat(store.catalog()).extracting(CatalogEntry::instrument).containsExactly(changed, changed);
    }

    @Test
    void keepsAnInstrumentThatHasNoSeriesYet() {
        store.save(instrument(BTC));

        assertThat(store.instrument(BTC)).contains(instrument(BTC));
        assertThat(store.catalog()).isEmpty();
    }

    @Test
    void theInstrumentGoesWithItsLastSeries() {
        store.save(instrument(BTC), walk(HOURLY, 5, 1));
        store.save(instrument(BTC), walk(DAILY, 5, 1));

        assertThat(store.delete(HOURLY)).isTrue();
        assertThat(store.instrument(BTC)).isPresent();
        assertThat(store.delete(DAILY)).isTrue();

        assertThat(store.instrument(BTC)).isEmpty();
        assertThat(store.catalog()).isEmpty();
        assertThat(store.load(DAILY)).isEmpty();
    }

    @Test
    void deletingWhatIsNotThereSaysSoAndChangesNothing() {
        store.save(instrument(BTC), walk(HOURLY, 5, 1));

        assertThat(store.delete(DAILY)).isFalse();

        assertThat(store.catalog()).hasSize(1);
        assertThat(store.instrument(BTC)).isPresent();
    }

    @Test
    void refusesBarsOfAnotherInstrumentAndKeepsNeither() {
        assertThatThrownBy(() -> store.save(instrument(new Symbol("ADA-USDT")), walk(HOURLY, 5, 1)))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(store.catalog()).isEmpty();
        assertThat(store.instrument(new Symbol("ADA-USDT"))).isEmpty();
    }

    @Test
    void refusesASeriesWithoutBars() {
        assertThatThrownBy(() -> store.save(instrument(BTC), BarSeries.of(HOURLY, List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void replacesFunding() {
        store.save(FundingRates.of(BTC, new long[] {1, 2, 3}, new double[] {0.1, -0.2, 0}));
        store.save(FundingRates.of(BTC, new long[] {4, 5}, new double[] {-0.0, 1e-9}));

        FundingRates found = store.funding(BTC);

        assertThat(found.size()).isEqualTo(2);
        assertThat(found.time(0)).isEqualTo(4);
        assertThat(Double.doubleToRawLongBits(found.rate(0))).isEqualTo(Double.doubleToRawLongBits(-0.0));
        assertThat(found.rate(1)).isEqualTo(1e-9);
        assertThat(store.funding(new Symbol("ETH-USDT")).size()).isZero();
    }

    @Test
    void keepsFundingLongerThanAChunk() {
        long[] times = new long[10_000];
        double[] rates = new double[10_000];
        Arrays.setAll(times, i -> START + i * (8 * HOUR));
        Arrays.setAll(rates, i -> i * 1e-7);

        store.save(FundingRates.of(BTC, times, rates));

        FundingRates found = store.funding(BTC);
        assertThat(found.size()).isEqualTo(10_000);
        assertThat(found.time(9_999)).isEqualTo(times[9_999]);
        assertThat(found.rate(9_999)).isEqualTo(rates[9_999]);
    }

    private static void assertSameBits(BarSeries actual, BarSeries expected) {
        assertThat(actual.key()).isEqualTo(expected.key());
        assertThat(actual.openTimes()).isEqualTo(expected.openTimes());
        assertThat(actual.contentHash()).isEqualTo(expected.contentHash());
    }
}
