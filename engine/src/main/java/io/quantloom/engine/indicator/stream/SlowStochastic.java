package io.quantloom.engine.indicator.stream;

/** The slow stochastic in [0, 100] with simple means, TA-Lib's STOCH; first at {@code period + slowK + slowD − 3}. */
public final class SlowStochastic {

    private final RecentRange range;
    private final RunningMean meanOfFast;
    private final RunningMean meanOfSlow;
    private double k = Double.NaN;
    private double d = Double.NaN;

    /**
     * Begins without bars.
     *
     * @param period bars of the range
     * @param slowK bars of the first mean
     * @param slowD bars of the mean of that
     */
    public SlowStochastic(int period, int slowK, int slowD) {
        range = new RecentRange(period);
        meanOfFast = new RunningMean(slowK);
        meanOfSlow = new RunningMean(slowD);
    }

    /** Takes the bar that has just closed. */
    public void next(double high, double low, double close) {
        range.next(high, low);
        if (!range.isFull()) {
            return;
        }
        double width = (range.highest() - range.lowest()) / 100.0;
        double slow = meanOfFast.next(width == 0 ? 0 : (close - range.lowest()) / width);
        if (!Double.isNaN(slow)) {
            d = meanOfSlow.next(slow);
            // TA-Lib shows K only where D is defined.
            k = Double.isNaN(d) ? Double.NaN : slow;
        }
    }

    /** {@return K at the last bar; NaN while undefined} */
    public double k() {
        return k;
    }

    /** {@return D at the last bar; NaN while undefined} */
    public double d() {
        return d;
    }
}
