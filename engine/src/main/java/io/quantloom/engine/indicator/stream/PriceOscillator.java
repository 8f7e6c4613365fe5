package io.quantloom.engine.indicator.stream;

/** The difference of two simple means in percent of the slow one, TA-Lib's PPO; first at {@code slow − 1}. */
public final class PriceOscillator {

    private final RunningMean fastMean;
    private final RunningMean slowMean;

    /**
     * Begins without closes.
     *
     * @param fast period of the fast mean
     * @param slow period of the slow mean, above {@code fast}
     */
    public PriceOscillator(int fast, int slow) {
        fastMean = new RunningMean(fast);
        slowMean = new RunningMean(slow);
    }

    /** Takes the next close and returns the difference in price units, TA-Lib's APO; NaN while it is undefined. */
    public double nextAbsolute(double close) {
        double fast = fastMean.next(close);
        return fast - slowMean.next(close);
    }

    /** Takes the next close and returns the difference in percent; NaN while it is undefined. */
    public double next(double close) {
        double fast = fastMean.next(close);
        double slow = slowMean.next(close);
        return Zero.is(slow) ? 0 : (fast - slow) / slow * 100.0;
    }
}
