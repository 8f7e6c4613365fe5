package io.quantloom.engine.model.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * The receiver operating characteristic: what share of each class is called positive as the threshold falls. Immutable.
 *
 * @param points from (0, 0), where nothing is, to (1, 1), where everything is; both shares never fall. Empty when one
 *     class is missing
 */
public record RocCurve(List<Point> points) {

    /** As many points as a screen can show apart. */
    public static final int MOST_POINTS = 257;

    /**
     * One threshold.
     *
     * @param falsePositiveRate share of the negative rows at or above the threshold, in [0, 1]
     * @param truePositiveRate share of the positive rows at or above it, in [0, 1]
     * @param threshold the score; positive infinity at the first point
     */
    public record Point(double falsePositiveRate, double truePositiveRate, double threshold) {}

    /** Copies the list. */
    public RocCurve {
        points = List.copyOf(points);
    }

    /**
     * Returns the curve of the scores, rows of one score moving together. Points on a straight line between their
     * neighbors are left out, and of more than {@link #MOST_POINTS} an even choice remains; the area is not measured on it.
     *
     * @throws IllegalArgumentException if the lengths differ
     */
    public static RocCurve of(double[] scores, boolean[] positive) {
        if (scores.length != positive.length) {
            throw new IllegalArgumentException(scores.length + " scores for " + positive.length + " rows");
        }
        int positives = 0;
        for (boolean each : positive) {
            positives += each ? 1 : 0;
        }
        int negatives = positive.length - positives;
        if (positives == 0 || negatives == 0) {
            return new RocCurve(List.of());
        }
        return new RocCurve(thinned(corners(scores, positive, positives, negatives)));
    }

    private static List<Point> corners(double[] scores, boolean[] positive, int positives, int negatives) {
        double[] falling = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            falling[i] = -scores[i];
        }
        int[] order = Ranking.ascending(falling);
        List<Point> points = new ArrayList<>();
        points.add(new Point(0, 0, Double.POSITIVE_INFINITY));
        int[] seen = new int[2];
        int[] lastStep = new int[2];
        for (int from = 0; from < order.length; ) {
            int to = Ranking.endOfTies(falling, order, from);
            int[] step = new int[2];
            for (int i = from; i < to; i++) {
                step[positive[order[i]] ? 1 : 0]++;
            }
            // Same direction as the step before: that point lies on the line and goes.
            boolean straight = (long) step[0] * lastStep[1] == (long) step[1] * lastStep[0];
            if (straight && points.size() > 1) {
                points.removeLast();
            }
            seen[0] += step[0];
            seen[1] += step[1];
            points.add(new Point((double) seen[0] / negatives, (double) seen[1] / positives, scores[order[from]]));
            lastStep = step;
            from = to;
        }
        return points;
    }

    private static List<Point> thinned(List<Point> points) {
        if (points.size() <= MOST_POINTS) {
            return points;
        }
        List<Point> chosen = new ArrayList<>(MOST_POINTS);
        for (int i = 0; i < MOST_POINTS; i++) {
            chosen.add(points.get((int) ((long) i * (points.size() - 1) / (MOST_POINTS - 1))));
        }
        return chosen;
    }
}
