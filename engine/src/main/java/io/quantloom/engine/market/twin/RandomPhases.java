package io.quantloom.engine.market.twin;

import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** An order of values whose ranks have the spectrum of the original's normal scores and random phases. Pure functions. */
final class RandomPhases {

    private RandomPhases() {}

    /**
     * Returns places in [0, n): the value at place i of the result goes to i. Each place appears once. Equal values are
     * ranked by lot, so that rows of equal ones do not become ramps.
     */
    static int[] order(double[] values, RandomGenerator random) {
        int n = values.length;
        int[] ascending = ranked(values, random);
        double[] scores = new double[n];
        double[] normal = new double[n];
        for (int i = 0; i < n; i++) {
            normal[i] = random.nextGaussian();
        }
        Arrays.sort(normal);
        for (int rank = 0; rank < n; rank++) {
            scores[ascending[rank]] = normal[rank];
        }
        int[] surrogate = ranked(withRandomPhases(scores, random), random);
        int[] order = new int[n];
        for (int rank = 0; rank < n; rank++) {
            order[surrogate[rank]] = ascending[rank];
        }
        return order;
    }

    /** Places by ascending value, of equal ones in the order of the lots. */
    private static int[] ranked(double[] values, RandomGenerator random) {
        long[] lots = random.longs(values.length).toArray();
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> values[i]).thenComparingLong(i -> lots[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double[] withRandomPhases(double[] values, RandomGenerator random) {
        int n = values.length;
        double[] re = values.clone();
        double[] im = new double[n];
        Fourier fourier = new Fourier(n);
        fourier.transform(re, im);
        for (int k = 1; k <= (n - 1) / 2; k++) {
            double phase = 2 * Math.PI * random.nextDouble();
            double size = Math.hypot(re[k], im[k]);
            re[k] = size * Math.cos(phase);
            im[k] = size * Math.sin(phase);
            re[n - k] = re[k];
            im[n - k] = -im[k];
        }
        // The inverse but for its factor, which ranks do not see: swapping the parts turns the transform around.
        fourier.transform(im, re);
        return re;
    }
}
