package io.quantloom.engine.indicator.stream;

/**
 * The difference of two exponential means of the close, its exponential mean, and the difference of both, TA-Lib's MACD.
 * Both means are defined first at bar {@code slow − 1}: the fast one begins so much later. All three first at
 * {@code slow + signal − 2}.
 */
public final class Convergence {

    private final int delay;
    private final ExponentialMean fastMean;
    private final ExponentialMean slowMean;
    private final ExponentialMean signalMean;
    private int taken;
    private double line = Double.NaN;
    private double signal = Double.NaN;

    /**
     * Begins without closes.
     *
     * @param fast period of the fast mean
     * @param slow period of the slow mean, above {@code fast}
     * @param signal period of the mean of the difference
     */
    public Convergence(int fast, int slow, int signal) {
        delay = slow - fast;
        fastMean = new ExponentialMean(fast);
        slowMean = new ExponentialMean(slow);
        signalMean = new ExponentialMean(signal);
    }

    /** Takes the next close. */
    public void next(double close) {
        double fast = taken < delay ? Double.NaN : fastMean.next(close);
        double slow = slowMean.next(close);
        taken++;
        if (!Double.isNaN(slow)) {
            signal = signalMean.next(fast - slow);
            line = Double.isNaN(signal) ? Double.NaN : fast - slow;
        }
    }

    /** {@return the difference at the last bar; NaN while undefined} */
    public double line() {
        return line;
    }

    /** {@return its mean at the last bar; NaN while undefined} */
    public double signal() {
        return signal;
    }

    /** {@return line less signal at the last bar; NaN while undefined} */
    public double histogram() {
        return line - signal;
    }
}
