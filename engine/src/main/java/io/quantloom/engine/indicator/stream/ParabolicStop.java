package io.quantloom.engine.indicator.stream;

/** Wilder's parabolic stop-and-reverse in price units, TA-Lib's SAR; first at bar 1. */
public final class ParabolicStop {

    private final double acceleration;
    private final double maximum;
    private int taken;
    private double lastHigh;
    private double lastLow;
    private boolean isLong;
    private double stop;
    private double extreme;
    private double factor;

    /**
     * Begins without bars.
     *
     * @param acceleration what each new extreme adds, zero or more; at most {@code maximum} counts
     * @param maximum of the factor, zero or more
     */
    public ParabolicStop(double acceleration, double maximum) {
        this.acceleration = Math.min(acceleration, maximum);
        this.maximum = maximum;
        this.factor = this.acceleration;
    }

    /** Takes the bar that has just closed and returns the stop that holds on it; NaN at the first. */
    public double next(double high, double low) {
        int bar = taken++;
        if (bar == 1) {
            double down = lastLow - low;
            isLong = !(down > 0 && high - lastHigh < down);
            extreme = isLong ? high : low;
            stop = isLong ? lastLow : lastHigh;
            // TA-Lib begins with the second bar as its own predecessor.
            lastHigh = high;
            lastLow = low;
        }
        double value = bar == 0 ? Double.NaN : isLong ? fromLong(high, low) : fromShort(high, low);
        lastHigh = high;
        lastLow = low;
        return value;
    }

    private double fromLong(double high, double low) {
        if (low <= stop) {
            isLong = false;
            stop = Math.max(extreme, Math.max(lastHigh, high));
            double value = stop;
            turn(low);
            stop = Math.max(stop, Math.max(lastHigh, high));
            return value;
        }
        double value = stop;
        if (high > extreme) {
            extreme = high;
            factor = Math.min(factor + acceleration, maximum);
        }
        stop = stop + factor * (extreme - stop);
        stop = Math.min(stop, Math.min(lastLow, low));
        return value;
    }

    private double fromShort(double high, double low) {
        if (high >= stop) {
            isLong = true;
            stop = Math.min(extreme, Math.min(lastLow, low));
            double value = stop;
            turn(high);
            stop = Math.min(stop, Math.min(lastLow, low));
            return value;
        }
        double value = stop;
        if (low < extreme) {
            extreme = low;
            factor = Math.min(factor + acceleration, maximum);
        }
        stop = stop + factor * (extreme - stop);
        stop = Math.max(stop, Math.max(lastHigh, high));
        return value;
    }

    private void turn(double newExtreme) {
        factor = acceleration;
        extreme = newExtreme;
        stop = stop + factor * (extreme - stop);
    }
}
