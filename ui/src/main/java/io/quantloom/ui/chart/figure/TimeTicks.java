package io.quantloom.ui.chart.figure;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round times over a stretch, from seconds to years, UTC. */
final class TimeTicks {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long[] STEPS = {
        SECOND,
        2 * SECOND,
        5 * SECOND,
        10 * SECOND,
        30 * SECOND,
        MINUTE,
        2 * MINUTE,
        5 * MINUTE,
        10 * MINUTE,
        30 * MINUTE,
        HOUR,
        2 * HOUR,
        6 * HOUR,
        12 * HOUR,
        DAY,
        2 * DAY,
        7 * DAY,
        14 * DAY
    };
    private static final int[] MONTHS = {1, 3, 6, 12, 24, 60, 120};
    private static final double MONTH_DAYS = 30.44;

    private TimeTicks() {}

    /**
     * A time with its text.
     *
     * @param time epoch milliseconds UTC
     * @param text ready to show
     */
    record Tick(long time, String text) {}

    /** Returns at most about so many ticks between two times. */
    static List<Tick> over(long from, long to, double wanted) {
        double distance = (to - from) / Math.max(1, wanted);
        for (long step : STEPS) {
            if (step >= distance) {
                return even(from, to, step);
            }
        }
        for (int months : MONTHS) {
            if (months * MONTH_DAYS * DAY >= distance) {
                return monthly(from, to, months);
            }
        }
        return monthly(from, to, MONTHS[MONTHS.length - 1]);
    }

    private static List<Tick> even(long from, long to, long step) {
        DateTimeFormatter format = form(step < MINUTE ? "HH:mm:ss" : step < DAY ? "HH:mm" : "d MMM");
        var ticks = new ArrayList<Tick>();
        for (long time = Math.ceilDiv(from, step) * step; time <= to; time += step) {
            ticks.add(new Tick(time, format.format(Instant.ofEpochMilli(time))));
        }
        return ticks;
    }

    private static List<Tick> monthly(long from, long to, int months) {
        DateTimeFormatter format = form(months < 12 ? "MMM yyyy" : "yyyy");
        var ticks = new ArrayList<Tick>();
        YearMonth first = YearMonth.from(Instant.ofEpochMilli(from).atZone(ZoneOffset.UTC));
        long count = first.getYear() * 12L + first.getMonthValue() - 1;
        for (long month = Math.ceilDiv(count, months) * months; ; month += months) {
            YearMonth at =
                    YearMonth.of(Math.toIntExact(Math.floorDiv(month, 12L)), 1 + (int) Math.floorMod(month, 12L));
            long time = at.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
            if (time > to) {
                return ticks;
            }
            if (time >= from) {
                ticks.add(new Tick(time, format.format(Instant.ofEpochMilli(time))));
            }
        }
    }

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
