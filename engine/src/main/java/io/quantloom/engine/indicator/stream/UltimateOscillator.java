package io.quantloom.engine.indicator.stream;

import java.util.Arrays;

/**
 * L. Williams' ultimate oscillator in [0, 100] over three periods, the shortest weighing most, TA-Lib's ULTOSC; first at the
 * longest.
 */
public final class UltimateOscillator {

    private static final double[] WEIGHTS = {4.0, 2.0, 1.0};

    private final int[] periods;
    private final double[] pressures;
    private final double[] ranges;
    private final double[] pressureSums = new double[WEIGHTS.length];
    private final double[] rangeSums = new double[WEIGHTS.length];
    private int taken;
    private double lastClose;

    /**
     * Begins without bars.
     *
     * @param periods three, each above zero, in any order
     */
    public UltimateOscillator(int... periods) {
        this.periods = periods.clone();
        Arrays.sort(this.periods);
        int longest = this.periods[WEIGHTS.length - 1];
        pressures = new double[longest];
        ranges = new double[longest];
    }

    /** Takes the bar that has just closed and returns the oscillator; NaN while it is undefined. */
    public double next(double high, double low, double close) {
        int bar = taken++;
        double before = lastClose;
        lastClose = close;
        if (bar == 0) {
            return Double.NaN;
        }
        int longest = pressures.length;
        pressures[bar % longest] = close - Math.min(low, before);
        ranges[bar % longest] = AverageRange.trueRange(high, low, before);
        double output = 0;
        for (int k = 0; k < WEIGHTS.length; k++) {
            // The sums of the shorter periods begin when the longest is full, not with the first bar.
            if (bar > longest - periods[k]) {
                pressureSums[k] += pressures[bar % longest];
                rangeSums[k] += ranges[bar % longest];
            }
            if (bar >= longest && !Zero.is(rangeSums[k])) {
                double share = pressureSums[k] / rangeSums[k];
                output += k == WEIGHTS.length - 1 ? share : WEIGHTS[k] * share;
            }
        }
        if (bar < longest) {
            return Double.NaN;
        }
        for (int k = 0; k < WEIGHTS.length; k++) {
            int leaving = (bar - periods[k] + 1) % longest;
            pressureSums[k] -= pressures[leaving];
            rangeSums[k] -= ranges[leaving];
        }
        return 100.0 * (output / 7.0);
    }
}
