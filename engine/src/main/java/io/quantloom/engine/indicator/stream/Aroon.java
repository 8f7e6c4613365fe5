package io.quantloom.engine.indicator.stream;

/** How recent the extremes of the last {@code period + 1} bars are, in [0, 100], TA-Lib's AROON; first at {@code period}. */
public final class Aroon {

    private final int period;
    private final double factor;
    private final RecentRange range;

    /**
     * Begins without bars.
     *
     * @param period above one
     */
    public Aroon(int period) {
        this.period = period;
        this.factor = 100.0 / period;
        this.range = new RecentRange(period + 1);
    }

    /** Takes the bar that has just closed. */
    public void next(double high, double low) {
        range.next(high, low);
    }

    /** {@return 100 when the last bar has the lowest low; NaN while undefined} */
    public double down() {
        return range.isFull() ? factor * (period - range.barsSinceLowest()) : Double.NaN;
    }

    /** {@return 100 when the last bar has the highest high; NaN while undefined} */
    public double up() {
        return range.isFull() ? factor * (period - range.barsSinceHighest()) : Double.NaN;
    }
}
