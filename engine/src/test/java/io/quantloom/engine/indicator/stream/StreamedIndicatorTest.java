package io.quantloom.engine.indicator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.indicator.GeneratedBars;
import io.quantloom.engine.indicator.Parameter;
import io.quantloom.engine.indicator.talib.TalibCatalog;
import io.quantloom.engine.indicator.talib.TalibIndicators;
import io.quantloom.engine.market.BarSeries;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference of each is TA-Lib itself, over the whole history, raw bits compared. */
class StreamedIndicatorTest {

    private static final int SIZE = 300;

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private static BarSeries bars(long seed) {
        return seed % 2 == 0 ? GeneratedBars.walk(seed, SIZE) : GeneratedBars.coarseWalk(seed, SIZE);
    }

    /** Periods other than those of any feature set. */
    private static int period(long seed, int least) {
        return least + (int) (seed % 17);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void means(long seed) {
        BarSeries bars = bars(seed);
        int period = period(seed, 2);
        var running = new RunningMean(period);

        assertSameBits(TalibIndicators.sma(bars.closes(), period), t -> running.next(bars.close(t)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void relativeStrength(long seed) {
        BarSeries bars = bars(seed);
        var strength = new RelativeStrength(period(seed, 2));

        assertSameBits(TalibIndicators.rsi(bars.closes(), period(seed, 2)), t -> strength.next(bars.close(t)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void directionalMovement(long seed) {
        BarSeries bars = bars(seed);
        int period = period(seed, 2);
        var movement = new DirectionalMovement(period);
        double[] adx = TalibIndicators.adx(bars.highs(), bars.lows(), bars.closes(), period);

        assertSameBits(TalibIndicators.dx(bars.highs(), bars.lows(), bars.closes(), period), t -> {
            movement.next(bars.high(t), bars.low(t), bars.close(t));
            assertSameBits(movement.adx(), adx[t]);
            return movement.dx();
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void moneyFlow(long seed) {
        BarSeries bars = bars(seed);
        int period = period(seed, 2);
        var flow = new MoneyFlow(period);

        assertSameBits(
                TalibIndicators.mfi(bars.highs(), bars.lows(), bars.closes(), bars.volumes(), period),
                t -> flow.next(bars.high(t), bars.low(t), bars.close(t), bars.volume(t)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aroon(long seed) {
        BarSeries bars = bars(seed);
        int period = period(seed, 2);
        var aroon = new Aroon(period);
        double[][] expected = TalibIndicators.aroon(bars.highs(), bars.lows(), period);

        assertSameBits(expected[0], t -> {
            aroon.next(bars.high(t), bars.low(t));
            assertSameBits(aroon.up(), expected[1][t]);
            return aroon.down();
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void convergence(long seed) {
        BarSeries bars = bars(seed);
        int fast = period(seed, 2);
        var convergence = new Convergence(fast, fast + 7, 5);
        double[][] expected = TalibIndicators.macd(bars.closes(), fast, fast + 7, 5);

        assertSameBits(expected[2], t -> {
            convergence.next(bars.close(t));
            assertSameBits(convergence.line(), expected[0][t]);
            assertSameBits(convergence.signal(), expected[1][t]);
            return convergence.histogram();
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void stochastic(long seed) {
        BarSeries bars = bars(seed);
        int period = period(seed, 2);
        var stochastic = new SlowStochastic(period, 4, 2);
        double[][] expected = TalibIndicators.stochastic(bars.highs(), bars.lows(), bars.closes(), period, 4, 2);

        assertSameBits(expected[1], t -> {
            stochastic.next(bars.high(t), bars.low(t), bars.close(t));
            assertSameBits(stochastic.k(), expected[0][t]);
            return stochastic.d();
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tripleExponentialChange(long seed) {
        BarSeries bars = bars(seed);
        var change = new TripleExponentialChange(period(seed, 2));

        assertSameBits(TalibIndicators.trix(bars.closes(), period(seed, 2)), t -> change.next(bars.close(t)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void priceOscillator(long seed) {
        BarSeries bars = bars(seed);
        int fast = period(seed, 2);
        var oscillator = new PriceOscillator(fast, fast + 9);

        assertSameBits(TalibIndicators.ppo(bars.closes(), fast, fast + 9), t -> oscillator.next(bars.close(t)));
    }

    static Stream<Arguments> catalog() {
        return TalibCatalog.entries().keySet().stream()
                .flatMap(name -> LongStream.range(0, 12).mapToObj(seed -> Arguments.of(name, seed)));
    }

    /** Each with its standard numbers, with the least it takes, and with others up to 16 above that. */
    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("catalog")
    void everyIndicatorOfTheCatalogHasAStreamOfTheSameBits(String name, long seed) {
        BarSeries bars = seed % 3 == 2 ? GeneratedBars.walkWithUnknownVolumes(seed, SIZE) : bars(seed);
        SortedMap<String, Double> numbers = new TreeMap<>();
        int place = 0;
        TalibCatalog.Entry entry = Objects.requireNonNull(TalibCatalog.entries().get(name));
        for (Parameter parameter : entry.parameters()) {
            double least = parameter.isWhole() ? parameter.least() + place++ : 0.01;
            double step = parameter.isWhole() ? 1 : 0.01;
            numbers.put(
                    parameter.name(),
                    seed == 0 ? parameter.standard().orElseThrow() : least + step * ((7 * (seed - 1)) % 17));
        }
        double[][] expected = TalibCatalog.compute(name, numbers, bars);
        IndicatorStream stream = TalibCatalog.stream(name, numbers);

        for (int t = 0; t < SIZE; t++) {
            double[] row = stream.next(bars.bar(t));
            assertThat(row).hasSize(expected.length);
            for (int c = 0; c < row.length; c++) {
                if (Double.doubleToLongBits(row[c]) != Double.doubleToLongBits(expected[c][t])) {
                    throw new AssertionError(name + numbers + " column " + c + " at bar " + t + ": " + row[c]
                            + " instead of " + expected[c][t]);
                }
            }
        }
    }

    private static void assertSameBits(double[] expected, IntToDoubleFunction next) {
        assertThat(IntStream.range(0, SIZE)
                        .mapToLong(t -> Double.doubleToRawLongBits(next.applyAsDouble(t)))
                        .toArray())
                .isEqualTo(IntStream.range(0, SIZE)
                        .mapToLong(t -> Double.doubleToRawLongBits(expected[t]))
                        .toArray());
    }

    private static void assertSameBits(double actual, double expected) {
        assertThat(Double.doubleToRawLongBits(actual)).isEqualTo(Double.doubleToRawLongBits(expected));
    }
}
