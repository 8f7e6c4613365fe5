package io.quantloom.engine.indicator.stream;

/** The money flow index in [0, 100], TA-Lib's MFI; 0 where the flows sum to less than 1; first at bar {@code period}. */
public final class MoneyFlow {

    private final double[] rising;
    private final double[] falling;
    private int taken;
    private double last;
    private double risingSum;
    private double fallingSum;

    /**
     * Begins without bars.
     *
     * @param period above one
     */
    public MoneyFlow(int period) {
        rising = new double[period];
        falling = new double[period];
    }

    /** Takes the bar that has just closed and returns the index; NaN while it is undefined. */
    public double next(double high, double low, double close, double volume) {
        double typical = (high + low + close) / 3.0;
        double change = typical - last;
        last = typical;
        int bar = taken++;
        if (bar == 0) {
            return Double.NaN;
        }
        int place = (bar - 1) % rising.length;
        risingSum -= rising[place];
        fallingSum -= falling[place];
        double flow = typical * volume;
        rising[place] = change > 0 ? flow : 0;
        falling[place] = change < 0 ? flow : 0;
        risingSum += rising[place];
        fallingSum += falling[place];
        double both = risingSum + fallingSum;
        if (bar < rising.length) {
            return Double.NaN;
        }
        return both < 1.0 ? 0 : 100 * (risingSum / both);
    }
}
