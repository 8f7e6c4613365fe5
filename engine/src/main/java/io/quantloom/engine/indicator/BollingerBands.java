package io.quantloom.engine.indicator;

import java.util.Arrays;

/**
 * Bands around a moving average. TA-Lib takes the deviation as {@code E[x²] − E[x]²}, which loses most digits where
 * prices move little; here it is summed in a second pass over the window.
 */
public final class BollingerBands {

    private BollingerBands() {}

    /**
     * Returns the distance of the bands in percent of the lower one: {@code (U − L) / L × 100} with
     * {@code U, L = m ± k·s}, {@code m} the mean and {@code s} the population deviation of the last {@code period} values.
     * First defined at {@code period − 1}; NaN also where {@code L} is zero. Source: J. Bollinger, Bollinger on Bollinger
     * Bands (2001), chapter 7.
     *
     * <p>O(n · period).
     *
     * @param values oldest first, finite
     * @param period length of the window, above zero
     * @param deviations {@code k}, above zero
     */
    public static double[] distancePercent(double[] values, int period, double deviations) {
        if (period < 1) {
            throw new IllegalArgumentException("a window must be above zero, was " + period);
        }
        double[] result = new double[values.length];
        Arrays.fill(result, 0, Math.min(period - 1, values.length), Double.NaN);
        for (int t = period - 1; t < values.length; t++) {
            result[t] = distancePercentAt(values, t - period + 1, period, deviations);
        }
        return result;
    }

    private static double distancePercentAt(double[] values, int from, int period, double deviations) {
        double sum = 0;
        for (int i = from; i < from + period; i++) {
            sum += values[i];
        }
        double mean = sum / period;
        double squares = 0;
        for (int i = from; i < from + period; i++) {
            double off = values[i] - mean;
            squares += off * off;
        }
        double half = deviations * Math.sqrt(squares / period);
        double lower = mean - half;
        return lower == 0 ? Double.NaN : (mean + half - lower) / lower * 100;
    }
}
