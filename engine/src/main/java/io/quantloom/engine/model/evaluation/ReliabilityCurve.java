package io.quantloom.engine.model.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether what was called 70 % happened in 70 % of the cases. Rows are sorted by probability and cut into bins of as
 * equal counts as ties allow: rows of one probability are never parted. Immutable.
 *
 * @param bins ascending by probability; at least one
 */
public record ReliabilityCurve(List<Bin> bins) {

    /** Bins of a curve where nothing else is said. */
    public static final int BINS = 10;

    /**
     * Rows of about the same probability.
     *
     * @param from smallest probability
     * @param to largest probability
     * @param rows number of rows, above zero
     * @param meanProbability what the model said
     * @param positiveShare what was
     * @param interval Wilson's 95 % interval of {@code positiveShare} at the effective number of rows
     */
    public record Bin(
            double from, double to, int rows, double meanProbability, double positiveShare, Interval interval) {}

    /** Copies the list. */
    public ReliabilityCurve {
        bins = List.copyOf(bins);
    }

    /**
     * Returns the curve.
     *
     * @param probabilities in [0, 1], at least one
     * @param positive what was
     * @param most number of bins, above zero; ties make them fewer
     * @param worth independent rows that one row is worth, in (0, 1]
     */
    public static ReliabilityCurve of(double[] probabilities, boolean[] positive, int most, double worth) {
        int rows = probabilities.length;
        if (rows == 0 || rows != positive.length || most < 1 || !(worth > 0 && worth <= 1)) {
            throw new IllegalArgumentException("expected rows with classes, bins above zero and a worth in (0, 1], was "
                    + rows + ", " + positive.length + ", " + most + ", " + worth);
        }
        int[] order = Ranking.ascending(probabilities);
        List<Bin> bins = new ArrayList<>();
        int from = 0;
        for (int cut = 1; cut <= most; cut++) {
            int to = (int) ((long) cut * rows / most);
            if (to <= from) {
                continue;
            }
            to = Ranking.endOfTies(probabilities, order, to - 1);
            bins.add(bin(probabilities, positive, order, from, to, worth));
            from = to;
        }
        return new ReliabilityCurve(bins);
    }

    private static Bin bin(double[] probabilities, boolean[] positive, int[] order, int from, int to, double worth) {
        double sum = 0;
        int positives = 0;
        for (int i = from; i < to; i++) {
            sum += probabilities[order[i]];
            positives += positive[order[i]] ? 1 : 0;
        }
        int rows = to - from;
        double share = (double) positives / rows;
        return new Bin(
                probabilities[order[from]],
                probabilities[order[to - 1]],
                rows,
                sum / rows,
                share,
                Interval.wilson(share, rows * worth));
    }

    /**
     * {@return the expected calibration error {@code Σ (n_b / n)·|mean probability − positive share|}, in [0, 1]; 0 is
     * perfect. Source: M. Naeini, G. Cooper and M. Hauskrecht, AAAI 2015}
     */
    public double calibrationError() {
        double sum = 0;
        long rows = 0;
        for (Bin bin : bins) {
            sum += bin.rows() * Math.abs(bin.meanProbability() - bin.positiveShare());
            rows += bin.rows();
        }
        return sum / rows;
    }
}
