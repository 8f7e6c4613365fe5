package io.quantloom.ui.chart.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartBarsTest {

    private static final long HOUR = 3_600_000;

    private static ChartBars random(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] times = new long[size];
        double[] open = new double[size];
        double[] high = new double[size];
        double[] low = new double[size];
        double[] close = new double[size];
        double[] volume = new double[size];
        double price = 100;
        for (int i = 0; i < size; i++) {
            times[i] = i * HOUR;
            open[i] = price;
            close[i] = price * (0.98 + 0.04 * random.nextDouble());
            high[i] = Math.max(open[i], close[i]) * 1.01;
            low[i] = Math.min(open[i], close[i]) * 0.99;
            volume[i] = random.nextInt(10) == 0 ? Double.NaN : random.nextDouble();
            price = close[i];
        }
        return ChartBars.of(times, open, high, low, close, volume);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void mergedBarsKeepFirstHighestLowestAndLast(long seed) {
        ChartBars bars = random(1000 + (int) seed, seed);

        ChartBars.Level level = bars.level(3);

        for (int i = 0; i < level.size(); i++) {
            int first = 8 * i;
            int last = Math.min(first + 7, bars.size() - 1);
            Extent extent = new Extent();
            for (int j = first; j <= last; j++) {
                extent.add(bars.high(j));
                extent.add(bars.low(j));
            }
            assertThat(level.open[i]).isEqualTo(bars.open(first));
            assertThat(level.close[i]).isEqualTo(bars.close(last));
            assertThat(level.high[i]).isEqualTo(extent.max());
            assertThat(level.low[i]).isEqualTo(extent.min());
        }
    }

    @Test
    void drawsAtMostOneBarForTwoPixels() {
        ChartBars bars = random(1_000_000, 7);
        double width = 800;
        double pitch = width / bars.size();

        int k = bars.levelFor(pitch, CandleLayer.MIN_PITCH);

        assertThat((double) bars.level(k).size()).isLessThanOrEqualTo(width / 2 + 1);
        assertThat(bars.level(k).size()).isGreaterThan(100);
    }

    @Test
    void findsTheBarThatCoversATime() {
        ChartBars bars = random(10, 1);

        assertThat(bars.indexAt(3 * HOUR)).isEqualTo(3);
        assertThat(bars.indexAt(3 * HOUR + 1)).isEqualTo(3);
        assertThat(bars.indexAt(-1)).isEqualTo(-1);
    }

    @Test
    void keepsEveryPeakOfALineAtEveryLevel() {
        double[] values = new double[100_000];
        values[77_777] = 42;
        values[12_345] = -13;
        ChartLine line = ChartLine.of("line", "accent", values);

        int k = line.levelFor(800.0 / values.length);

        Extent extent = new Extent();
        extent.addAll(line.minima(k), 0, values.length);
        extent.addAll(line.maxima(k), 0, values.length);
        assertThat(extent.max()).isEqualTo(42);
        assertThat(extent.min()).isEqualTo(-13);
        assertThat(line.maxima(k)).hasSizeLessThan(2 * 800);
    }

    @Test
    void aLineKnowsItsFirstAndLastValuesBesideGaps() {
        ChartLine line = ChartLine.of("sma", "s1", new double[] {Double.NaN, 2, 3, Double.NaN});

        assertThat(line.first()).isEqualTo(2);
        assertThat(line.last()).isEqualTo(3);
        assertThat(line.value(9)).isNaN();
    }
}
