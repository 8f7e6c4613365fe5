package io.quantloom.engine.performance.overfitting;

import java.util.List;

/**
 * The probability of backtest overfitting (PBO): the share of ways to cut the track in two halves in which the trial that is
 * best on one half is below the median of all trials on the other. Luck alone gives one half, a trial that is truly better
 * than the others near zero. D. H. Bailey, J. M. Borwein, M. López de Prado and Q. J. Zhu, The Probability of Backtest
 * Overfitting, Journal of Computational Finance 20 (2017). Made by {@link SymmetricCrossValidation}. Immutable.
 *
 * @param measure what trials are ranked by
 * @param partitions S, blocks of bars that follow one another, even
 * @param combinations S choose S/2, ways to take half of them in sample
 * @param trials N, columns, at least 2
 * @param bars T, rows
 * @param probability share of combinations in which the best in sample is below the out-of-sample median, those at the
 *     median counting one half; a fraction in [0, 1]
 * @param lossProbability share of combinations in which the best in sample has a measure below zero out of sample
 * @param slope by how much the out-of-sample measure of the best rises with its in-sample measure, over the combinations;
 *     NaN when the latter does not vary. Below zero: the better it looks, the worse it does
 * @param intercept of that line; NaN with the slope
 * @param logits {@code ln(ω / (1 − ω))} with ω = rank of the best out of sample / (N + 1), ascending: of every
 *     combination where there are at most {@link #MOST_LOGITS}, else that many at even places, both ends among them
 */
public record OverfittingProbability(
        Measure measure,
        int partitions,
        int combinations,
        int trials,
        int bars,
        double probability,
        double lossProbability,
        double slope,
        double intercept,
        List<Double> logits) {

    /** More logits than this are thinned out. */
    public static final int MOST_LOGITS = 401;

    /** What a trial is ranked by. */
    public enum Measure {
        /** Mean over standard deviation (ddof 1) of the values; 0 when they do not vary. */
        SHARPE,
        /** Mean of the values: for scores that are no returns. */
        MEAN;

        /** {@return the word used in files} */
        public String text() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Copies the list. */
    public OverfittingProbability {
        logits = List.copyOf(logits);
    }
}
