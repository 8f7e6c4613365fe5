package io.quantloom.engine.dataset.label;

/** {@link PrimarySignal.SmaCross} bar by bar. O(slow) a bar. */
final class CrossStream implements PrimarySignal.Stream {

    private final int fast;
    private final double[] closes;
    private int taken;
    private int before;
    private int side;

    CrossStream(int fast, int slow) {
        this.fast = fast;
        this.closes = new double[slow];
    }

    @Override
    public int next(double close) {
        closes[taken % closes.length] = close;
        taken++;
        if (taken < closes.length) {
            return 0;
        }
        int now = order();
        if (before * now < 0) {
            side = now;
        }
        before = now;
        return side;
    }

    // Sums of distances from the oldest close: prices that do not move give averages that are exactly equal.
    private int order() {
        int slow = closes.length;
        double base = closes[taken % slow];
        double ofSlow = 0;
        double ofFast = 0;
        for (int i = 0; i < slow; i++) {
            double off = closes[(taken + i) % slow] - base;
            ofSlow += off;
            ofFast += i >= slow - fast ? off : 0;
        }
        return Double.compare(ofFast / fast, ofSlow / slow);
    }
}
