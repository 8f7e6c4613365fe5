package io.quantloom.engine.market.csv;

import io.quantloom.engine.market.ImportReport.Rejection;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of a time, some numbers and the line they stand in, in columns. Grows while a file is read; {@link #settle} then
 * brings it into order. Used by one thread.
 */
public final class RowTable {

    private final double[][] values;
    private long[] times;
    private long[] lines;
    private int size;
    private int repeated;

    /** Makes an empty table of rows with {@code width} numbers. */
    RowTable(int width) {
        values = new double[width][1024];
        times = new long[1024];
        lines = new long[1024];
    }

    /** {@return the number of rows} */
    public int size() {
        return size;
    }

    /** {@return how many rows were left out because they repeat another in every number} */
    public int repeated() {
        return repeated;
    }

    /** {@return the time of row {@code i}, epoch milliseconds} */
    public long time(int i) {
        return times[i];
    }

    /** {@return the number in the column of row {@code i}} */
    public double value(int column, int i) {
        return values[column][i];
    }

    /** {@return a copy of the times} */
    public long[] times() {
        return Arrays.copyOf(times, size);
    }

    /** {@return a copy of a column} */
    public double[] column(int column) {
        return Arrays.copyOf(values[column], size);
    }

    void add(long time, long line, double[] row) {
        if (size == times.length) {
            int length = size * 2;
            times = Arrays.copyOf(times, length);
            lines = Arrays.copyOf(lines, length);
            for (int column = 0; column < values.length; column++) {
                values[column] = Arrays.copyOf(values[column], length);
            }
        }
        times[size] = time;
        lines[size] = line;
        for (int column = 0; column < values.length; column++) {
            values[column][size] = row[column];
        }
        size++;
    }

    /**
     * Sorts by time and leaves one row for each time. Rows that repeat another one exactly are counted; rows that share a
     * time but differ are all taken out and rejected, each with the line of another, because nobody knows the right one.
     *
     * @param timeColumn name of the time column, for the rejections
     */
    void settle(String timeColumn, List<Rejection> rejections) {
        sort();
        int kept = 0;
        int from = 0;
        while (from < size) {
            int to = from + 1;
            while (to < size && times[to] == times[from]) {
                to++;
            }
            int other = differing(from, to);
            if (other < 0) {
                repeated += to - from - 1;
                move(from, kept++);
            } else {
                for (int i = from; i < to; i++) {
                    long against = lines[i == other ? from : other];
                    rejections.add(new Rejection(
                            lines[i],
                            timeColumn,
                            java.time.Instant.ofEpochMilli(times[i]).toString(),
                            "has other numbers than line " + against + " at the same time"));
                }
            }
            from = to;
        }
        size = kept;
        rejections.sort(Comparator.comparingLong(Rejection::line));
    }

    /** {@return the first row in (from, to) that differs from row {@code from}, −1 if none does} */
    private int differing(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            for (double[] column : values) {
                if (Double.doubleToLongBits(column[i]) != Double.doubleToLongBits(column[from])) {
                    return i;
                }
            }
        }
        return -1;
    }

    private void move(int from, int to) {
        times[to] = times[from];
        lines[to] = lines[from];
        for (double[] column : values) {
            column[to] = column[from];
        }
    }

    private void sort() {
        boolean sorted = true;
        for (int i = 1; i < size && sorted; i++) {
            sorted = times[i - 1] <= times[i];
        }
        if (sorted) {
            return;
        }
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> times[i]).thenComparingLong(i -> lines[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        times = Arrays.stream(order).mapToLong(i -> times[i]).toArray();
        lines = Arrays.stream(order).mapToLong(i -> lines[i]).toArray();
        for (int column = 0; column < values.length; column++) {
            double[] unsorted = values[column];
            values[column] = Arrays.stream(order).mapToDouble(i -> unsorted[i]).toArray();
        }
    }
}
