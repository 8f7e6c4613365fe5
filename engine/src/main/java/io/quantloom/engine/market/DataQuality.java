package io.quantloom.engine.market;

import io.quantloom.engine.instrument.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a look at a series finds worth knowing before one trusts it. Nothing here is impossible; impossible bars never
 * enter a series. Immutable.
 *
 * @param key which series
 * @param bars number of bars
 * @param first open time of the first bar; empty when there is none
 * @param last open time of the last bar
 * @param findings one for each {@link Kind}, in its order
 * @param missing bars missing in all gaps together
 * @param longestGap the gap in which the most bars are missing, of several the first
 */
public record DataQuality(
        SeriesKey key,
        int bars,
        Optional<Instant> first,
        Optional<Instant> last,
        List<Finding> findings,
        long missing,
        Optional<Gap> longestGap) {

    private static final double JUMP_DEVIATIONS = 10;
    private static final double JUMP_RETURN = 0.5;
    /** Standard deviation of a Gaussian over its median absolute deviation: 1 / Φ⁻¹(3/4). */
    private static final double DEVIATION_OF_MEDIAN = 1.4826;

    /** What can be found. */
    public enum Kind {
        /**
         * Bars are missing where the calendar trades. Where it closes at all, a day off is no gap: what is missing up to the
         * close of a day and on one whole day after it may be an early close and a holiday.
         */
        GAP,
        /** Open, high, low and close are equal. */
        FLAT,
        /** Nothing was traded. */
        ZERO_VOLUME,
        /** Nobody said what was traded. */
        UNKNOWN_VOLUME,
        /**
         * The return from close to close exceeds 50 %, or ten robust standard deviations (1.4826 times the median absolute
         * deviation from the median), up or down.
         */
        JUMP,
        /** The bar begins before the one before it has ended. */
        OVERLAP
    }

    /**
     * How often something was found.
     *
     * @param kind what
     * @param count how often
     * @param first open time of the first bar it was found at, for a gap of the bar after it
     * @param last open time of the last one
     */
    public record Finding(Kind kind, int count, Optional<Instant> first, Optional<Instant> last) {}

    /**
     * Missing bars between two that are there.
     *
     * @param after open time of the bar before the gap
     * @param before open time of the bar behind the gap
     * @param missing bars missing, above zero
     */
    public record Gap(Instant after, Instant before, long missing) {}

    /** Copies the list. */
    public DataQuality {
        findings = List.copyOf(findings);
    }

    /** Looks at the series; gaps are judged by the calendar. */
    public static DataQuality of(BarSeries series, TradingCalendar calendar) {
        int size = series.size();
        List<Tally> tallies = Arrays.stream(Kind.values()).map(Tally::new).toList();
        long missing = 0;
        Optional<Gap> longest = Optional.empty();
        JumpTest jumps = JumpTest.of(series);
        for (int i = 0; i < size; i++) {
            Bar bar = series.bar(i);
            Optional<Gap> gap = i == 0 ? Optional.empty() : gap(series, i, calendar);
            for (Tally tally : tallies) {
                boolean seen = tally.kind == Kind.GAP ? gap.isPresent() : isSeen(tally.kind, bar, i, series, jumps);
                if (seen) {
                    tally.add(bar.openTime());
                }
            }
            if (gap.isPresent()) {
                missing += gap.get().missing();
                if (longest.isEmpty() || gap.get().missing() > longest.get().missing()) {
                    longest = gap;
                }
            }
        }
        Optional<Instant> first = size == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(series.openTime(0)));
        Optional<Instant> last =
                size == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(series.openTime(size - 1)));
        List<Finding> findings = tallies.stream().map(Tally::finding).toList();
        return new DataQuality(series.key(), size, first, last, findings, missing, longest);
    }

    /** {@return how often the kind was found} */
    public int count(Kind kind) {
        return findings.stream()
                .filter(finding -> finding.kind() == kind)
                .mapToInt(Finding::count)
                .sum();
    }

    private static boolean isSeen(Kind kind, Bar bar, int i, BarSeries series, JumpTest jumps) {
        return switch (kind) {
            case GAP -> throw new IllegalArgumentException("gaps lie between bars");
            case FLAT -> bar.high() == bar.low();
            case ZERO_VOLUME -> bar.volume() == 0;
            case UNKNOWN_VOLUME -> Double.isNaN(bar.volume());
            case JUMP -> i > 0 && jumps.isJump(bar.close() / series.close(i - 1) - 1);
            case OVERLAP ->
                i > 0
                        && bar.openTime() - series.openTime(i - 1)
                                < series.key().timeframe().millis();
        };
    }

    /** {@return the gap before bar {@code i}, if there is one} */
    private static Optional<Gap> gap(BarSeries series, int i, TradingCalendar calendar) {
        Duration bar = series.key().timeframe().length();
        long step = bar.toMillis();
        long after = series.openTime(i - 1);
        long before = series.openTime(i);
        if (before - after <= step) {
            return Optional.empty();
        }
        long missing = 0;
        if (calendar == TradingCalendar.CRYPTO_24X7 || bar.compareTo(Timeframe.DAY.length()) > 0) {
            missing = Math.round((double) (before - after) / step) - 1;
        } else {
            Set<LocalDate> days = new HashSet<>();
            for (long slot = after + step; slot < before; slot += step) {
                Optional<LocalDate> day = calendar.tradingDay(Instant.ofEpochMilli(slot), bar);
                missing += day.isPresent() ? 1 : 0;
                day.ifPresent(days::add);
            }
            if (isDayOff(days, calendar, bar, after, before)) {
                return Optional.empty();
            }
        }
        return missing == 0
                ? Optional.empty()
                : Optional.of(new Gap(Instant.ofEpochMilli(after), Instant.ofEpochMilli(before), missing));
    }

    private static boolean isDayOff(
            Set<LocalDate> days, TradingCalendar calendar, Duration bar, long after, long before) {
        Optional<LocalDate> begun = calendar.tradingDay(Instant.ofEpochMilli(after), bar);
        Optional<LocalDate> next = calendar.tradingDay(Instant.ofEpochMilli(before), bar);
        long whole =
                days.stream().filter(day -> !begun.equals(Optional.of(day))).count();
        return whole <= 1 && !next.map(days::contains).orElse(false);
    }

    /** Tells jumps by the spread of all returns. */
    private record JumpTest(double median, double limit) {

        static JumpTest of(BarSeries series) {
            double[] returns = new double[Math.max(0, series.size() - 1)];
            for (int i = 0; i < returns.length; i++) {
                returns[i] = series.close(i + 1) / series.close(i) - 1;
            }
            double median = median(returns);
            double deviation = DEVIATION_OF_MEDIAN
                    * median(Arrays.stream(returns)
                            .map(value -> Math.abs(value - median))
                            .toArray());
            // More than half of the bars stand still: there is no spread to judge by.
            double limit = deviation > 0 ? JUMP_DEVIATIONS * deviation : Double.POSITIVE_INFINITY;
            return new JumpTest(median, limit);
        }

        boolean isJump(double value) {
            return Math.abs(value) > JUMP_RETURN || Math.abs(value - median) > limit;
        }

        private static double median(double[] values) {
            if (values.length == 0) {
                return 0;
            }
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }
    }

    /** Counts one kind while the series is looked at. */
    private static final class Tally {
        private final Kind kind;
        private int count;
        private long first;
        private long last;

        Tally(Kind kind) {
            this.kind = kind;
        }

        void add(long openTime) {
            first = count == 0 ? openTime : first;
            last = openTime;
            count++;
        }

        Finding finding() {
            return count == 0
                    ? new Finding(kind, 0, Optional.empty(), Optional.empty())
                    : new Finding(
                            kind,
                            count,
                            Optional.of(Instant.ofEpochMilli(first)),
                            Optional.of(Instant.ofEpochMilli(last)));
        }
    }
}
