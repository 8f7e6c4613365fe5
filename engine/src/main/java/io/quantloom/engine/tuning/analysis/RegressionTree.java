package io.quantloom.engine.tuning.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A regression tree over the unit cube, kept as its leaves: boxes and their means. Grown to the end on least squares, a cut
 * lying midway between neighboring places. Immutable.
 */
final class RegressionTree {

    private final List<Leaf> leaves;

    private RegressionTree(List<Leaf> leaves) {
        this.leaves = leaves;
    }

    /**
     * Grows a tree.
     *
     * @param rows places of the sample, one for each time a trial was drawn
     * @param values of the sample
     */
    static RegressionTree grow(double[][] rows, double[] values) {
        int axes = rows[0].length;
        var low = new double[axes];
        var high = new double[axes];
        Arrays.fill(high, 1);
        var leaves = new ArrayList<Leaf>();
        split(rows, values, new Leaf(low, high, 0), leaves);
        return new RegressionTree(leaves);
    }

    private static void split(double[][] rows, double[] values, Leaf box, List<Leaf> leaves) {
        double mean = Arrays.stream(values).average().orElseThrow();
        Cut cut = best(rows, values, mean);
        if (cut.axis < 0) {
            leaves.add(new Leaf(box.low, box.high, mean));
            return;
        }
        for (boolean left : new boolean[] {true, false}) {
            int[] members = IntStream.range(0, rows.length)
                    .filter(i -> (rows[i][cut.axis] < cut.at) == left)
                    .toArray();
            double[] low = box.low.clone();
            double[] high = box.high.clone();
            (left ? high : low)[cut.axis] = cut.at;
            split(
                    Arrays.stream(members).mapToObj(i -> rows[i]).toArray(double[][]::new),
                    Arrays.stream(members).mapToDouble(i -> values[i]).toArray(),
                    new Leaf(low, high, 0),
                    leaves);
        }
    }

    // The cut that leaves the least squared error is that with the greatest n·m² summed over both sides.
    private static Cut best(double[][] rows, double[] values, double mean) {
        int count = rows.length;
        double total = mean * count;
        // Rounding is no gain.
        double highest = mean * total + 1e-12 * Math.abs(mean * total);
        var best = new Cut(-1, 0);
        for (int axis = 0; axis < rows[0].length; axis++) {
            int column = axis;
            int[] order = IntStream.range(0, count)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> rows[i][column]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            double left = 0;
            for (int i = 1; i < count; i++) {
                left += values[order[i - 1]];
                double before = rows[order[i - 1]][axis];
                double behind = rows[order[i]][axis];
                double gain = left * left / i + (total - left) * (total - left) / (count - i);
                if (behind > before && gain > highest) {
                    highest = gain;
                    best = new Cut(axis, (before + behind) / 2);
                }
            }
        }
        return best;
    }

    /** Returns the variance of the tree's answer over the whole cube, every place as likely. */
    double variance() {
        double mean = 0;
        double square = 0;
        for (Leaf leaf : leaves) {
            double volume = leaf.volume(-1);
            mean += volume * leaf.mean;
            square += volume * leaf.mean * leaf.mean;
        }
        return Math.max(0, square - mean * mean);
    }

    /** Returns the variance along one axis of the answer averaged over all others. */
    double variance(int axis) {
        // What a leaf adds to the average begins at its lower end and is taken away at its upper one.
        var changes = new TreeMap<Double, Double>();
        for (Leaf leaf : leaves) {
            double part = leaf.volume(axis) * leaf.mean;
            changes.merge(leaf.low[axis], part, Double::sum);
            changes.merge(leaf.high[axis], -part, Double::sum);
        }
        double mean = 0;
        double square = 0;
        double from = 0;
        double marginal = 0;
        for (Map.Entry<Double, Double> change : changes.entrySet()) {
            double length = change.getKey() - from;
            mean += length * marginal;
            square += length * marginal * marginal;
            from = change.getKey();
            marginal += change.getValue();
        }
        return Math.max(0, square - mean * mean);
    }

    private static final class Leaf {
        private final double[] low;
        private final double[] high;
        private final double mean;

        Leaf(double[] low, double[] high, double mean) {
            this.low = low;
            this.high = high;
            this.mean = mean;
        }

        /** Returns the share of the cube, or, of an axis other than −1, the share across all others. */
        double volume(int except) {
            double volume = 1;
            for (int axis = 0; axis < low.length; axis++) {
                volume *= axis == except ? 1 : high[axis] - low[axis];
            }
            return volume;
        }
    }

    /** A cut of an axis; −1 for none. */
    private record Cut(int axis, double at) {}
}
