package io.quantloom.engine.market;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        List<Bar> bars = new ArrayList<>();
        int from = 0;
        while (from < series.size()) {
            long start = start(series.openTime(from), length);
            int to = series.firstAtOrAfter(start + length);
            boolean reachesEnd = to < series.size() || series.openTime(to - 1) + part >= start + length;
            if (reachesEnd || lastBar == LastBar.KEPT) {
                bars.add(merged(series, from, to, start));
            }
            from = to;
        }
        return BarSeries.of(new SeriesKey(key.symbol(), timeframe, key.source()), bars);
    }

    private static long start(long time, long length) {
        long offset = length % WEEK == 0 ? MONDAY : 0;
        return Math.floorDiv(time - offset, length) * length + offset;
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

    /**
     * {@link LastBar#COMPLETE_ONLY} bar by bar: hands out each long bar once it has closed. Has state; used by one thread.
     */
    public static final class Stream {
        private final long part;
        private final long length;
        private @Nullable Bar open;

        /**
         * Begins without bars.
         *
         * @param of the timeframe of the shorter bars
         * @param to a whole multiple of it
         */
        public Stream(Timeframe of, Timeframe to) {
            this.part = of.millis();
            this.length = to.millis();
        }

        /**
         * Takes the short bar that has just closed, later than all before it and not overlapping them, and returns the long
         * bars that are closed with it: none, one, or two after a gap.
         */
        public List<Bar> next(Bar bar) {
            List<Bar> closed = new ArrayList<>(2);
            long start = start(bar.openTime(), length);
            Bar before = open;
            if (before != null && before.openTime() < start) {
                closed.add(before);
                before = null;
            }
            Bar now = before == null ? opened(bar, start) : extended(before, bar);
            if (bar.openTime() + part >= start + length) {
                closed.add(now);
                open = null;
            } else {
                open = now;
            }
            return closed;
        }

        private static Bar opened(Bar bar, long start) {
            return new Bar(start, bar.open(), bar.high(), bar.low(), bar.close(), 0 + bar.volume());
        }

        private static Bar extended(Bar bar, Bar by) {
            return new Bar(
                    bar.openTime(),
                    bar.open(),
                    Math.max(bar.high(), by.high()),
                    Math.min(bar.low(), by.low()),
                    by.close(),
                    bar.volume() + by.volume());
        }
    }
}
