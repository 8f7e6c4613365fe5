package io.quantloom.engine.model;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Seeded rows in which the first two features tell something of the class. */
public final class SomeRows {

    private SomeRows() {}

    /** Rows of {@code columns} normal features, named f0, f1, and so on. */
    public static TrainingSet of(long seed, int size, int columns) {
        var random = new SplittableRandom(seed);
        double[][] rows = new double[size][columns];
        boolean[] positive = new boolean[size];
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            for (int c = 0; c < columns; c++) {
                rows[i][c] = random.nextGaussian();
            }
            positive[i] = rows[i][0] - 0.5 * rows[i][1] + random.nextGaussian() > 0;
            weights[i] = 1;
        }
        return TrainingSet.of(names(columns), rows, positive, weights);
    }

    private static List<String> names(int columns) {
        return IntStream.range(0, columns).mapToObj(c -> "f" + c).toList();
    }

    /** The same rows under other names. */
    public static TrainingSet renamed(TrainingSet set, List<String> names) {
        boolean[] positive = new boolean[set.size()];
        double[] weights = new double[set.size()];
        for (int i = 0; i < set.size(); i++) {
            positive[i] = set.isPositive(i);
            weights[i] = set.weight(i);
        }
        return TrainingSet.of(names, set.rows(), positive, weights);
    }
}
