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

    /**
     * What a curve's drawdowns are on average. A drawdown lasts from the last value at a peak to the first one at or above
     * it, or to the end; one that only begins with the last value is not counted (backtesting.py).
     *
     * @param count how many
     * @param depth mean depth, positive; NaN when there is none
     * @param bars mean length in bars; NaN when there is none
     */
    public record Averages(int count, double depth, double bars) {}

    /** Returns the averages of all drawdowns of the curve. */
    public static Averages averages(double[] equity) {
        int count = 0;
        double depths = 0;
        long bars = 0;
        double depth = 0;
        int peak = 0;
        for (int i = 1; i < equity.length; i++) {
            boolean recovered = equity[i] >= equity[peak];
            if (!recovered) {
                depth = Math.max(depth, 1 - equity[i] / equity[peak]);
            }
            if ((recovered || i == equity.length - 1) && i - peak > 1) {
                count++;
                depths += depth;
                bars += i - peak;
            }
            if (recovered) {
                peak = i;
                depth = 0;
            }
        }
        return new Averages(count, depths / count, (double) bars / count);
    }
}
