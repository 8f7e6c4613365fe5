package io.quantloom.engine.dataset.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.dataset.SharedFiles;
import io.quantloom.engine.dataset.label.TripleBarrier.Entry;
import io.quantloom.engine.dataset.label.TripleBarrier.Touch;
import io.quantloom.engine.dataset.label.TripleBarrier.Vertical;
import io.quantloom.engine.indicator.GeneratedBars;
import io.quantloom.engine.market.BarSeries;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TripleBarrierTest {

    private static final TripleBarrier REFERENCE =
            new TripleBarrier(2, 1, 10, 100, OptionalDouble.of(0.05), Entry.CLOSE, Touch.CLOSE, Vertical.ZERO);

    /** Labels made by a script outside this project (data/README.md): 12 significant digits. */
    @ParameterizedTest(name = "{1}")
    @CsvSource({
        SharedFiles.GOOG + ", reference/triple-barrier/GOOG_1d_cusum0.05_pt2_sl1_v10_span100.csv",
        SharedFiles.BTC_LONG + ", reference/triple-barrier/BTC-USDT_1d_cusum0.05_pt2_sl1_v10_span100.csv"
    })
    void reproducesTheReferenceLabels(String prices, String reference) {
        BarSeries bars = SharedFiles.bars(prices);
        List<String[]> expected = SharedFiles.rows(reference);
        Labels labels = REFERENCE.label(bars);
        Map<Labels.Barrier, String> names = Map.of(
                Labels.Barrier.TAKE_PROFIT,
                "upper",
                Labels.Barrier.STOP_LOSS,
                "lower",
                Labels.Barrier.TIME,
                "vertical");

        assertThat(labels.size()).isEqualTo(expected.size());
        for (int i = 0; i < labels.size(); i++) {
            String[] row = expected.get(i);
            assertThat(time(bars, labels.bar(i))).isEqualTo(row[0]);
            assertThat(labels.volatility(i)).isCloseTo(Double.parseDouble(row[2]), within(1e-12));
            assertThat(time(bars, labels.end(i))).isEqualTo(row[5]);
            assertThat(labels.end(i) - labels.bar(i)).isEqualTo(Integer.parseInt(row[6]));
            assertThat(names.get(labels.barrier(i))).isEqualTo(row[7]);
            assertThat(labels.label(i)).isEqualTo(Integer.parseInt(row[8]));
            assertThat(labels.realizedReturn(i)).isCloseTo(Double.parseDouble(row[9]), within(1e-11));
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noLabelChangesWithDataAfterItsEnd(long seed) {
        BarSeries bars = GeneratedBars.walk(seed, 400);
        var random = new SplittableRandom(seed);
        TripleBarrier definition = randomDefinition(random);
        Labels labels = definition.label(bars);
        int keep = random.nextInt(50, 390);

        Map<Integer, String> before = decidedBefore(labels, keep);
        for (double factor : new double[] {1e6, 1e-6, 1}) {
            BarSeries poisoned = GeneratedBars.withPoisonedFuture(bars, keep, factor, seed);
            assertThat(decidedBefore(definition.label(poisoned), keep)).isEqualTo(before);
        }
        assertThat(decidedBefore(definition.label(bars.slice(0, keep)), keep)).isEqualTo(before);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyLabelIsWhatItsBarsSay(long seed) {
        BarSeries bars = GeneratedBars.walk(seed, 300);
        TripleBarrier definition = TripleBarrier.of(2, 1.5, 12);
        Labels labels = definition.label(bars);

        assertThat(labels.size()).isGreaterThan(150);
        for (int i = 0; i < labels.size(); i++) {
            double entry = bars.open(labels.bar(i) + 1);
            double upper = entry * (1 + 2 * labels.volatility(i));
            double lower = entry * (1 - 1.5 * labels.volatility(i));
            for (int j = labels.bar(i) + 1; j < labels.end(i); j++) {
                assertThat(bars.high(j)).isLessThan(upper);
                assertThat(bars.low(j)).isGreaterThan(lower);
            }
            int end = labels.end(i);
            assertThat(end - labels.bar(i)).isBetween(1, 12);
            switch (labels.barrier(i)) {
                case STOP_LOSS -> assertThat(bars.low(end)).isLessThanOrEqualTo(lower);
                case TAKE_PROFIT -> {
                    assertThat(bars.high(end)).isGreaterThanOrEqualTo(upper);
                    assertThat(bars.low(end)).isGreaterThan(lower);
                }
                case TIME -> {
                    assertThat(end - labels.bar(i)).isEqualTo(12);
                    assertThat((double) labels.label(i)).isEqualTo(Math.signum(bars.close(end) - entry));
                }
            }
        }
    }

    @Test
    void bothBarriersInOneBarIsTheStop() {
        BarSeries bars = calmThen(new double[] {100, 130, 70, 100});

        Labels labels = new TripleBarrier(
                        1, 1, 3, 2, OptionalDouble.empty(), Entry.NEXT_OPEN, Touch.HIGH_LOW, Vertical.SIGN)
                .label(bars);

        assertThat(labels.bar(labels.size() - 1)).isEqualTo(bars.size() - 2);
        assertThat(labels.label(labels.size() - 1)).isEqualTo(-1);
    }

    @Test
    void aBarThatOpensBeyondTheStopEndsAtItsOpen() {
        BarSeries bars = calmThen(new double[] {80, 81, 79, 80});

        Labels labels = new TripleBarrier(
                        1, 1, 3, 2, OptionalDouble.empty(), Entry.CLOSE, Touch.HIGH_LOW, Vertical.SIGN)
                .label(bars);

        int last = labels.size() - 1;
        assertThat(labels.barrier(last)).isEqualTo(Labels.Barrier.STOP_LOSS);
        assertThat(labels.realizedReturn(last)).isCloseTo(80 / bars.close(bars.size() - 2) - 1, within(1e-12));
    }

    @Test
    void theUndecidedTailIsMissing() {
        BarSeries bars = GeneratedBars.walk(8, 300);
        Labels labels = TripleBarrier.of(1000, 1000, 24).label(bars);

        assertThat(labels.bar(labels.size() - 1)).isEqualTo(300 - 1 - 24);
        assertThat(labels.bar(0)).isEqualTo(100);
    }

    @Test
    void pricesThatStandStillHaveNoLabels() {
        double[] flat = new double[50];
        java.util.Arrays.fill(flat, 10);
        BarSeries walk = GeneratedBars.walk(1, 50);
        BarSeries bars = BarSeries.ofColumns(walk.key(), walk.openTimes(), flat, flat, flat, flat, flat);

        assertThat(new TripleBarrier(1, 1, 3, 2, OptionalDouble.empty(), Entry.CLOSE, Touch.CLOSE, Vertical.SIGN)
                        .label(bars)
                        .size())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 100, 101, 102})
    void takesSeriesOfAnyLength(int size) {
        assertThat(TripleBarrier.of(4, 4, 24).label(GeneratedBars.walk(1, size)).size())
                .isLessThanOrEqualTo(Math.max(0, size - 101));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void itsTextReadsBack(long seed) {
        TripleBarrier definition = randomDefinition(new SplittableRandom(seed));

        assertThat(TripleBarrier.parse(definition.text())).contains(definition);
    }

    @Test
    void itsTextIsTheCanonicalOne() {
        assertThat(TripleBarrier.of(4, 4, 24).text())
                .isEqualTo("triple-barrier take_profit=4.0 stop_loss=4.0 horizon=24 volatility_span=100 events=all"
                        + " entry=next-open touch=high-low vertical=sign");
        assertThat(REFERENCE.text()).contains("events=cusum:0.05 entry=close touch=close vertical=zero");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "triple-barrier",
                "triple-barrier take_profit=0 stop_loss=1 horizon=1 volatility_span=2 events=all entry=close"
                        + " touch=close vertical=zero",
                "triple-barrier take_profit=1 stop_loss=1 horizon=1 volatility_span=2 events=all entry=open touch=close"
                        + " vertical=zero"
            })
    void readsNoOtherText(String text) {
        assertThat(TripleBarrier.parse(text)).isEmpty();
    }

    @Test
    void refusesImpossibleBarriers() {
        assertThatThrownBy(() -> TripleBarrier.of(0, 1, 1)).hasMessageContaining("above zero");
        assertThatThrownBy(() -> TripleBarrier.of(1, Double.NaN, 1)).hasMessageContaining("above zero");
        assertThatThrownBy(() -> TripleBarrier.of(1, 1, 0)).hasMessageContaining("horizon");
    }

    /** Thirty calm bars around 100, the last closing near it, then one bar of open, high, low, close. */
    private static BarSeries calmThen(double[] last) {
        int size = 31;
        double[][] prices = new double[4][size];
        for (int i = 0; i < size - 1; i++) {
            double close = 100 + 0.1 * (i % 3);
            prices[0][i] = 100.1;
            prices[1][i] = 100.2;
            prices[2][i] = 100;
            prices[3][i] = close;
        }
        for (int c = 0; c < 4; c++) {
            prices[c][size - 1] = last[c];
        }
        BarSeries walk = GeneratedBars.walk(1, size);
        return BarSeries.ofColumns(
                walk.key(), walk.openTimes(), prices[0], prices[1], prices[2], prices[3], new double[size]);
    }

    private static TripleBarrier randomDefinition(SplittableRandom random) {
        return new TripleBarrier(
                0.5 + 3 * random.nextDouble(),
                0.5 + 3 * random.nextDouble(),
                random.nextInt(1, 30),
                random.nextInt(2, 40),
                random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(0.02 * random.nextDouble()),
                either(random, Entry.NEXT_OPEN, Entry.CLOSE),
                either(random, Touch.HIGH_LOW, Touch.CLOSE),
                either(random, Vertical.SIGN, Vertical.ZERO));
    }

    private static <T> T either(SplittableRandom random, T one, T other) {
        return random.nextBoolean() ? one : other;
    }

    private static Map<Integer, String> decidedBefore(Labels labels, int bar) {
        Map<Integer, String> decided = new TreeMap<>();
        for (int i = 0; i < labels.size(); i++) {
            if (labels.end(i) < bar) {
                decided.put(
                        labels.bar(i),
                        String.format(
                                Locale.ROOT,
                                "%d %d %s %a %a",
                                labels.end(i),
                                labels.label(i),
                                labels.barrier(i),
                                labels.volatility(i),
                                labels.realizedReturn(i)));
            }
        }
        return decided;
    }

    private static String time(BarSeries bars, int bar) {
        return Instant.ofEpochMilli(bars.openTime(bar)).toString();
    }
}
