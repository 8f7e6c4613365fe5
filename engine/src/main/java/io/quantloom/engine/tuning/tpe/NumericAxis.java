package io.quantloom.engine.tuning.tpe;

import io.quantloom.engine.tuning.Dimension;
import io.quantloom.engine.tuning.Scale;
import java.util.Arrays;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** A range of numbers: coordinates are those of its scale. */
record NumericAxis(Dimension.Numeric dimension) implements Axis {

    @Override
    public double coordinate(Object value) {
        return dimension.scale().coordinate(((Number) value).doubleValue());
    }

    @Override
    public Object value(double coordinate) {
        return dimension.at(coordinate);
    }

    /**
     * Normal kernels truncated to the edges. Their means are the observations; a standard deviation is the distance to the
     * farther neighbor among observations, the prior's mean and, for inner places, the edges. The outermost of two or more
     * look inward only. Deviations are at least the width over min(100, K + 1), K counting the prior's kernel, and at most
     * the width. The prior stands in the middle and is as wide as the line.
     */
    @Override
    public Kernels kernels(double[] observed) {
        Scale scale = dimension.scale();
        double low = scale.lowEdge();
        double high = scale.highEdge();
        int kernels = observed.length + 1;
        double[] means = Arrays.copyOf(observed, kernels);
        means[observed.length] = (low + high) / 2;
        double[] deviations = distances(means, low, high);
        double least = (high - low) / Math.min(100, kernels + 1);
        for (int i = 0; i < observed.length; i++) {
            deviations[i] = Math.clamp(deviations[i], least, high - low);
        }
        deviations[observed.length] = high - low;
        return new Normals(scale, means, deviations);
    }

    private static double[] distances(double[] means, double low, double high) {
        int[] order = IntStream.range(0, means.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> means[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        var distances = new double[means.length];
        int last = order.length - 1;
        for (int rank = 0; rank <= last; rank++) {
            double mean = means[order[rank]];
            double left = rank > 0 ? mean - means[order[rank - 1]] : last > 0 ? 0 : mean - low;
            double right = rank < last ? means[order[rank + 1]] - mean : last > 0 ? 0 : high - mean;
            distances[order[rank]] = Math.max(left, right);
        }
        return distances;
    }

    /** Truncated normal kernels; over steps, the probability of the step. */
    private static final class Normals implements Kernels {
        private final Scale scale;
        private final double[] means;
        private final double[] deviations;
        private final double[] from;
        private final double[] to;
        private final double[] logMasses;
        private final TreeMap<Double, double[]> known = new TreeMap<>();

        Normals(Scale scale, double[] means, double[] deviations) {
            this.scale = scale;
            this.means = means;
            this.deviations = deviations;
            this.from = new double[means.length];
            this.to = new double[means.length];
            this.logMasses = new double[means.length];
            for (int i = 0; i < means.length; i++) {
                from[i] = (scale.lowEdge() - means[i]) / deviations[i];
                to[i] = (scale.highEdge() - means[i]) / deviations[i];
                logMasses[i] = LogNormal.mass(from[i], to[i]);
            }
        }

        @Override
        public double draw(int kernel, RandomGenerator random) {
            double z = LogNormal.truncatedQuantile(random.nextDouble(), from[kernel], to[kernel]);
            double drawn = means[kernel] + z * deviations[kernel];
            return scale.isStepped() ? scale.coordinate(scale.value(drawn)) : drawn;
        }

        @Override
        public double[] logDensities(double coordinate) {
            // Few steps are drawn again and again, and their masses cost far more than a density.
            return scale.isStepped() ? known.computeIfAbsent(coordinate, this::ofStep) : ofPoint(coordinate);
        }

        private double[] ofPoint(double coordinate) {
            var densities = new double[means.length];
            for (int i = 0; i < densities.length; i++) {
                double z = (coordinate - means[i]) / deviations[i];
                densities[i] = -z * z / 2 - LogNormal.LOG_SQRT_2PI - Math.log(deviations[i]) - logMasses[i];
            }
            return densities;
        }

        private double[] ofStep(double coordinate) {
            double value = scale.log() ? Math.exp(coordinate) : coordinate;
            double low = scale.coordinate(value - scale.step() / 2);
            double high = scale.coordinate(value + scale.step() / 2);
            var probabilities = new double[means.length];
            for (int i = 0; i < probabilities.length; i++) {
                probabilities[i] = LogNormal.mass((low - means[i]) / deviations[i], (high - means[i]) / deviations[i])
                        - logMasses[i];
            }
            return probabilities;
        }
    }
}
