package io.quantloom.engine.performance.overfitting;

import io.quantloom.engine.performance.overfitting.OverfittingProbability.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Combinatorially symmetric cross-validation (CSCV) of the tracks of all trials of a search: the bars are cut into S blocks,
 * every choice of half of them is in sample once, the others out of sample. Source: see {@link OverfittingProbability}.
 * Immutable.
 *
 * <p>Block b holds the bars {@code [b·T/S, (b+1)·T/S)}, so that no bar is dropped and blocks differ by one bar at most. Of
 * trials that are equal in sample the first is the best; among trials equal out of sample it has the mean of their ranks. A
 * moment is summed block by block around the trial's own mean, in the order of the blocks.
 */
public final class SymmetricCrossValidation {

    /** The usual number of blocks: 12,870 combinations. */
    public static final int USUAL_PARTITIONS = 16;

    private static final int MOST_PARTITIONS = 20;
    // Below this share of the mean square a variance is rounding.
    private static final double ROUNDING = 1e-13;

    private final Measure measure;
    private final int partitions;
    private final int bars;
    private final double[] means;
    private final int[] counts;
    private final double[][] sums;
    private final double[][] squares;

    private SymmetricCrossValidation(double[][] trials, int partitions, Measure measure) {
        this.measure = measure;
        this.partitions = partitions;
        this.bars = trials[0].length;
        this.means = new double[trials.length];
        this.counts = new int[partitions];
        this.sums = new double[trials.length][partitions];
        this.squares = new double[trials.length][partitions];
        for (int n = 0; n < trials.length; n++) {
            take(n, trials[n]);
        }
    }

    /**
     * Measures the probability. O(T·N + N·S·C(S, S/2)).
     *
     * @param trials for each trial its values bar by bar, all over the same bars; failed trials that have no track are left
     *     out, which makes the result look better than it is
     * @param partitions S, even, 2 to 20, at most half the number of bars
     * @throws IllegalArgumentException if there are fewer than two trials, lengths differ, a value is not finite or S is
     *     out of range
     */
    public static OverfittingProbability measure(double[][] trials, int partitions, Measure measure) {
        if (trials.length < 2) {
            throw new IllegalArgumentException("at least two trials to rank, was " + trials.length);
        }
        int bars = trials[0].length;
        if (partitions < 2 || partitions > MOST_PARTITIONS || partitions % 2 != 0 || 2 * partitions > bars) {
            throw new IllegalArgumentException("expected an even number of 2 to " + MOST_PARTITIONS
                    + " blocks of at least two bars, was " + partitions + " of " + bars + " bars");
        }
        for (double[] trial : trials) {
            if (trial.length != bars || !Arrays.stream(trial).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("trials need " + bars + " finite values each");
            }
        }
        return new SymmetricCrossValidation(trials, partitions, measure).overAllHalves();
    }

    private void take(int trial, double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        means[trial] = mean;
        for (int b = 0; b < partitions; b++) {
            int from = (int) ((long) bars * b / partitions);
            int to = (int) ((long) bars * (b + 1) / partitions);
            counts[b] = to - from;
            for (int t = from; t < to; t++) {
                double deviation = values[t] - mean;
                sums[trial][b] += deviation;
                squares[trial][b] += deviation * deviation;
            }
        }
    }

    private OverfittingProbability overAllHalves() {
        int everyBlock = (1 << partitions) - 1;
        List<Winner> winners = new ArrayList<>();
        for (int half = 0; half <= everyBlock; half++) {
            if (Integer.bitCount(half) == partitions / 2) {
                winners.add(winner(half, everyBlock ^ half));
            }
        }
        double[] logits = winners.stream().mapToDouble(Winner::logit).sorted().toArray();
        double below = 0;
        for (double logit : logits) {
            below += logit < 0 ? 1 : logit == 0 ? 0.5 : 0;
        }
        long losses = winners.stream().filter(winner -> winner.outOfSample < 0).count();
        double[] line = line(winners);
        return new OverfittingProbability(
                measure,
                partitions,
                winners.size(),
                means.length,
                bars,
                below / winners.size(),
                (double) losses / winners.size(),
                line[0],
                line[1],
                thinned(logits));
    }

    private Winner winner(int inSample, int outOfSample) {
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int n = 0; n < means.length; n++) {
            double value = value(n, inSample);
            if (value > highest) {
                best = n;
                highest = value;
            }
        }
        double own = value(best, outOfSample);
        int below = 0;
        int equal = 0;
        for (int n = 0; n < means.length; n++) {
            double value = value(n, outOfSample);
            below += value < own ? 1 : 0;
            equal += value == own ? 1 : 0;
        }
        // The best itself is among the equal ones. Twice the rank is whole, so a rank at the median gives exactly 0.
        double twiceTheRank = 2.0 * below + equal + 1;
        double logit = Math.log(twiceTheRank / (2.0 * (means.length + 1) - twiceTheRank));
        return new Winner(highest, own, logit);
    }

    private double value(int trial, int blocks) {
        double sum = 0;
        double square = 0;
        int n = 0;
        for (int b = 0; b < partitions; b++) {
            if ((blocks >> b & 1) == 1) {
                sum += sums[trial][b];
                square += squares[trial][b];
                n += counts[b];
            }
        }
        double mean = means[trial] + sum / n;
        if (measure == Measure.MEAN) {
            return mean;
        }
        double variance = (square - sum * sum / n) / (n - 1);
        return variance > ROUNDING * (square / n + means[trial] * means[trial]) ? mean / Math.sqrt(variance) : 0;
    }

    /** Slope and intercept of out of sample on in sample by least squares. */
    private static double[] line(List<Winner> winners) {
        double x = winners.stream().mapToDouble(Winner::inSample).average().orElseThrow();
        double y = winners.stream().mapToDouble(Winner::outOfSample).average().orElseThrow();
        double covariance = 0;
        double variance = 0;
        for (Winner winner : winners) {
            covariance += (winner.inSample - x) * (winner.outOfSample - y);
            variance += (winner.inSample - x) * (winner.inSample - x);
        }
        double slope = variance > 0 ? covariance / variance : Double.NaN;
        return new double[] {slope, y - slope * x};
    }

    private static List<Double> thinned(double[] sorted) {
        int size = Math.min(sorted.length, OverfittingProbability.MOST_LOGITS);
        List<Double> kept = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            kept.add(sorted[(int) ((long) i * (sorted.length - 1) / (size - 1))]);
        }
        return kept;
    }

    private record Winner(double inSample, double outOfSample, double logit) {}
}
