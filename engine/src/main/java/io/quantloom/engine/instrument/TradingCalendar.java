package io.quantloom.engine.instrument;

import java.time.Duration;
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
}
