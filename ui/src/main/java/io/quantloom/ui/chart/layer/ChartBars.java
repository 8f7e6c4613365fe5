package io.quantloom.ui.chart.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bars to draw, oldest first, with a pyramid of merged bars: level {@code k} holds the bars merged {@code 2^k} to one
 * (first open, highest high, lowest low, last close, volumes added). Made away from the JavaFX thread. Immutable.
 */
public final class ChartBars {

    private static final int SMALLEST_LEVEL = 64;
    private static final long DAY_MILLIS = 86_400_000;

    private final long[] times;
    private final List<Level> levels;

    private ChartBars(long[] times, List<Level> levels) {
        this.times = times;
        this.levels = levels;
    }

    /** One level of the pyramid. Columns are read, never written, by painters of this package. */
    static final class Level {
        final double[] open;
        final double[] high;
        final double[] low;
        final double[] close;
        final double[] volume;

        Level(double[] open, double[] high, double[] low, double[] close, double[] volume) {
            this.open = open;
            this.high = high;
            this.low = low;
            this.close = close;
            this.volume = volume;
        }

        int size() {
            return open.length;
        }

        /** Two bars become one; an odd last one stays alone. */
        Level merged() {
            int size = (size() + 1) / 2;
            Level out =
                    new Level(new double[size], new double[size], new double[size], new double[size], new double[size]);
            for (int i = 0; i < size; i++) {
                int first = 2 * i;
                int last = Math.min(first + 1, size() - 1);
                out.open[i] = open[first];
                out.high[i] = Math.max(high[first], high[last]);
                out.low[i] = Math.min(low[first], low[last]);
                out.close[i] = close[last];
                out.volume[i] = last == first ? volume[first] : added(volume[first], volume[last]);
            }
            return out;
        }

        private static double added(double one, double two) {
            return Double.isNaN(one) ? two : Double.isNaN(two) ? one : one + two;
        }
    }

    /**
     * Returns bars over the columns, which the caller gives away.
     *
     * @param openTimes epoch milliseconds UTC, ascending
     * @param volume units, NaN where unknown
     */
    public static ChartBars of(
            long[] openTimes, double[] open, double[] high, double[] low, double[] close, double[] volume) {
        List<Level> levels = new ArrayList<>();
        Level level = new Level(open, high, low, close, volume);
        levels.add(level);
        while (level.size() > SMALLEST_LEVEL) {
            level = level.merged();
            levels.add(level);
        }
        return new ChartBars(openTimes, List.copyOf(levels));
    }

    /** Returns no bars. */
    public static ChartBars none() {
        double[] empty = {};
        return of(new long[0], empty, empty, empty, empty, empty);
    }

    /** {@return the number of bars} */
    public int size() {
        return times.length;
    }

    /** {@return the open time of bar {@code i}, epoch milliseconds UTC} */
    public long time(int i) {
        return times[i];
    }

    /** {@return the opening price of bar {@code i}} */
    public double open(int i) {
        return levels.getFirst().open[i];
    }

    /** {@return the highest price of bar {@code i}} */
    public double high(int i) {
        return levels.getFirst().high[i];
    }

    /** {@return the lowest price of bar {@code i}} */
    public double low(int i) {
        return levels.getFirst().low[i];
    }

    /** {@return the closing price of bar {@code i}} */
    public double close(int i) {
        return levels.getFirst().close[i];
    }

    /** {@return the volume of bar {@code i}, NaN when unknown} */
    public double volume(int i) {
        return levels.getFirst().volume[i];
    }

    /** {@return a copy of the last closing prices, at most so many} */
    public double[] lastCloses(int count) {
        return Arrays.copyOfRange(levels.getFirst().close, Math.max(0, size() - count), size());
    }

    /** {@return the index of the last bar that opened at or before the time, −1 if there is none} */
    public int indexAt(long epochMillis) {
        int found = Arrays.binarySearch(times, epochMillis);
        return found >= 0 ? found : -found - 2;
    }

    /** {@return whether bars last a day or more, so that their hour says nothing} */
    public boolean isDaily() {
        return isDaily(times);
    }

    /** {@return whether the open times are those of bars of a day or more} */
    public static boolean isDaily(long[] times) {
        return times.length > 1 && times[times.length - 1] - times[0] >= (times.length - 1) * DAY_MILLIS;
    }

    /** {@return the open times, epoch milliseconds UTC; shared, not to be written} */
    public long[] times() {
        return times;
    }

    /** {@return how many bars one candle stands for, when bars are so many pixels apart} */
    public int mergedAt(double pitch) {
        return 1 << levelFor(pitch, CandleLayer.MIN_PITCH);
    }

    Level level(int k) {
        return levels.get(k);
    }

    /** The finest level whose bars are at least so many pixels apart, for bars {@code pitch} pixels apart. */
    int levelFor(double pitch, double wanted) {
        int k = 0;
        while (k < levels.size() - 1 && pitch * (1L << k) < wanted) {
            k++;
        }
        return k;
    }
}
