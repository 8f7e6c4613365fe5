package io.quantloom.engine.performance;

import java.time.LocalDate;

/**
 * What a calendar month or year brought. Immutable.
 *
 * @param from first day of the month or year, UTC
 * @param fraction last equity of the period over the last equity before it, less 1; the first period is measured from
 *     the starting cash
 * @param bars that open in the period, above zero
 */
public record PeriodReturn(LocalDate from, double fraction, int bars) {}
