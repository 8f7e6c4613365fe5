package io.quantloom.ui.chart.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;

/** Returns of calendar months and years in UTC, from an equity curve; for {@link HeatMap}. Immutable. */
public final class MonthlyReturns {

    private final int firstYear;
    private final double[][] months;
    private final double[] years;

    private MonthlyReturns(int firstYear, double[][] months, double[] years) {
        this.firstYear = firstYear;
        this.months = months;
        this.years = years;
    }

    /**
     * Returns the returns of a curve: for each month its last value over the last value before it, minus one.
     *
     * @param start value before the first one
     * @param times epoch milliseconds UTC, ascending
     * @param values amounts above zero
     */
    public static MonthlyReturns of(double start, long[] times, double[] values) {
        if (times.length == 0) {
            return new MonthlyReturns(0, new double[0][], new double[0]);
        }
        int firstYear = date(times[0]).getYear();
        int count = date(times[times.length - 1]).getYear() - firstYear + 1;
        double[][] months = new double[count][12];
        Arrays.stream(months).forEach(row -> Arrays.fill(row, Double.NaN));
        double[] years = new double[count];
        Arrays.fill(years, 1);
        double before = start;
        for (int i = 0; i < times.length; i++) {
            LocalDate date = date(times[i]);
            boolean monthEnds = i == times.length - 1
                    || date(times[i + 1]).getMonthValue() != date.getMonthValue()
                    || date(times[i + 1]).getYear() != date.getYear();
            if (monthEnds) {
                int year = date.getYear() - firstYear;
                months[year][date.getMonthValue() - 1] = values[i] / before - 1;
                years[year] *= values[i] / before;
                before = values[i];
            }
        }
        return new MonthlyReturns(
                firstYear, months, Arrays.stream(years).map(year -> year - 1).toArray());
    }

    /** {@return the number of years} */
    public int years() {
        return years.length;
    }

    /** {@return the calendar year of a row} */
    public int year(int row) {
        return firstYear + row;
    }

    /** {@return the return of a month (0 is January), a fraction; NaN where there is none} */
    public double month(int row, int month) {
        return months[row][month];
    }

    /** {@return the compounded return of a year, a fraction} */
    public double total(int row) {
        return years[row];
    }

    private static LocalDate date(long millis) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }
}
