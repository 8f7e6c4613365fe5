package io.quantloom.engine.model.evaluation;

import java.util.OptionalDouble;

/**
 * How good probabilities were in a few numbers, measured on rows whose class is known, all of weight 1. Immutable.
 *
 * @param confusion the classes at {@code p ≥ 0.5}, at least one row
 * @param auc area under the ROC curve: the share of pairs of a positive and a negative row in which the positive has the
 *     higher probability, ties counting half, in [0, 1]; 0.5 is chance; empty when one class is missing. Source: J. Hanley
 *     and B. McNeil, The meaning and use of the area under a ROC curve, Radiology 143 (1982)
 * @param brier {@code Σ(p − y)²/n}, in [0, 1], smaller is better. Source: G. Brier, Monthly Weather Review 78 (1950)
 * @param logLoss {@code −Σ(y·ln p + (1 − y)·ln(1 − p))/n}, zero or more, smaller is better, ln 2 for a coin; p is kept in
 *     [1e-15, 1 − 1e-15] so that a sure mistake costs 34.5 rather than infinity
 */
public record ClassificationScore(ConfusionMatrix confusion, OptionalDouble auc, double brier, double logLoss) {

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
        boolean[] called = new boolean[rows];
        double squares = 0;
        double logs = 0;
        for (int i = 0; i < rows; i++) {
            double p = probabilities[i];
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("a probability must be in [0, 1], was " + p + " at row " + i);
            }
            double y = positive[i] ? 1 : 0;
            called[i] = p >= 0.5;
            squares += (p - y) * (p - y);
            double kept = Math.clamp(positive[i] ? p : 1 - p, NEAREST, 1 - NEAREST);
            logs -= Math.log(kept);
        }
        return new ClassificationScore(
                ConfusionMatrix.of(called, positive),
                Ranking.auc(probabilities, positive),
                squares / rows,
                logs / rows);
    }

    /**
     * Returns the area under the ROC curve of any scores that rise with the positive class, see {@link #auc()}. Empty when
     * one class is missing. O(n log n).
     *
     * @throws IllegalArgumentException if the lengths differ
     */
    public static OptionalDouble auc(double[] scores, boolean[] positive) {
        if (scores.length != positive.length) {
            throw new IllegalArgumentException(scores.length + " scores for " + positive.length + " rows");
        }
        return Ranking.auc(scores, positive);
    }

    /** {@return number of rows n, above zero} */
    public int rows() {
        return confusion.rows();
    }

    /** {@return share of rows whose class at {@code p ≥ 0.5} is right, in [0, 1]} */
    public double accuracy() {
        return confusion.accuracy().orThrow();
    }
}
