package io.quantloom.engine.indicator.stream;

/**
 * P. Kaufman's adaptive mean: an exponential one whose factor, between those of 2 and 30 bars, follows how straight the way
 * of the last values was, as TA-Lib's KAMA; first with {@code period + 1} values.
 */
public final class AdaptiveMean {

    private static final double SLOWEST = 2.0 / (30.0 + 1.0);
    private static final double SPREAD = 2.0 / (2.0 + 1.0) - SLOWEST;

    private final double[] window;
    private int taken;
    private double last;
    private double way;
    private double lastOldest;
    private double mean;

    /**
     * Begins without values.
     *
     * @param period above one
     */
    public AdaptiveMean(int period) {
        window = new double[period];
    }

    /** Takes the next value and returns the mean; NaN while it is undefined. */
    public double next(double value) {
        int period = window.length;
        int place = taken % period;
        double oldest = window[place];
        window[place] = value;
        double before = last;
        last = value;
        int bar = taken++;
        if (bar == 0) {
            return Double.NaN;
        }
        if (bar > period) {
            way -= Math.abs(lastOldest - oldest);
        }
        way += Math.abs(value - before);
        if (bar < period) {
            return Double.NaN;
        }
        lastOldest = oldest;
        double factor = efficiency(value - oldest) * SPREAD + SLOWEST;
        double from = bar == period ? before : mean;
        mean = (value - from) * (factor * factor) + from;
        return mean;
    }

    private double efficiency(double change) {
        return way <= change || Zero.is(way) ? 1.0 : Math.abs(change / way);
    }
}
