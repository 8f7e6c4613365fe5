package io.quantloom.engine.performance;

import java.util.Arrays;

/**
 * The Sharpe ratio {@code mean(R) / std(R) · √N} (ddof 1, risk-free rate 0) of the last so many returns at each bar. Pure
 * functions, O(n).
 */
public final class RollingSharpe {

    private RollingSharpe() {}

    /**
     * Returns the ratio at each bar of the curve; NaN on the bars before the window is full and where the returns of the
     * window do not vary.
     *
     * @param window number of returns, at least 2
     * @param barsPerYear N
     */
    public static TimeSeries of(EquityCurve curve, int window, double barsPerYear) {
        if (window < 2) {
            throw new IllegalArgumentException("a rolling window needs at least 2 returns, was " + window);
        }
        double[] equity = curve.values();
        equity[0] = curve.startingCash();
        double[] returns = ReturnStatistics.of(equity);
        double[] values = new double[equity.length];
        Arrays.fill(values, Double.NaN);
        double annual = Math.sqrt(barsPerYear);
        var sums = new Window(returns, window);
        for (int end = window; end <= returns.length; end++) {
            sums.moveTo(end);
            double variance = sums.variance();
            values[end] = variance > 0 ? sums.mean() / Math.sqrt(variance) * annual : Double.NaN;
        }
        return TimeSeries.of(curve.times(), values);
    }

    // Sliding sums of deviations from a value near the mean; taken anew every window, so that rounding cannot pile up.
    private static final class Window {
        private final double[] returns;
        private final int length;
        private int anewAt;
        private double shift;
        private double sum;
        private double squares;
        private int equal;

        Window(double[] returns, int length) {
            this.returns = returns;
            this.length = length;
            this.anewAt = length;
        }

        void moveTo(int end) {
            if (end == anewAt) {
                anew(end);
            } else {
                remove(returns[end - 1 - length]);
                add(returns[end - 1]);
                equal = returns[end - 1] == returns[end - 2] ? equal + 1 : 1;
            }
        }

        double mean() {
            return shift + sum / length;
        }

        double variance() {
            double variance = (squares - sum * sum / length) / (length - 1);
            boolean none =
                    equal >= length || !(variance >= ReturnStatistics.NO_DEVIATION * ReturnStatistics.NO_DEVIATION);
            return none ? 0 : variance;
        }

        private void anew(int end) {
            anewAt = end + length;
            double total = 0;
            equal = 1;
            for (int i = end - length; i < end; i++) {
                total += returns[i];
                equal = i > end - length && returns[i] == returns[i - 1] ? equal + 1 : 1;
            }
            shift = total / length;
            sum = 0;
            squares = 0;
            for (int i = end - length; i < end; i++) {
                add(returns[i]);
            }
        }

        private void add(double value) {
            double deviation = value - shift;
            sum += deviation;
            squares += deviation * deviation;
        }

        private void remove(double value) {
            double deviation = value - shift;
            sum -= deviation;
            squares -= deviation * deviation;
        }
    }
}
