package io.quantloom.engine.tuning.tpe;

import io.quantloom.engine.tuning.Dimension;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** A choice: coordinates are places in its list. */
record ChoiceAxis(Dimension.Choice dimension) implements Axis {

    @Override
    public double coordinate(Object value) {
        return dimension.values().indexOf(value);
    }

    @Override
    public Object value(double coordinate) {
        return dimension.values().get((int) coordinate);
    }

    /** Each kernel has {@code 1/K} for every value, 1 more for the observed one, normalized; K counts the prior's too. */
    @Override
    public Kernels kernels(double[] observed) {
        int count = dimension.values().size();
        int kernels = observed.length + 1;
        var probabilities = new double[kernels][count];
        for (int kernel = 0; kernel < kernels; kernel++) {
            Arrays.fill(probabilities[kernel], 1.0 / kernels);
            if (kernel < observed.length) {
                probabilities[kernel][(int) observed[kernel]] += 1;
            }
            double sum = Arrays.stream(probabilities[kernel]).sum();
            for (int value = 0; value < count; value++) {
                probabilities[kernel][value] /= sum;
            }
        }
        return new Tables(probabilities);
    }

    /** A table of probabilities for each kernel. */
    private static final class Tables implements Kernels {
        private final double[][] probabilities;

        Tables(double[][] probabilities) {
            this.probabilities = probabilities;
        }

        @Override
        public double draw(int kernel, RandomGenerator random) {
            return Weights.draw(probabilities[kernel], random.nextDouble());
        }

        @Override
        public double[] logDensities(double coordinate) {
            return Arrays.stream(probabilities)
                    .mapToDouble(table -> Math.log(table[(int) coordinate]))
                    .toArray();
        }
    }
}
