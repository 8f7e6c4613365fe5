package io.quantloom.engine.indicator.stream;

/** Wilder's relative strength index in [0, 100], TA-Lib's RSI; first with {@code period + 1} closes. */
public final class RelativeStrength {

    private final int period;
    private int taken;
    private double last;
    private double gain;
    private double loss;

    /**
     * Begins without closes.
     *
     * @param period above one
     */
    public RelativeStrength(int period) {
        this.period = period;
    }

    /** Takes the next close and returns the index; NaN while it is undefined. */
    public double next(double close) {
        double change = close - last;
        last = close;
        taken++;
        if (taken == 1) {
            return Double.NaN;
        }
        boolean smoothing = taken > period + 1;
        if (smoothing) {
            loss *= period - 1;
            gain *= period - 1;
        }
        if (change < 0) {
            loss -= change;
        } else {
            gain += change;
        }
        if (taken <= period) {
            return Double.NaN;
        }
        loss /= period;
        gain /= period;
        return share(gain);
    }

    /** Takes the next close and returns Chande's momentum in [−100, 100], TA-Lib's CMO; NaN while it is undefined. */
    public double nextMomentum(double close) {
        return Double.isNaN(next(close)) ? Double.NaN : share(gain - loss);
    }

    private double share(double part) {
        double both = gain + loss;
        return Zero.is(both) ? 0 : 100 * (part / both);
    }
}
