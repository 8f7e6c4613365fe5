package io.quantloom.engine.tuning.bench;

import java.util.Arrays;
import java.util.List;

/**
 * What studies of one sampler on one function came to. Immutable.
 *
 * @param best lowest value of each study, by seed from 0
 */
public record BenchResult(List<Double> best) {

    /** Copies the list. */
    public BenchResult {
        best = List.copyOf(best);
        if (best.isEmpty()) {
            throw new IllegalArgumentException("a bench has at least one study");
        }
    }

    /** Returns the quantile of the studies' best values, linear between neighbors. */
    public double quantile(double share) {
        double[] ascending =
                best.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double place = share * (ascending.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, ascending.length - 1);
        return ascending[below] + (ascending[above] - ascending[below]) * (place - below);
    }

    /** {@return the median} */
    public double median() {
        return quantile(0.5);
    }

    @Override
    public String toString() {
        return median() + " [" + quantile(0.25) + ", " + quantile(0.75) + "] of " + best.size() + " "
                + Arrays.toString(best.stream().limit(5).toArray());
    }
}
