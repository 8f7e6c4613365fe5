package io.quantloom.engine.tuning.tpe;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A mixture of product kernels over several axes at once: one kernel for each observation and one for the prior. Used by
 * one thread.
 */
final class ParzenEstimator {

    private final double[] weights;
    private final List<Kernels> columns;

    private ParzenEstimator(double[] weights, List<Kernels> columns) {
        this.weights = weights;
        this.columns = columns;
    }

    /**
     * Returns the estimate from observations.
     *
     * @param observations a row of coordinates for each, oldest first; none leaves the prior alone
     */
    static ParzenEstimator of(List<? extends Axis> axes, double[][] observations) {
        var columns = new ArrayList<Kernels>();
        for (int axis = 0; axis < axes.size(); axis++) {
            var observed = new double[observations.length];
            for (int row = 0; row < observed.length; row++) {
                observed[row] = observations[row][axis];
            }
            columns.add(axes.get(axis).kernels(observed));
        }
        return new ParzenEstimator(Weights.byAge(observations.length), columns);
    }

    /** Draws a row of coordinates, all of them from the same kernel. */
    double[] draw(RandomGenerator random) {
        int kernel = Weights.draw(weights, random.nextDouble());
        return columns.stream()
                .mapToDouble(column -> column.draw(kernel, random))
                .toArray();
    }

    /** Returns {@code log Σ w·Π p} over the kernels and, within each, the axes. */
    double logDensity(double[] row) {
        var logs = new double[weights.length];
        for (int axis = 0; axis < row.length; axis++) {
            double[] densities = columns.get(axis).logDensities(row[axis]);
            for (int kernel = 0; kernel < logs.length; kernel++) {
                logs[kernel] += densities[kernel];
            }
        }
        double highest = Double.NEGATIVE_INFINITY;
        for (int kernel = 0; kernel < logs.length; kernel++) {
            logs[kernel] += Math.log(weights[kernel]);
            highest = Math.max(highest, logs[kernel]);
        }
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - highest);
        }
        return highest + Math.log(sum);
    }
}
