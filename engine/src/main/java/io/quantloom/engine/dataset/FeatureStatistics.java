package io.quantloom.engine.dataset;

import java.util.Arrays;
import java.util.List;

/**
 * What the values of one feature look like. Undefined values are counted and else left out; means of nothing are NaN.
 * Immutable.
 *
 * @param name of the column
 * @param undefined share of the bars behind the set's warm-up on which it is undefined, in [0, 1]
 * @param mean of its values
 * @param deviation sample standard deviation, ddof 1
 * @param least smallest value
 * @param most largest value
 * @param drift population stability index of the second half of the bars against the first:
 *     {@code Σ (q − p)·ln(q/p)} over the {@value #DRIFT_BINS} tenths of the first half, shares of at least 1e-4; 0 where
 *     nothing changed, by custom small below 0.1 and large above 0.25
 * @param histogram counts of {@value #BINS} bins of one width from {@code least} to {@code most}, the last one closed
 */
public record FeatureStatistics(
        String name,
        double undefined,
        double mean,
        double deviation,
        double least,
        double most,
        double drift,
        List<Integer> histogram) {

    /** Number of bins of the histogram. */
    public static final int BINS = 20;

    /** Number of bins that drift is measured with. */
    public static final int DRIFT_BINS = 10;

    private static final double SMALLEST_SHARE = 1e-4;

    /** Copies the list. */
    public FeatureStatistics {
        histogram = List.copyOf(histogram);
    }

    /** Returns the statistics of the column from bar {@code from} on. O(n log n). */
    static FeatureStatistics of(FeatureMatrix matrix, int column, int from) {
        int rows = Math.max(0, matrix.rows() - from);
        double[] all = new double[rows];
        for (int t = 0; t < rows; t++) {
            all[t] = matrix.value(from + t, column);
        }
        double[] values = defined(all, 0, rows);
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double least = Arrays.stream(values).min().orElse(Double.NaN);
        double most = Arrays.stream(values).max().orElse(Double.NaN);
        return new FeatureStatistics(
                matrix.names().get(column),
                rows == 0 ? Double.NaN : 1 - (double) values.length / rows,
                mean,
                Math.sqrt(squares / (values.length - 1)),
                least,
                most,
                drift(defined(all, 0, rows / 2), defined(all, rows / 2, rows)),
                histogram(values, least, most));
    }

    private static double[] defined(double[] values, int from, int to) {
        return Arrays.stream(values, from, to)
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    private static List<Integer> histogram(double[] values, double least, double most) {
        Integer[] counts = new Integer[BINS];
        Arrays.fill(counts, 0);
        for (double value : values) {
            double place = most > least ? (value - least) / (most - least) * BINS : 0;
            counts[Math.min(BINS - 1, (int) place)]++;
        }
        return List.of(counts);
    }

    /** The population stability index; NaN where a half is empty. */
    static double drift(double[] before, double[] after) {
        if (before.length == 0 || after.length == 0) {
            return Double.NaN;
        }
        double[] sorted = before.clone();
        Arrays.sort(sorted);
        double[] borders = new double[DRIFT_BINS - 1];
        Arrays.setAll(borders, k -> sorted[(int) ((k + 1L) * sorted.length / DRIFT_BINS)]);
        double[] expected = shares(before, borders);
        double[] found = shares(after, borders);
        double sum = 0;
        for (int k = 0; k < DRIFT_BINS; k++) {
            double p = Math.max(SMALLEST_SHARE, expected[k]);
            double q = Math.max(SMALLEST_SHARE, found[k]);
            sum += (q - p) * Math.log(q / p);
        }
        return sum;
    }

    private static double[] shares(double[] values, double[] borders) {
        double[] shares = new double[DRIFT_BINS];
        for (double value : values) {
            int bin = 0;
            while (bin < borders.length && value >= borders[bin]) {
                bin++;
            }
            shares[bin] += 1.0 / values.length;
        }
        return shares;
    }
}
