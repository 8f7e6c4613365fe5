package io.quantloom.engine.indicator.stream;

/** Volume summed over all bars with the sign of the close's change and with the close's place in its bar, from bar 0. */
public final class CumulatedVolume {

    private int taken;
    private double lastClose;
    private double onBalance;
    private double accumulated;

    /** Takes the bar that has just closed. */
    public void next(double high, double low, double close, double volume) {
        if (taken == 0 || close > lastClose) {
            onBalance += volume;
        } else if (close < lastClose) {
            onBalance -= volume;
        }
        double range = high - low;
        if (range > 0) {
            accumulated += ((close - low) - (high - close)) / range * volume;
        }
        lastClose = close;
        taken++;
    }

    /** {@return J. Granville's on-balance volume, TA-Lib's OBV; 0 before the first bar} */
    public double onBalance() {
        return onBalance;
    }

    /** {@return M. Chaikin's accumulation and distribution, TA-Lib's AD; 0 before the first bar} */
    public double accumulated() {
        return accumulated;
    }
}
