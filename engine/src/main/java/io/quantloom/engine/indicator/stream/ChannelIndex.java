package io.quantloom.engine.indicator.stream;

/** D. Lambert's commodity channel index, TA-Lib's CCI; first at bar {@code period − 1}. O(period) a bar. */
public final class ChannelIndex {

    private final double[] window;
    private int taken;

    /**
     * Begins without bars.
     *
     * @param period above one
     */
    public ChannelIndex(int period) {
        window = new double[period];
    }

    /** Takes the bar that has just closed and returns the index; NaN while it is undefined. */
    public double next(double high, double low, double close) {
        int period = window.length;
        double typical = (high + low + close) / 3;
        window[taken % period] = typical;
        taken++;
        if (taken < period) {
            return Double.NaN;
        }
        // In the order of places, not of time: TA-Lib sums its ring so.
        double mean = 0;
        for (double value : window) {
            mean += value;
        }
        mean /= period;
        double off = 0;
        for (double value : window) {
            off += Math.abs(value - mean);
        }
        double distance = typical - mean;
        return distance != 0 && off != 0 ? distance / (0.015 * (off / period)) : 0;
    }
}
