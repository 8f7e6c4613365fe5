package io.quantloom.engine.training.tracking;

import io.quantloom.engine.performance.Statistic;
import io.quantloom.engine.performance.Statistics;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Figures as they stand in what stages say: a few digits, shares in percent, times in UTC to the minute. */
public final class StageText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final List<Statistic> TRADED =
            List.of(Statistic.SHARPE_RATIO, Statistic.TOTAL_RETURN, Statistic.MAX_DRAWDOWN, Statistic.TRADES);

    private StageText() {}

    /** Returns a count with its noun, in the plural unless it is 1. */
    public static String count(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }

    /** Returns the number with three decimals; a dash when it is none. */
    public static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "—";
    }

    /** Returns the fraction in percent. */
    public static String percent(double fraction) {
        return Double.isFinite(fraction) ? String.format(Locale.ROOT, "%.1f %%", 100 * fraction) : "—";
    }

    /** Returns the share of a part in percent. */
    public static String share(long part, long whole) {
        return percent((double) part / whole);
    }

    /** Returns the time of epoch milliseconds. */
    public static String time(long millis) {
        return TIME.format(Instant.ofEpochMilli(millis));
    }

    /** Returns how a backtest traded. */
    public static String traded(Statistics statistics) {
        var parts = new ArrayList<String>();
        for (Statistic statistic : TRADED) {
            OptionalDouble value = statistics.get(statistic.key());
            parts.add(statistic.key() + " "
                    + switch (statistic.form()) {
                        case FRACTION -> percent(value.orElse(Double.NaN));
                        case COUNT -> value.isPresent() ? String.valueOf(Math.round(value.getAsDouble())) : "—";
                        default -> number(value.orElse(Double.NaN));
                    });
        }
        return String.join(", ", parts);
    }
}
