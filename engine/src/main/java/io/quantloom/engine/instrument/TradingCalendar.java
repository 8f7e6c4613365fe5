package io.quantloom.engine.instrument;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Optional;

/**
 * When an instrument trades, as far as statistics need it: days a year and hours a session. Bars per year
 * {@code N = days × ceil(session / bar)}; 52 for weekly and 12 for monthly bars (contracts.md, Calendars).
 */
public enum TradingCalendar {
    /** Around the clock, every day: 365 days of 24 hours. */
    CRYPTO_24X7("crypto-24x7", 365, Duration.ofHours(24)),
    /** Around the clock on weekdays: 260 days of 24 hours. */
    FX_24X5("fx-24x5", 260, Duration.ofHours(24)),
    /** Regular sessions of the American exchanges: 252 days of 6.5 hours. */
    US_EQUITY("us-equity", 252, Duration.ofMinutes(390));

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    // The week of currencies ends at 17:00 in New York; seven hours later it is midnight.
    private static final Duration FX_DAY_SHIFT = Duration.ofHours(7);
    private static final LocalTime US_OPEN = LocalTime.of(9, 30);
    private static final LocalTime US_CLOSE = LocalTime.of(16, 0);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(28);

    private final String id;
    private final int daysPerYear;
    private final Duration session;

    TradingCalendar(String id, int daysPerYear, Duration session) {
        this.id = id;
        this.daysPerYear = daysPerYear;
        this.session = session;
    }

    /** Returns the calendar with the id, for example {@code "us-equity"}. */
    public static Optional<TradingCalendar> parse(String id) {
        return Arrays.stream(values())
                .filter(calendar -> calendar.id.equals(id))
                .findFirst();
    }

    /** {@return the name used in files and on the command line} */
    public String id() {
        return id;
    }

    /**
     * Returns the number of bars in a year.
     *
     * @param bar length of a bar, above zero
     */
    public double barsPerYear(Duration bar) {
        if (bar.compareTo(MONTH) >= 0) {
            return 12;
        }
        if (bar.compareTo(WEEK) >= 0) {
            return 52;
        }
        long barSeconds = bar.toSeconds();
        return (double) daysPerYear * Math.max(1, Math.ceilDiv(session.toSeconds(), barSeconds));
    }

    /**
     * Returns the trading day to which a bar belongs; empty when the calendar is closed during the whole bar. Holidays are
     * not known: they are days like others.
     *
     * <p>Bars of a day or longer are named by their UTC date. Shorter ones go by New York: a day of currencies lasts from
     * 17:00 to 17:00 and bears the date of its end, a session of equities from 09:30 to 16:00.
     *
     * @param openTime start of the bar
     * @param bar length of the bar, above zero
     */
    public Optional<LocalDate> tradingDay(Instant openTime, Duration bar) {
        LocalDate utc = openTime.atZone(ZoneOffset.UTC).toLocalDate();
        if (this == CRYPTO_24X7) {
            return Optional.of(utc);
        }
        LocalDate day = utc;
        if (bar.compareTo(DAY) < 0) {
            ZonedDateTime start = openTime.atZone(NEW_YORK);
            day = this == FX_24X5 ? start.toLocalDateTime().plus(FX_DAY_SHIFT).toLocalDate() : start.toLocalDate();
            if (this == US_EQUITY && !isInSession(start, bar)) {
                return Optional.empty();
            }
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? Optional.empty() : Optional.of(day);
    }

    private static boolean isInSession(ZonedDateTime start, Duration bar) {
        ZonedDateTime opens = start.with(US_OPEN);
        return start.plus(bar).isAfter(opens) && start.toLocalTime().isBefore(US_CLOSE);
    }
}
