package io.quantloom.engine.indicator.stream;

/**
 * The difference of two exponential means of accumulation and distribution, both begun with its first value, TA-Lib's ADOSC;
 * first at bar {@code slow − 1}.
 */
public final class AccumulationOscillator {

    private final CumulatedVolume line = new CumulatedVolume();
    private final double fastFactor;
    private final double slowFactor;
    private final int slow;
    private int taken;
    private double fastMean;
    private double slowMean;

    /**
     * Begins without bars.
     *
     * @param fast period of the fast mean
     * @param slow period of the slow mean, above {@code fast}
     */
    public AccumulationOscillator(int fast, int slow) {
        this.fastFactor = 2.0 / (fast + 1);
        this.slowFactor = 2.0 / (slow + 1);
        this.slow = slow;
    }

    /** Takes the bar that has just closed and returns the difference; NaN while it is undefined. */
    public double next(double high, double low, double close, double volume) {
        line.next(high, low, close, volume);
        double value = line.accumulated();
        fastMean = taken == 0 ? value : fastFactor * value + (1.0 - fastFactor) * fastMean;
        slowMean = taken == 0 ? value : slowFactor * value + (1.0 - slowFactor) * slowMean;
        taken++;
        return taken < slow ? Double.NaN : fastMean - slowMean;
    }
}
