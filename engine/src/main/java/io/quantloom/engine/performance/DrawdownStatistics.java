package io.quantloom.engine.performance;

/** How far and how long a curve stood below its highest value so far; the first value counts as a peak. Pure functions. */
public final class DrawdownStatistics {

    private DrawdownStatistics() {}

    /**
     * Returns {@code 1 − E[i] / max(E[0..i])} for each value, in [0, 1) for values above zero.
     *
     * @param equity values above zero, oldest first
     */
    public static double[] drawdowns(double[] equity) {
        double[] drawdowns = new double[equity.length];
        double peak = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < equity.length; i++) {
            peak = Math.max(peak, equity[i]);
            drawdowns[i] = 1 - equity[i] / peak;
        }
        return drawdowns;
    }

    /** Returns the highest drawdown, positive; 0 for a curve that never falls. */
    public static double maxDrawdown(double[] equity) {
        double worst = 0;
        for (double drawdown : drawdowns(equity)) {
            worst = Math.max(worst, drawdown);
        }
        return worst;
    }

    /**
     * Returns the longest stretch from a peak to the bar that is at or above it again, or to the last bar, in bars; 0 for
     * a curve that never falls.
     */
    public static int maxDrawdownBars(double[] equity) {
        int longest = 0;
        int peak = 0;
        for (int i = 1; i < equity.length; i++) {
            boolean recovered = equity[i] >= equity[peak];
            if (!recovered || i - peak > 1) {
                longest = Math.max(longest, i - peak);
            }
            if (recovered) {
                peak = i;
            }
        }
        return longest;
    }
}
