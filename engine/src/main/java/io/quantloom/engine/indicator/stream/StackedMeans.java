package io.quantloom.engine.indicator.stream;

/** Exponential means in a row, each of the one before: what DEMA, TEMA and TRIX of TA-Lib are made of. */
public final class StackedMeans {

    private final ExponentialMean[] means;
    private final double[] values;

    /**
     * Begins without values.
     *
     * @param count how many means, above zero
     * @param period of each, above zero
     */
    public StackedMeans(int count, int period) {
        means = new ExponentialMean[count];
        values = new double[count];
        for (int i = 0; i < count; i++) {
            means[i] = new ExponentialMean(period);
            values[i] = Double.NaN;
        }
    }

    /** Takes the next value and returns the last mean; NaN before {@code count·(period − 1) + 1} values. */
    public double next(double value) {
        double last = value;
        for (int i = 0; i < means.length && !Double.isNaN(last); i++) {
            last = means[i].next(last);
            values[i] = last;
        }
        return last;
    }

    /** Takes the next value and returns {@code 2a − b} of two means, TA-Lib's DEMA; NaN while undefined. */
    public double nextDouble(double value) {
        double second = next(value);
        return 2.0 * values[0] - second;
    }

    /** Takes the next value and returns {@code 3a − 3b + c} of three means, TA-Lib's TEMA; NaN while undefined. */
    public double nextTriple(double value) {
        double third = next(value);
        return third + (3.0 * values[0] - 3.0 * values[1]);
    }
}
