package io.quantloom.engine.model;

import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How good probabilities were, measured on rows whose class is known, all of weight 1. Immutable.
 *
 * @param rows number of rows n, above zero
 * @param accuracy share of rows whose class at {@code p ≥ 0.5} is right, in [0, 1]
 * @param auc area under the ROC curve: the share of pairs of a positive and a negative row in which the positive has the
 *     higher probability, ties counting half, in [0, 1]; 0.5 is chance; empty when one class is missing. Source: J. Hanley
 *     and B. McNeil, The meaning and use of the area under a ROC curve, Radiology 143 (1982)
 * @param brier {@code Σ(p − y)²/n}, in [0, 1], smaller is better. Source: G. Brier, Monthly Weather Review 78 (1950)
 * @param logLoss {@code −Σ(y·ln p + (1 − y)·ln(1 − p))/n}, zero or more, smaller is better, ln 2 for a coin; p is kept in
 *     [1e-15, 1 − 1e-15] so that a sure mistake costs 34.5 rather than infinity
 */
public record ClassificationScore(int rows, double accuracy, OptionalDouble auc, double brier, double logLoss) {

    private static final double NEAREST = 1e-15;

    /**
     * Measures the probabilities of the positive class against what was. O(n log n).
     *
     * @throws IllegalArgumentException if there are no rows, the lengths differ or a probability is outside [0, 1]
     */
    public static ClassificationScore of(double[] probabilities, boolean[] positive) {
        int rows = probabilities.length;
        if (rows == 0 || rows != positive.length) {
            throw new IllegalArgumentException("expected as many classes as probabilities, and at least one; found "
                    + positive.length + " and " + rows);
        }
        int right = 0;
        double squares = 0;
        double logs = 0;
        for (int i = 0; i < rows; i++) {
            double p = probabilities[i];
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("a probability must be in [0, 1], was " + p + " at row " + i);
            }
            double y = positive[i] ? 1 : 0;
            right += (p >= 0.5) == positive[i] ? 1 : 0;
            squares += (p - y) * (p - y);
            double kept = Math.clamp(positive[i] ? p : 1 - p, NEAREST, 1 - NEAREST);
            logs -= Math.log(kept);
        }
        return new ClassificationScore(
                rows, (double) right / rows, auc(probabilities, positive), squares / rows, logs / rows);
    }

    /**
     * Returns the area under the ROC curve of any scores that rise with the positive class, by ranks:
     * {@code (Σ ranks of positives − n₁(n₁ + 1)/2) / (n₁·n₀)}, ties sharing their mean rank. Empty when one class is
     * missing. O(n log n).
     */
    public static OptionalDouble auc(double[] scores, boolean[] positive) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted((a, b) -> Double.compare(scores[a], scores[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double rankSum = 0;
        long positives = 0;
        int from = 0;
        while (from < order.length) {
            int to = from + 1;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0;
            for (int i = from; i < to; i++) {
                if (positive[order[i]]) {
                    rankSum += rank;
                    positives++;
                }
            }
            from = to;
        }
        long negatives = order.length - positives;
        if (positives == 0 || negatives == 0) {
            return OptionalDouble.empty();
        }
        double least = positives * (positives + 1) / 2.0;
        return OptionalDouble.of((rankSum - least) / ((double) positives * negatives));
    }
}
