package io.quantloom.engine.performance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Returns of calendar months and years, UTC; a bar belongs to the period in which it opens. Periods without a bar are
 * left out: their return is in that of the next one. The product of all {@code 1 + fraction} is
 * {@code final equity / starting cash}. Pure functions.
 */
public final class PeriodReturns {

    private static final long MILLIS_PER_DAY = 86_400_000;

    private PeriodReturns() {}

    /** Returns the months, oldest first. */
    public static List<PeriodReturn> monthly(EquityCurve curve) {
        return of(curve, day -> day.withDayOfMonth(1), from -> from.plusMonths(1));
    }

    /** Returns the years, oldest first. */
    public static List<PeriodReturn> yearly(EquityCurve curve) {
        return of(curve, day -> day.withDayOfYear(1), from -> from.plusYears(1));
    }

    private static List<PeriodReturn> of(
            EquityCurve curve, UnaryOperator<LocalDate> beginning, UnaryOperator<LocalDate> next) {
        List<PeriodReturn> periods = new ArrayList<>();
        double before = curve.startingCash();
        int i = 0;
        while (i < curve.size()) {
            LocalDate from = beginning.apply(LocalDate.ofInstant(Instant.ofEpochMilli(curve.time(i)), ZoneOffset.UTC));
            long end = next.apply(from).toEpochDay() * MILLIS_PER_DAY;
            int first = i;
            while (i < curve.size() && curve.time(i) < end) {
                i++;
            }
            double last = curve.value(i - 1);
            periods.add(new PeriodReturn(from, last / before - 1, i - first));
            before = last;
        }
        return periods;
    }
}
