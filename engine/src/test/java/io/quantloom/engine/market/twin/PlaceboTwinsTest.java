package io.quantloom.engine.market.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.indicator.GeneratedBars;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.market.twin.TwinMethod.Blocks;
import io.quantloom.engine.market.twin.TwinMethod.Blocks.Kind;
import io.quantloom.engine.market.twin.TwinMethod.Phases;
import io.quantloom.engine.market.twin.TwinMethod.Signs;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlaceboTwinsTest {

    private static final Seeds SEEDS = new Seeds(7);
    private static final BarSeries WALK = GeneratedBars.walkWithUnknownVolumes(3, 2_001);
    /** Returns with an autocorrelation of 0.5 and volatility that jumps in stretches of 100 bars. */
    private static final BarSeries TREND = trending(11, 8_001);

    static Stream<TwinMethod> methods() {
        return Stream.of(
                new Blocks(Kind.STATIONARY, 24, true),
                new Blocks(Kind.STATIONARY, 24, false),
                new Blocks(Kind.CIRCULAR, 5, false),
                new Blocks(Kind.CIRCULAR, 1, true),
                new Phases(),
                new Signs());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void hasTheTimesAndTheFirstBarOfTheOriginal(TwinMethod method) {
        BarSeries twin = new PlaceboTwins(WALK, method, Drift.REMOVED).twin(SEEDS);

        assertThat(twin.openTimes()).isEqualTo(WALK.openTimes());
        assertThat(twin.bar(0)).isEqualTo(WALK.bar(0));
        assertThat(twin.key()).isEqualTo(new SeriesKey(new Symbol("WALK"), Timeframe.HOUR, PlaceboTwins.SOURCE));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void isTheSameForTheSameSeedOnly(TwinMethod method) {
        var twins = new PlaceboTwins(WALK, method, Drift.REMOVED);

        assertThat(twins.twin(SEEDS).contentHash()).isEqualTo(twins.twin(SEEDS).contentHash());
        assertThat(twins.twin(SEEDS).contentHash())
                .isNotEqualTo(twins.twin(SEEDS.child("other")).contentHash());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void isMadeOfWholeBarsOfTheOriginal(TwinMethod method) {
        BarSeries twin = new PlaceboTwins(WALK, method, Drift.KEPT).twin(SEEDS);

        // Volume, and the height of the wicks together, which no mirror changes.
        var shapes = new TreeSet<String>();
        IntStream.range(0, WALK.size()).forEach(t -> shapes.add(shape(WALK, t)));
        assertThat(IntStream.range(1, twin.size()).mapToObj(t -> shape(twin, t)))
                .isSubsetOf(shapes);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void keepsTheSpreadOfReturns(TwinMethod method) {
        double[] original = returns(WALK);
        double[] twin = returns(new PlaceboTwins(WALK, method, Drift.KEPT).twin(SEEDS));

        // 2,000 returns, uniform-normal mixed: the standard deviation is known to about 2 %.
        assertThat(deviation(twin) / deviation(original)).isCloseTo(1, within(0.08));
    }

    // 20 twins of 2,000 bars with a deviation of 1 %: the mean return is known to 0.01 / √40,000 = 5e-5, times four.
    @ParameterizedTest
    @MethodSource("methods")
    void holdingEarnsNothingUnlessTheDriftIsKept(TwinMethod method) {
        BarSeries rising = rising();
        double original = meanSimple(rising);

        assertThat(original).isGreaterThan(0.0015);
        assertThat(meanOverTwins(rising, method, Drift.REMOVED)).isCloseTo(0, within(2e-4));
        assertThat(meanOverTwins(rising, method, Drift.KEPT)).isCloseTo(original, within(2e-4));
    }

    @Test
    void shortBlocksLeaveOnlyTheirShareOfTheAutocorrelation() {
        assertThat(autocorrelation(returns(TREND), 1)).isCloseTo(0.5, within(0.05));

        assertThat(autocorrelation(returnsOf(new Blocks(Kind.STATIONARY, 1, false)), 1))
                .isCloseTo(0, within(0.05));
        assertThat(autocorrelation(returnsOf(new Blocks(Kind.STATIONARY, 2, false)), 1))
                .isCloseTo(0.25, within(0.05));
        assertThat(autocorrelation(returnsOf(new Blocks(Kind.CIRCULAR, 4, false)), 1))
                .isCloseTo(0.375, within(0.05));
    }

    @Test
    void coinsLeaveNoAutocorrelationInLongBlocksEither() {
        for (TwinMethod method : List.of(new Signs(), new Blocks(Kind.STATIONARY, 100, true))) {
            double[] twin = returnsOf(method);
            for (int lag = 1; lag <= 3; lag++) {
                assertThat(autocorrelation(twin, lag))
                        .as("%s, lag %s", method, lag)
                        .isCloseTo(0, within(0.05));
            }
        }
    }

    @Test
    void randomPhasesKeepTheAutocorrelationAndTheDistribution() {
        double[] original = returns(TREND);
        double[] twin = returnsOf(new Phases());

        for (int lag = 1; lag <= 5; lag++) {
            assertThat(autocorrelation(twin, lag))
                    .as("lag %s", lag)
                    .isCloseTo(autocorrelation(original, lag), within(0.05));
        }
        Arrays.sort(original);
        Arrays.sort(twin);
        assertThat(twin).containsExactly(original, within(1e-9));
    }

    @Test
    void signsKeepHowVolatilityClustersAndRandomPhasesDoNot() {
        double before = autocorrelation(sizes(returns(TREND)), 10);

        assertThat(before).isGreaterThan(0.15);
        assertThat(autocorrelation(sizes(returnsOf(new Signs())), 10)).isCloseTo(before, within(0.02));
        assertThat(autocorrelation(sizes(returnsOf(new Blocks(Kind.STATIONARY, 400, true))), 10))
                .isGreaterThan(before / 2);
        assertThat(autocorrelation(sizes(returnsOf(new Phases())), 10)).isLessThan(before / 3);
    }

    @Test
    void manyEqualReturnsAreRankedByLot() {
        double[] mostlyZero = new double[500];
        for (int i = 0; i < 500; i += 10) {
            mostlyZero[i] = i % 20 == 0 ? 1 : -1;
        }

        int[] order = RandomPhases.order(mostlyZero, new Seeds(1).random());

        assertThat(order).containsExactlyInAnyOrder(IntStream.range(0, 500).toArray());
    }

    @Test
    void refusesWhatCannotBeATwin() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlaceboTwins(WALK.slice(0, 2), new Signs(), Drift.KEPT));
        assertThatIllegalArgumentException().isThrownBy(() -> new Blocks(Kind.CIRCULAR, 0.5, false));
    }

    private static double[] returnsOf(TwinMethod method) {
        return returns(new PlaceboTwins(TREND, method, Drift.KEPT).twin(SEEDS));
    }

    private static double meanOverTwins(BarSeries bars, TwinMethod method, Drift drift) {
        var twins = new PlaceboTwins(bars, method, drift);
        return LongStream.range(0, 20)
                .mapToDouble(seed -> meanSimple(twins.twin(new Seeds(seed))))
                .average()
                .orElseThrow();
    }

    private static String shape(BarSeries bars, int t) {
        double wicks = Math.log(bars.high(t) / Math.max(bars.open(t), bars.close(t)))
                + Math.log(Math.min(bars.open(t), bars.close(t)) / bars.low(t));
        return bars.volume(t) + " " + Math.round(wicks * 1e9);
    }

    private static double[] returns(BarSeries bars) {
        return IntStream.range(1, bars.size())
                .mapToDouble(t -> Math.log(bars.close(t) / bars.close(t - 1)))
                .toArray();
    }

    private static double[] sizes(double[] returns) {
        return Arrays.stream(returns).map(Math::abs).toArray();
    }

    private static double meanSimple(BarSeries bars) {
        return Arrays.stream(returns(bars)).map(Math::expm1).average().orElseThrow();
    }

    private static double deviation(double[] values) {
        return Math.sqrt(covariance(values, 0));
    }

    private static double autocorrelation(double[] values, int lag) {
        return covariance(values, lag) / covariance(values, 0);
    }

    private static double covariance(double[] values, int lag) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return IntStream.range(lag, values.length)
                        .mapToDouble(i -> (values[i] - mean) * (values[i - lag] - mean))
                        .sum()
                / values.length;
    }

    private static BarSeries rising() {
        BarSeries walk = GeneratedBars.walk(5, 2_001);
        double[][] columns = {walk.opens(), walk.highs(), walk.lows(), walk.closes()};
        for (double[] column : columns) {
            for (int t = 0; t < column.length; t++) {
                column[t] *= Math.exp(0.002 * t);
            }
        }
        return BarSeries.ofColumns(
                walk.key(), walk.openTimes(), columns[0], columns[1], columns[2], columns[3], walk.volumes());
    }

    private static BarSeries trending(long seed, int size) {
        var random = new SplittableRandom(seed);
        BarSeries calendar = GeneratedBars.walk(seed, size);
        double[] open = new double[size];
        double[] close = new double[size];
        double last = Math.log(100);
        double before = 0;
        for (int t = 0; t < size; t++) {
            double volatility = t / 100 % 2 == 0 ? 0.01 : 0.004;
            double value = 0.5 * before + random.nextGaussian();
            before = value;
            open[t] = Math.exp(last);
            last += volatility * value;
            close[t] = Math.exp(last);
        }
        double[] high = IntStream.range(0, size)
                .mapToDouble(t -> Math.max(open[t], close[t]))
                .toArray();
        double[] low = IntStream.range(0, size)
                .mapToDouble(t -> Math.min(open[t], close[t]))
                .toArray();
        return BarSeries.ofColumns(calendar.key(), calendar.openTimes(), open, high, low, close, calendar.volumes());
    }
}
