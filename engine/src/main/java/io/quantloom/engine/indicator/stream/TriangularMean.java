package io.quantloom.engine.indicator.stream;

/** The mean of the last values with weights that rise to the middle and fall again, by running sums as TA-Lib's TRIMA. */
public final class TriangularMean {

    private final double[] window;
    private final double factor;
    private int taken;
    private double numerator;
    private double older;
    private double newer;

    /**
     * Begins without values.
     *
     * @param period above one
     */
    public TriangularMean(int period) {
        window = new double[period];
        int half = period >> 1;
        factor = 1.0 / (isOdd() ? (half + 1) * (half + 1) : half * (half + 1));
    }

    /** Takes the next value and returns the mean; NaN before there are {@code period} values. */
    public double next(double value) {
        int period = window.length;
        double leaving = window[taken % period];
        window[taken % period] = value;
        taken++;
        if (taken < period) {
            return Double.NaN;
        }
        if (taken == period) {
            begin();
        } else {
            move(leaving, value);
        }
        return numerator * factor;
    }

    /** The older half is summed backwards from the middle, the newer one forwards. */
    private void begin() {
        int middle = middle();
        for (int i = middle; i >= 0; i--) {
            older += window[i];
            numerator += older;
        }
        for (int i = middle + 1; i < window.length; i++) {
            newer += window[i];
            numerator += newer;
        }
    }

    private void move(double leaving, double value) {
        double crossing = window[(taken + middle()) % window.length];
        numerator -= older;
        older -= leaving;
        older += crossing;
        if (isOdd()) {
            numerator += newer;
            newer -= crossing;
        } else {
            newer -= crossing;
            numerator += newer;
        }
        newer += value;
        numerator += value;
    }

    /** {@return the place of the last value of the older half, counted from the oldest} */
    private int middle() {
        return isOdd() ? window.length >> 1 : (window.length >> 1) - 1;
    }

    private boolean isOdd() {
        return window.length % 2 == 1;
    }
}
