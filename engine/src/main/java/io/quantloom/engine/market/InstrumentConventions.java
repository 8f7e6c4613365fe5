package io.quantloom.engine.market;

import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.instrument.TradingCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is concluded about an instrument from its name and its bars where nobody says it. Pure. */
final class InstrumentConventions {

    private static final String ASSUMED = "assumed";
    private static final int FEWEST_DAYS = 14;
    private static final double SATURDAYS = 0.05;
    private static final int HOURS_OF_FX = 20;
    private static final Set<String> CONTRACTS = Set.of("PERP", "MARK", "INDEX", "SWAP", "SPOT");
    private static final List<String> SUFFIXES = List.of("USDT", "USD", "EUR");
    private static final String DEFAULT_CURRENCY = "USD";

    private InstrumentConventions() {}

    /**
     * A calendar and where it comes from.
     *
     * @param note a sentence for the notes of statistics
     * @param isSure whether there were enough days to tell
     */
    record CalendarConclusion(TradingCalendar calendar, String note, boolean isSure) {}

    /** Returns the instrument of the name; the calendar is concluded from the open times of its bars, oldest first. */
    static Instrument instrument(Symbol symbol, long[] openTimes) {
        CalendarConclusion calendar = calendar(openTimes);
        return new Instrument(
                symbol,
                currency(symbol),
                calendar.calendar(),
                calendar.note(),
                Instrument.UNKNOWN_LOT,
                isPerpetual(symbol),
                Optional.empty());
    }

    /** {@return the part after the first {@code - / : _}, else the suffix USDT, USD or EUR, else USD} */
    static String currency(Symbol symbol) {
        String[] parts = symbol.name().toUpperCase(Locale.ROOT).split("[-/:_]", -1);
        if (parts.length > 1 && !parts[1].isEmpty() && !CONTRACTS.contains(parts[1])) {
            return parts[1];
        }
        return SUFFIXES.stream()
                .filter(suffix -> parts[0].endsWith(suffix) && parts[0].length() > suffix.length())
                .findFirst()
                .orElse(DEFAULT_CURRENCY);
    }

    /** {@return whether a part of the name is PERP} */
    static boolean isPerpetual(Symbol symbol) {
        return Arrays.asList(symbol.name().toUpperCase(Locale.ROOT).split("[-/:_.]", -1))
                .contains("PERP");
    }

    /** Returns the calendar by contracts.md, Calendars, from the days in UTC that carry bars. */
    static CalendarConclusion calendar(long[] openTimes) {
        Set<LocalDate> days = new HashSet<>();
        Set<Integer> hours = new HashSet<>();
        for (long openTime : openTimes) {
            ZonedDateTime time = Instant.ofEpochMilli(openTime).atZone(ZoneOffset.UTC);
            days.add(time.toLocalDate());
            hours.add(time.getHour());
        }
        if (days.size() < FEWEST_DAYS) {
            String why = days.isEmpty()
                    ? "there are no bars to tell it from"
                    : "bars on " + days.size() + " days are too few to tell, " + FEWEST_DAYS + " are needed";
            return new CalendarConclusion(TradingCalendar.CRYPTO_24X7, ASSUMED + ": " + why, false);
        }
        double saturdays = share(days, DayOfWeek.SATURDAY);
        double sundays = share(days, DayOfWeek.SUNDAY);
        String seen = String.format(
                Locale.ROOT,
                "concluded from %d days with bars, of them %.1f %% Saturdays and %.1f %% Sundays, in %d different"
                        + " hours",
                days.size(),
                100 * saturdays,
                100 * sundays,
                hours.size());
        TradingCalendar calendar;
        if (saturdays > SATURDAYS) {
            calendar = TradingCalendar.CRYPTO_24X7;
        } else if (sundays > 0 || hours.size() >= HOURS_OF_FX) {
            calendar = TradingCalendar.FX_24X5;
        } else {
            calendar = TradingCalendar.US_EQUITY;
        }
        return new CalendarConclusion(calendar, seen, true);
    }

    /** {@return whether the instrument's calendar was assumed for want of days, so that more days may tell another} */
    static boolean isAssumed(Instrument instrument) {
        return instrument.calendarNote().startsWith(ASSUMED);
    }

    private static double share(Set<LocalDate> days, DayOfWeek day) {
        return (double) days.stream().filter(date -> date.getDayOfWeek() == day).count() / days.size();
    }
}
