package io.quantloom.engine.performance;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Equity curves for tests. */
public final class Curves {

    private static final long DAY = 86_400_000;

    private Curves() {}

    /** A curve of daily values from the day on; the first value is the starting cash. */
    public static EquityCurve daily(String firstDay, double... values) {
        long[] times = new long[values.length];
        long first = LocalDate.parse(firstDay)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .toEpochMilli();
        for (int i = 0; i < times.length; i++) {
            times[i] = first + i * DAY;
        }
        return EquityCurve.of(values[0], times, values);
    }
}
