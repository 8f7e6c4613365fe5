package io.quantloom.engine.performance;

import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.market.Timeframe;

/**
 * How many bars make a year. Immutable.
 *
 * @param barsPerYear N of the formulas, above zero
 * @param note where it comes from, for the notes of every statistic that uses it
 */
public record Annualization(double barsPerYear, String note) {

    /** Checks the range. */
    public Annualization {
        if (!(barsPerYear > 0) || Double.isInfinite(barsPerYear)) {
            throw new IllegalArgumentException("bars per year must be finite and above zero, was " + barsPerYear);
        }
    }

    /** Returns the bars per year of the instrument's calendar. */
    public static Annualization of(Instrument instrument, Timeframe timeframe) {
        double bars = instrument.calendar().barsPerYear(timeframe.length());
        String note = "N = " + (long) bars + " bars a year, calendar "
                + instrument.calendar().id();
        return new Annualization(
                bars, instrument.calendarNote().isBlank() ? note : note + " (" + instrument.calendarNote() + ")");
    }
}
