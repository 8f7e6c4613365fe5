package io.quantloom.engine.model.adaboost;

import io.quantloom.engine.model.learning.PreparedRows;
import java.util.Arrays;

/**
 * Finds the stump that lowers the weighted Gini impurity most. Columns are sorted once, so that every search is one walk
 * over them. Values are rounded to 32 bits, as scikit-learn's trees do; of equal splits the first wins.
 */
final class StumpSearch {

    /** Values nearer than this are one value, as in scikit-learn. */
    private static final float APART = 1e-7f;

    private final PreparedRows rows;
    private final int[][] orders;
    private final float[][] sorted;

    StumpSearch(PreparedRows rows) {
        this.rows = rows;
        this.orders = new int[rows.columns()][];
        this.sorted = new float[rows.columns()][rows.size()];
        for (int c = 0; c < rows.columns(); c++) {
            orders[c] = order(c);
            for (int i = 0; i < rows.size(); i++) {
                sorted[c][i] = (float) rows.rows()[orders[c][i]][c];
            }
        }
    }

    /** Row numbers by value: the value's bits, made to sort as whole numbers do, above the number. */
    private int[] order(int column) {
        long[] keys = new long[rows.size()];
        for (int i = 0; i < keys.length; i++) {
            int bits = Float.floatToIntBits((float) rows.rows()[i][column]);
            int rising = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
            keys[i] = ((long) rising << 32) | i;
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            order[i] = (int) keys[i];
        }
        return order;
    }

    /** Returns the best stump of weight 1 for the weights of the rows; one without a question where none helps. */
    Stump best(double[] weights) {
        double all = 0;
        double positives = 0;
        for (int i = 0; i < weights.length; i++) {
            all += weights[i];
            positives += rows.isPositive(i) ? weights[i] : 0;
        }
        boolean majority = positives > all - positives;
        var best = new Stump(0, Float.MAX_VALUE, majority, majority, 1);
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < orders.length; c++) {
            int[] order = orders[c];
            float[] values = sorted[c];
            double low = 0;
            double lowPositives = 0;
            for (int i = 0; i + 1 < order.length; i++) {
                double weight = weights[order[i]];
                low += weight;
                lowPositives += rows.isPositive(order[i]) ? weight : 0;
                if (values[i + 1] > values[i] + APART && low > 0 && low < all) {
                    double purity = purity(low, lowPositives) + purity(all - low, positives - lowPositives);
                    if (purity > most) {
                        most = purity;
                        best = new Stump(
                                c,
                                between(values[i], values[i + 1]),
                                2 * lowPositives > low,
                                2 * (positives - lowPositives) > all - low,
                                1);
                    }
                }
            }
        }
        return best;
    }

    /** {@code (p² + n²)/(p + n)}: the larger its sum over both sides, the smaller their Gini impurity. */
    private static double purity(double weight, double positives) {
        double negatives = weight - positives;
        return (positives * positives + negatives * negatives) / weight;
    }

    private static double between(float low, float high) {
        double middle = (double) low / 2 + (double) high / 2;
        return Math.max(middle < high ? middle : low, -Float.MAX_VALUE);
    }
}
