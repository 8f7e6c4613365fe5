package io.quantloom.engine.model.explanation;

import io.quantloom.engine.model.evaluation.Measure;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether models of other folds hold the same features important. Immutable.
 *
 * @param folds number of folds compared
 * @param top how many features count as the most important
 * @param rankCorrelation mean of Spearman's correlation of importances over all pairs of folds, in [−1, 1]; undefined with
 *     fewer than two folds or where a fold holds all features equally important
 */
public record RankStability(int folds, int top, Measure rankCorrelation) {

    static RankStability of(List<double[]> importances, int top) {
        if (importances.size() < 2) {
            return new RankStability(
                    importances.size(), top, Measure.undefined("there are fewer than two folds to compare"));
        }
        double sum = 0;
        int pairs = 0;
        for (int a = 0; a < importances.size(); a++) {
            for (int b = 0; b < a; b++) {
                sum += spearman(importances.get(a), importances.get(b));
                pairs++;
            }
        }
        return new RankStability(
                importances.size(),
                top,
                Double.isNaN(sum)
                        ? Measure.undefined("a fold holds all features equally important")
                        : Measure.of(Math.clamp(sum / pairs, -1, 1)));
    }

    /** Share of the folds in which each feature is among the {@code top}; of equals the first columns. */
    static double[] topShares(List<double[]> importances, int top) {
        double[] shares = new double[importances.getFirst().length];
        for (double[] each : importances) {
            int[] order = descending(each);
            for (int rank = 0; rank < Math.min(top, order.length); rank++) {
                shares[order[rank]] += 1.0 / importances.size();
            }
        }
        return Arrays.stream(shares).map(share -> Math.min(share, 1)).toArray();
    }

    /** Columns by falling value, equals in their order. */
    static int[] descending(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted((a, b) -> Double.compare(values[b], values[a]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Correlation of the ranks, equals sharing their mean rank; NaN when one side has a single rank. */
    static double spearman(double[] one, double[] two) {
        double[] a = ranks(one);
        double[] b = ranks(two);
        double mean = (a.length + 1) / 2.0;
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - mean) * (b[i] - mean);
            aa += (a[i] - mean) * (a[i] - mean);
            bb += (b[i] - mean) * (b[i] - mean);
        }
        return ab / Math.sqrt(aa * bb);
    }

    private static double[] ranks(double[] values) {
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double rank = 1;
            for (int j = 0; j < values.length; j++) {
                rank += j == i ? 0 : values[j] < values[i] ? 1 : values[j] == values[i] ? 0.5 : 0;
            }
            ranks[i] = rank;
        }
        return ranks;
    }
}
