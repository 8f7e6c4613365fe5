package io.quantloom.engine.backtest.grid;

import io.quantloom.engine.backtest.fast.FastStatistics;
import io.quantloom.engine.performance.Statistic;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The combinations that were run, one a row, with their statistics in columns: those of
 * {@link FastStatistics#COLUMNS}, in sample and, where the data was split, out of sample. Rows ascend by the number of
 * their combination, the last axis running fastest. Immutable and safe for use by several threads.
 */
public final class GridTable {

    private final GridNumbers numbers;
    private final Rows rows;
    private final double[] neighborhood;

    /** The columns of a table, by statistic and then by row; {@code outOfSample} has no column without a split. */
    static final class Rows {
        final long[] combinations;
        final boolean[] fast;
        final double[][] inSample;
        final double[][] outOfSample;

        Rows(long[] combinations, boolean[] fast, double[][] inSample, double[][] outOfSample) {
            this.combinations = combinations;
            this.fast = fast;
            this.inSample = inSample;
            this.outOfSample = outOfSample;
        }
    }

    private GridTable(GridNumbers numbers, Rows rows, double[] neighborhood) {
        this.numbers = numbers;
        this.rows = rows;
        this.neighborhood = neighborhood;
    }

    /** Returns the table of the rows, which the caller gives away, with the neighbourhood's mean of the objective. */
    static GridTable of(List<GridAxis> axes, Rows rows, Statistic objective) {
        var numbers = new GridNumbers(axes);
        double[] values = rows.inSample[column(objective)];
        double[] neighborhood = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            neighborhood[row] = meanOfNeighbors(numbers, rows.combinations, values, row);
        }
        return new GridTable(numbers, rows, neighborhood);
    }

    /** {@return the parameters} */
    public List<GridAxis> axes() {
        return numbers.axes();
    }

    /** {@return the number of rows} */
    public int size() {
        return rows.combinations.length;
    }

    /** {@return the values of the row's parameters by key, as they would stand in the file} */
    public Map<String, String> parameters(int row) {
        return numbers.parameters(rows.combinations[row]);
    }

    /** {@return which value of the axis the row has, an index into its values} */
    public int choice(int row, int axis) {
        return numbers.choice(rows.combinations[row], axis);
    }

    /** {@return whether the fast path ran it; else it was the kernel} */
    public boolean isFast(int row) {
        return rows.fast[row];
    }

    /** {@return the number of rows that the kernel ran} */
    public int kernelRows() {
        return (int) IntStream.range(0, size()).filter(row -> !rows.fast[row]).count();
    }

    /** {@return the row's statistic in sample; empty when undefined} */
    public OptionalDouble inSample(Statistic statistic, int row) {
        return optional(rows.inSample[column(statistic)][row]);
    }

    /** {@return whether there is an out-of-sample part} */
    public boolean isSplit() {
        return rows.outOfSample.length > 0;
    }

    /** {@return the row's statistic out of sample; empty when undefined or without a split} */
    public OptionalDouble outOfSample(Statistic statistic, int row) {
        return isSplit() ? optional(rows.outOfSample[column(statistic)][row]) : OptionalDouble.empty();
    }

    /**
     * {@return the mean of the objective, in sample, over the combinations one step away in one parameter, the row itself not
     * counted; empty when none of them was run or has one} A high value that its neighbours do not share is luck.
     */
    public OptionalDouble neighborhood(int row) {
        return optional(neighborhood[row]);
    }

    /** Returns rows by the objective in sample, best first; those without it are left out. */
    public List<Integer> best(Statistic objective, int most) {
        return ranked(objective, rows.inSample[column(objective)], most);
    }

    /** Returns rows by the mean of their neighbourhood, best first; those without one are left out. */
    public List<Integer> mostRobust(Statistic objective, int most) {
        return ranked(objective, neighborhood, most);
    }

    /** {@return whether less of the statistic is better} */
    public static boolean lessIsBetter(Statistic statistic) {
        return statistic == Statistic.MAX_DRAWDOWN || statistic == Statistic.ANNUALIZED_VOLATILITY;
    }

    Rows rows() {
        return rows;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GridTable table
                && numbers.equals(table.numbers)
                && Arrays.equals(rows.combinations, table.rows.combinations)
                && Arrays.equals(rows.fast, table.rows.fast)
                && Arrays.deepEquals(rows.inSample, table.rows.inSample)
                && Arrays.deepEquals(rows.outOfSample, table.rows.outOfSample)
                && Arrays.equals(neighborhood, table.neighborhood);
    }

    @Override
    public int hashCode() {
        return 31 * numbers.hashCode() + Arrays.hashCode(rows.combinations);
    }

    @Override
    public String toString() {
        return size() + " combinations of " + numbers.axes();
    }

    private static int column(Statistic statistic) {
        int column = FastStatistics.COLUMNS.indexOf(statistic);
        if (column < 0) {
            throw new IllegalArgumentException("a grid has no column " + statistic.key());
        }
        return column;
    }

    private static List<Integer> ranked(Statistic objective, double[] values, int most) {
        double sign = lessIsBetter(objective) ? 1 : -1;
        return IntStream.range(0, values.length)
                .filter(row -> !Double.isNaN(values[row]))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> sign * values[row])
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }

    private static double meanOfNeighbors(GridNumbers numbers, long[] combinations, double[] values, int row) {
        double sum = 0;
        int count = 0;
        for (int axis = 0; axis < numbers.axes().size(); axis++) {
            for (int steps = -1; steps <= 1; steps += 2) {
                long number = numbers.neighbor(combinations[row], axis, steps);
                int neighbor = number < 0 ? -1 : Arrays.binarySearch(combinations, number);
                if (neighbor >= 0 && !Double.isNaN(values[neighbor])) {
                    sum += values[neighbor];
                    count++;
                }
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private static OptionalDouble optional(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
