package io.quantloom.engine.dataset;

import io.quantloom.engine.market.BarSeries;
import java.util.Arrays;
import java.util.List;

/** A feature set on a series: its values, what each column looks like, and how columns go together. Immutable. */
public final class FeatureDescription {

    private final FeatureSet set;
    private final BarSeries bars;
    private final FeatureMatrix matrix;
    private final List<FeatureStatistics> columns;
    private final double[][] correlations;

    private FeatureDescription(
            FeatureSet set,
            BarSeries bars,
            FeatureMatrix matrix,
            List<FeatureStatistics> columns,
            double[][] correlations) {
        this.set = set;
        this.bars = bars;
        this.matrix = matrix;
        this.columns = columns;
        this.correlations = correlations;
    }

    /** Returns the description of the set on the bars. */
    public static FeatureDescription of(FeatureSet set, BarSeries bars) {
        FeatureMatrix matrix = set.compute(bars);
        int from = Math.min(bars.size(), set.warmUp(bars.key().timeframe()));
        List<FeatureStatistics> columns = java.util.stream.IntStream.range(
                        0, matrix.names().size())
                .mapToObj(c -> FeatureStatistics.of(matrix, c, from))
                .toList();
        return new FeatureDescription(set, bars, matrix, columns, correlations(matrix, from));
    }

    /** {@return the set} */
    public FeatureSet set() {
        return set;
    }

    /** {@return the series} */
    public BarSeries bars() {
        return bars;
    }

    /** {@return the values of every bar} */
    public FeatureMatrix matrix() {
        return matrix;
    }

    /** {@return each column, in the set's order} */
    public List<FeatureStatistics> columns() {
        return columns;
    }

    /**
     * {@return Pearson's correlation of two columns over the bars on which every column that is not undefined throughout has
     * a value, in [−1, 1]; NaN where one does not vary there}
     */
    public double correlation(int one, int other) {
        return correlations[one][other];
    }

    private static double[][] correlations(FeatureMatrix matrix, int from) {
        int width = matrix.names().size();
        double[][] centered = new double[width][];
        int[] complete = java.util.stream.IntStream.range(from, matrix.rows())
                .filter(t -> isComplete(matrix, t))
                .toArray();
        for (int c = 0; c < width; c++) {
            int column = c;
            double[] values = Arrays.stream(complete)
                    .mapToDouble(t -> matrix.value(t, column))
                    .toArray();
            double mean = Arrays.stream(values).average().orElse(Double.NaN);
            double length = Math.sqrt(Arrays.stream(values)
                    .map(value -> (value - mean) * (value - mean))
                    .sum());
            centered[c] =
                    Arrays.stream(values).map(value -> (value - mean) / length).toArray();
        }
        double[][] correlations = new double[width][width];
        for (int c = 0; c < width; c++) {
            for (int d = 0; d < width; d++) {
                double sum = complete.length == 0 ? Double.NaN : 0;
                for (int t = 0; t < complete.length; t++) {
                    sum += centered[c][t] * centered[d][t];
                }
                correlations[c][d] = Double.isNaN(sum) ? Double.NaN : Math.clamp(sum, -1.0, 1.0);
            }
        }
        return correlations;
    }

    private static boolean isComplete(FeatureMatrix matrix, int row) {
        for (int c = 0; c < matrix.names().size(); c++) {
            if (Double.isNaN(matrix.value(row, c)) && !matrix.isUndefinedThroughout(c)) {
                return false;
            }
        }
        return true;
    }
}
