package io.quantloom.engine.instrument;

import java.util.Optional;

/**
 * What is traded and the conventions that its numbers follow. Immutable.
 *
 * @param symbol its name
 * @param currency what prices and cash are counted in, for example {@code USDT}
 * @param calendar when it trades
 * @param calendarNote how the calendar was concluded, for the notes of statistics that use it
 * @param lot smallest tradable quantity, above zero; {@link #UNKNOWN_LOT} when nobody said
 * @param perpetual whether funding is paid
 * @param synthetic why it is no real market, for example {@code "sample market, seed 42"}; empty for real prices
 */
public record Instrument(
        Symbol symbol,
        String currency,
        TradingCalendar calendar,
        String calendarNote,
        double lot,
        boolean perpetual,
        Optional<String> synthetic) {

    /** The lot of an instrument for which none is known (contracts.md, Backtest specification). */
    public static final double UNKNOWN_LOT = 1e-8;

    /** Checks the lot. */
    public Instrument {
        if (!(lot > 0) || Double.isInfinite(lot)) {
            throw new IllegalArgumentException("a lot must be finite and above zero, was " + lot);
        }
    }

    /** Returns this instrument with another calendar. */
    public Instrument withCalendar(TradingCalendar other, String note) {
        return new Instrument(symbol, currency, other, note, lot, perpetual, synthetic);
    }
}
