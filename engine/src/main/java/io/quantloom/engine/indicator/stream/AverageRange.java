package io.quantloom.engine.indicator.stream;

/** Wilder's average true range in price units, TA-Lib's ATR; first at bar {@code period}. */
public final class AverageRange {

    private final int period;
    private int taken;
    private double lastClose;
    private double average;

    /**
     * Begins without bars.
     *
     * @param period above one
     */
    public AverageRange(int period) {
        this.period = period;
    }

    /** Takes the bar that has just closed and returns the average; NaN while it is undefined. */
    public double next(double high, double low, double close) {
        int bar = taken++;
        if (bar > 0) {
            double range = trueRange(high, low, lastClose);
            if (bar <= period) {
                average += range;
                average = bar == period ? average / period : average;
            } else {
                average *= period - 1;
                average += range;
                average /= period;
            }
        }
        lastClose = close;
        return bar < period ? Double.NaN : average;
    }

    /** Takes the next bar and returns the average in percent of its close, TA-Lib's NATR; NaN while undefined. */
    public double nextPercent(double high, double low, double close) {
        double value = next(high, low, close);
        return Double.isNaN(value) ? Double.NaN : Zero.is(close) ? 0 : value / close * 100.0;
    }

    static double trueRange(double high, double low, double lastClose) {
        return Math.max(high - low, Math.max(Math.abs(high - lastClose), Math.abs(low - lastClose)));
    }
}
