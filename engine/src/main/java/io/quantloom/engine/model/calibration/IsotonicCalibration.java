package io.quantloom.engine.model.calibration;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The rising step function of least squares, straight between its steps and level beyond its ends. Immutable.
 *
 * <p>Fitted by pooling adjacent violators; rows of one margin are one point. Probabilities are kept within
 * {@code [1/(n + 2), 1 − 1/(n + 2)]} of n rows, since no finite number of rows shows that something never happens. Sources:
 * M. Ayer and others, Annals of Mathematical Statistics 26 (1955); B. Zadrozny and C. Elkan, KDD 2002.
 */
public final class IsotonicCalibration implements Calibration {

    private final double[] margins;
    private final double[] probabilities;

    private IsotonicCalibration(double[] margins, double[] probabilities) {
        this.margins = margins;
        this.probabilities = probabilities;
    }

    /**
     * Returns the function through the points.
     *
     * @param margins finite, ascending without repetition, at least one
     * @param probabilities in [0, 1], never falling
     * @throws IllegalArgumentException if they are not so
     */
    public static IsotonicCalibration of(double[] margins, double[] probabilities) {
        if (margins.length == 0 || margins.length != probabilities.length) {
            throw new IllegalArgumentException("expected as many probabilities as margins, and at least one");
        }
        for (int i = 0; i < margins.length; i++) {
            boolean rises = i == 0 || (margins[i] > margins[i - 1] && probabilities[i] >= probabilities[i - 1]);
            if (!rises || !Double.isFinite(margins[i]) || !(probabilities[i] >= 0 && probabilities[i] <= 1)) {
                throw new IllegalArgumentException("expected rising points with probabilities in [0, 1], was "
                        + margins[i] + " and " + probabilities[i] + " at point " + i);
            }
        }
        return new IsotonicCalibration(margins.clone(), probabilities.clone());
    }

    static IsotonicCalibration fit(double[] margins, boolean[] positive, double[] weights) {
        int[] order = IntStream.range(0, margins.length)
                .boxed()
                .sorted((a, b) -> Double.compare(margins[a], margins[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        var blocks = new Blocks(margins.length);
        for (int i : order) {
            blocks.add(margins[i], positive[i] ? weights[i] : 0, weights[i]);
        }
        return blocks.pooled(1.0 / (margins.length + 2));
    }

    /** Stretches of margins that share one probability, ascending. */
    private static final class Blocks {

        private final double[] from;
        private final double[] to;
        private final double[] positives;
        private final double[] weights;
        private int size;

        Blocks(int capacity) {
            from = new double[capacity];
            to = new double[capacity];
            positives = new double[capacity];
            weights = new double[capacity];
        }

        /** Rows come ascending; those of one margin come together, so pooling waits until the margin rises. */
        void add(double margin, double positive, double weight) {
            if (size > 0 && to[size - 1] == margin) {
                positives[size - 1] += positive;
                weights[size - 1] += weight;
                return;
            }
            pool();
            // Adding zero makes −0 of a margin 0, which are one point.
            from[size] = margin + 0.0;
            to[size] = margin + 0.0;
            positives[size] = positive;
            weights[size] = weight;
            size++;
        }

        private void pool() {
            while (size > 1 && value(size - 2) >= value(size - 1)) {
                to[size - 2] = to[size - 1];
                positives[size - 2] += positives[size - 1];
                weights[size - 2] += weights[size - 1];
                size--;
            }
        }

        private double value(int block) {
            return positives[block] / weights[block];
        }

        IsotonicCalibration pooled(double nearest) {
            pool();
            double[] margins = new double[2 * size];
            double[] probabilities = new double[2 * size];
            int points = 0;
            for (int block = 0; block < size; block++) {
                double value = Math.clamp(value(block), nearest, 1 - nearest);
                margins[points] = from[block];
                probabilities[points++] = value;
                if (to[block] > from[block]) {
                    margins[points] = to[block];
                    probabilities[points++] = value;
                }
            }
            return new IsotonicCalibration(Arrays.copyOf(margins, points), Arrays.copyOf(probabilities, points));
        }
    }

    @Override
    public CalibrationMethod method() {
        return CalibrationMethod.ISOTONIC;
    }

    @Override
    public double probability(double margin) {
        int last = margins.length - 1;
        if (!(margin > margins[0])) {
            return probabilities[0];
        }
        if (margin >= margins[last]) {
            return probabilities[last];
        }
        int found = Arrays.binarySearch(margins, margin);
        if (found >= 0) {
            return probabilities[found];
        }
        int right = -found - 1;
        double share = (margin - margins[right - 1]) / (margins[right] - margins[right - 1]);
        double between = probabilities[right - 1] + share * (probabilities[right] - probabilities[right - 1]);
        return Math.min(between, probabilities[right]);
    }

    @Override
    public String text() {
        var text = new StringBuilder();
        for (int i = 0; i < margins.length; i++) {
            text.append(i == 0 ? "" : ",").append(margins[i]).append(':').append(probabilities[i]);
        }
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IsotonicCalibration that
                && Arrays.equals(margins, that.margins)
                && Arrays.equals(probabilities, that.probabilities);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(margins) + Arrays.hashCode(probabilities);
    }

    @Override
    public String toString() {
        return "isotonic " + text();
    }
}
