package io.quantloom.engine.backtest.analysis.resampling;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.performance.ReturnDistribution;
import io.quantloom.engine.performance.ReturnStatistics;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Percentile intervals of the Sharpe ratio, the annualized return and the maximum drawdown, by drawing the returns again in
 * blocks. What a resample is measured by are the formulas of the statistics table: {@code mean / std · √N} with ddof 1,
 * {@code Π(1 + R)^(N / n) − 1}, and {@code max(1 − E / running peak)} with the start as a peak. O(n · resamples) time, O(n)
 * memory.
 */
public final class BlockBootstrap {

    // Cancellation is asked for after so many returns, a few milliseconds.
    private static final int BLOCK = 1_000_000;
    // Below this share of the mean square a variance is rounding.
    private static final double ROUNDING = 1e-13;

    private final double[] returns;
    private final double barsPerYear;

    /**
     * Takes what to resample.
     *
     * @param returns simple returns per bar, at least two, above −1
     * @param barsPerYear N
     */
    public BlockBootstrap(double[] returns, double barsPerYear) {
        if (returns.length < 2) {
            throw new IllegalArgumentException("a bootstrap needs at least two returns, had " + returns.length);
        }
        this.returns = returns.clone();
        this.barsPerYear = barsPerYear;
    }

    /**
     * Resamples.
     *
     * @param resamples how often, above zero
     * @param level coverage of the intervals, in (0, 1)
     * @param seeds of this bootstrap alone
     */
    public Outcome<Bootstrap> run(
            BootstrapMethod method, int resamples, double level, Seeds seeds, JobContext context) {
        double blockLength = BlockLength.ofReturns(returns, method);
        RandomGenerator random = seeds.random();
        var draw = new BlockDraw(method, returns.length, blockLength, random);
        var sample = new Sample(returns, barsPerYear);
        double[] sharpes = new double[resamples];
        double[] growths = new double[resamples];
        double[] drawdowns = new double[resamples];
        int between = Math.max(1, BLOCK / returns.length);
        for (int i = 0; i < resamples; i++) {
            if (i % between == 0) {
                if (context.isCanceled()) {
                    return Outcome.canceled();
                }
                context.report(Progress.of(method.key() + " bootstrap", i, resamples));
            }
            sample.draw(draw);
            sharpes[i] = sample.sharpe();
            growths[i] = sample.annualizedReturn();
            drawdowns[i] = sample.maxDrawdown;
        }
        sample.asItWas();
        return Outcome.success(new Bootstrap(
                method,
                method == BootstrapMethod.MOVING_BLOCK ? Math.max(1, Math.round(blockLength)) : blockLength,
                resamples,
                level,
                List.of(
                        interval("sharpe_ratio", ReturnStatistics.sharpeRatio(returns, barsPerYear), sharpes, level),
                        interval("annualized_return", sample.annualizedReturn(), growths, level),
                        interval("max_drawdown", sample.maxDrawdown, drawdowns, level))));
    }

    private static BootstrapInterval interval(String statistic, double estimate, double[] values, double level) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        return new BootstrapInterval(
                statistic,
                Double.isFinite(estimate) ? estimate : Double.NaN,
                ReturnDistribution.quantileOfSorted(sorted, (1 - level) / 2),
                ReturnDistribution.quantileOfSorted(sorted, (1 + level) / 2),
                sorted.length);
    }

    /** One resample after another, measured while it is drawn. */
    private static final class Sample {
        private final double[] returns;
        private final double barsPerYear;
        private final double shift;
        private double sum;
        private double squares;
        private double equity;
        private double peak;
        private double maxDrawdown;

        Sample(double[] returns, double barsPerYear) {
            this.returns = returns;
            this.barsPerYear = barsPerYear;
            this.shift = ReturnStatistics.mean(returns);
        }

        void draw(BlockDraw draw) {
            begin();
            int left = returns.length;
            while (left > 0) {
                draw.next();
                int taken = Math.min(left, draw.length());
                int untilEnd = Math.min(taken, returns.length - draw.start());
                take(draw.start(), draw.start() + untilEnd);
                take(0, taken - untilEnd);
                left -= taken;
            }
        }

        void asItWas() {
            begin();
            take(0, returns.length);
        }

        double sharpe() {
            int n = returns.length;
            double variance = (squares - sum * sum / n) / (n - 1);
            if (!(variance > ROUNDING * squares / n)) {
                return Double.NaN;
            }
            return (shift + sum / n) / Math.sqrt(variance) * Math.sqrt(barsPerYear);
        }

        double annualizedReturn() {
            return ReturnStatistics.annualizedReturn(equity, returns.length, barsPerYear);
        }

        private void begin() {
            sum = 0;
            squares = 0;
            equity = 1;
            peak = 1;
            maxDrawdown = 0;
        }

        private void take(int from, int to) {
            double total = sum;
            double totalSquares = squares;
            double value = equity;
            double highest = peak;
            double lowest = 1 - maxDrawdown;
            for (int i = from; i < to; i++) {
                double deviation = returns[i] - shift;
                total += deviation;
                totalSquares += deviation * deviation;
                value *= 1 + returns[i];
                if (value > highest) {
                    highest = value;
                } else if (value < lowest * highest) {
                    lowest = value / highest;
                }
            }
            sum = total;
            squares = totalSquares;
            equity = value;
            peak = highest;
            maxDrawdown = 1 - lowest;
        }
    }
}
