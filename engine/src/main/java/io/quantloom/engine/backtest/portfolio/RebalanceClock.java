package io.quantloom.engine.backtest.portfolio;

import io.quantloom.engine.backtest.BacktestPlan.Rebalance;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/** Tells at which closes a portfolio is brought back to its weights by the calendar (UTC) or by a count of bars. Mutable. */
final class RebalanceClock {

    private final Rebalance rebalance;
    private long period = Long.MIN_VALUE;
    private int bars;

    RebalanceClock(Rebalance rebalance) {
        this.rebalance = rebalance;
    }

    /**
     * Takes the bar that has just closed, by its open time; true at the first close of a new day, week (from Monday) or month,
     * or at every n-th close. The first bar of all is none of them.
     */
    boolean isDue(long openTime) {
        return switch (rebalance) {
            case Rebalance.Never _, Rebalance.Band _ -> false;
            case Rebalance.Bars every -> ++bars % every.count() == 0;
            case Rebalance.Calendar calendar -> isNew(period(calendar, openTime));
        };
    }

    private boolean isNew(long now) {
        boolean first = period == Long.MIN_VALUE;
        boolean changed = now != period;
        period = now;
        return changed && !first;
    }

    private static long period(Rebalance.Calendar calendar, long openTime) {
        LocalDate day = Instant.ofEpochMilli(openTime).atZone(ZoneOffset.UTC).toLocalDate();
        return switch (calendar) {
            case DAILY -> day.toEpochDay();
            case WEEKLY ->
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toEpochDay();
            case MONTHLY -> day.withDayOfMonth(1).toEpochDay();
        };
    }
}
