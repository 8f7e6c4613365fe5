package io.quantloom.engine.market;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes longer bars from shorter ones. Pure.
 *
 * <p>A long bar covers [openTime, openTime + timeframe) on a UTC grid: days begin at 00:00, weeks on Monday, everything
 * else at multiples of the timeframe since 1970. It opens with the first short bar inside and closes with the last; high
 * and low are the extremes, the volume is the sum, and unknown when one of the parts is. A long bar without a short one is
 * left out; one with gaps inside is made of what there is.
 */
public final class Resampling {

    private static final long WEEK = Duration.ofDays(7).toMillis();
    // 1970-01-05 was the first Monday.
    private static final long MONDAY = Duration.ofDays(4).toMillis();

    private Resampling() {}

    /** What becomes of a last long bar whose end the short bars do not reach. */
    public enum LastBar {
        /** It is left out: a bar that is not closed is no bar. Right for what trades around the clock. */
        COMPLETE_ONLY,
        /** It is kept. Right where the session ends before the day does. */
        KEPT
    }

    /**
     * Returns the series in longer bars, under the key with that timeframe.
     *
     * @param series the shorter bars
     * @param timeframe a whole multiple of the series' own
     * @throws IllegalArgumentException if it is no whole multiple
     */
    public static BarSeries of(BarSeries series, Timeframe timeframe, LastBar lastBar) {
        SeriesKey key = series.key();
        long length = timeframe.millis();
        long part = key.timeframe().millis();
        if (length < part || length % part != 0) {
            throw new IllegalArgumentException(timeframe + " is no whole multiple of " + key.timeframe());
        }
        long offset = length % WEEK == 0 ? MONDAY : 0;
        List<Bar> bars = new ArrayList<>();
        int from = 0;
        while (from < series.size()) {
            long start = Math.floorDiv(series.openTime(from) - offset, length) * length + offset;
            int to = series.firstAtOrAfter(start + length);
            boolean reachesEnd = to < series.size() || series.openTime(to - 1) + part >= start + length;
            if (reachesEnd || lastBar == LastBar.KEPT) {
                bars.add(merged(series, from, to, start));
            }
            from = to;
        }
        return BarSeries.of(new SeriesKey(key.symbol(), timeframe, key.source()), bars);
    }

    private static Bar merged(BarSeries series, int from, int to, long openTime) {
        double high = series.high(from);
        double low = series.low(from);
        double volume = 0;
        for (int i = from; i < to; i++) {
            high = Math.max(high, series.high(i));
            low = Math.min(low, series.low(i));
            volume += series.volume(i);
        }
        return new Bar(openTime, series.open(from), high, low, series.close(to - 1), volume);
    }
}
