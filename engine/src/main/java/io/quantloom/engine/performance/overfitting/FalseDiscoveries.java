package io.quantloom.engine.performance.overfitting;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which of many results to believe when each was tested alone: the step-up procedure of Y. Benjamini and Y. Hochberg,
 * Controlling the False Discovery Rate, Journal of the Royal Statistical Society B 57 (1995). Of what is accepted at rate q,
 * at most the share q is expected to be luck, for tests that are independent or depend positively on one another (Y.
 * Benjamini and D. Yekutieli, 2001), as those of coins in one market do. Pure functions.
 */
public final class FalseDiscoveries {

    private FalseDiscoveries() {}

    /**
     * Returns for each p-value the lowest rate at which it is accepted: with p sorted ascending and m of them,
     * {@code min over j ≥ i of min(1, m·p(j)/j)}. In the given order.
     *
     * @param pValues in [0, 1]; NaN, a test that could not be made, counts as 1
     */
    public static double[] adjusted(double[] pValues) {
        double[] known =
                Arrays.stream(pValues).map(p -> Double.isNaN(p) ? 1 : p).toArray();
        for (double p : known) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("a p-value must be in [0, 1], was " + p);
            }
        }
        int[] ascending = IntStream.range(0, known.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> known[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[known.length];
        double lowest = 1;
        for (int rank = known.length; rank >= 1; rank--) {
            int place = ascending[rank - 1];
            lowest = Math.min(lowest, known[place] * known.length / rank);
            adjusted[place] = lowest;
        }
        return adjusted;
    }

    /**
     * Returns which are accepted, in the given order.
     *
     * @param pValues as for {@link #adjusted}
     * @param rate q, in (0, 1)
     */
    public static boolean[] accepted(double[] pValues, double rate) {
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException("a rate must be in (0, 1), was " + rate);
        }
        double[] adjusted = adjusted(pValues);
        boolean[] accepted = new boolean[adjusted.length];
        for (int i = 0; i < accepted.length; i++) {
            accepted[i] = adjusted[i] <= rate;
        }
        return accepted;
    }
}
