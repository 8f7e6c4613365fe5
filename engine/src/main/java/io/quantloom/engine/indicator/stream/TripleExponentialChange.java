package io.quantloom.engine.indicator.stream;

/** The one-bar change in percent of a triple exponential mean, TA-Lib's TRIX; first at {@code 3·(period − 1) + 1}. */
public final class TripleExponentialChange {

    private final StackedMeans means;
    private double last = Double.NaN;

    /**
     * Begins without closes.
     *
     * @param period above zero
     */
    public TripleExponentialChange(int period) {
        means = new StackedMeans(3, period);
    }

    /** Takes the next close and returns the change; NaN while it is undefined. */
    public double next(double close) {
        double value = means.next(close);
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        double change = last == 0 ? 0 : (value / last - 1.0) * 100.0;
        last = value;
        return change;
    }
}
