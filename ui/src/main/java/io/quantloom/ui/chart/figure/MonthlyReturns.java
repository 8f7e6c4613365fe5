package io.quantloom.ui.chart.figure;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Returns of calendar months and years, for {@link HeatMap}. Immutable. */
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
     * Returns the returns, one row for each year from the first to the last that has a month.
     *
     * @param months fractions by month
     * @param years fractions by year
     */
    public static MonthlyReturns of(Map<YearMonth, Double> months, Map<Integer, Double> years) {
        if (months.isEmpty()) {
            return new MonthlyReturns(0, new double[0][], new double[0]);
        }
        SortedMap<YearMonth, Double> sorted = new TreeMap<>(months);
        int first = sorted.firstKey().getYear();
        int count = sorted.lastKey().getYear() - first + 1;
        double[][] cells = new double[count][12];
        double[] totals = new double[count];
        Arrays.stream(cells).forEach(row -> Arrays.fill(row, Double.NaN));
        Arrays.fill(totals, Double.NaN);
        sorted.forEach((month, fraction) -> cells[month.getYear() - first][month.getMonthValue() - 1] = fraction);
        years.forEach((year, fraction) -> {
            if (year >= first && year < first + count) {
                totals[year - first] = fraction;
            }
        });
        return new MonthlyReturns(first, cells, totals);
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

    /** {@return the return of a year, a fraction; NaN where there is none} */
    public double total(int row) {
        return years[row];
    }
}
