package io.quantloom.engine.backtest;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.execution.TradingKernel;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.strategy.SmaCrossStrategy;
import io.quantloom.engine.strategy.StrategySpec;
import java.util.OptionalLong;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/**
 * Prints how many bars a second the kernel trades, the floor measured in the same JVM (a plain loop over the columns that
 * does the SMA crossing and marks a position) and the ratio. A program, run by hand.
 */
public final class KernelBenchmark {

    private static final int BARS = 1_000_000;
    private static final int ROUNDS = 12;

    private KernelBenchmark() {}

    public static void main(String[] args) {
        BarSeries bars = market();
        var spec = new StrategySpec.SmaCross(10, 30, false);
        double floor = Double.POSITIVE_INFINITY;
        double kernel = Double.POSITIVE_INFINITY;
        double table = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ROUNDS; i++) {
            floor = Math.min(floor, seconds(() -> plainLoop(bars)));
            kernel = Math.min(kernel, seconds(() -> trade(bars, spec)));
            table = Math.min(table, seconds(() -> simulate(bars, spec)));
        }
        System.out.printf("plain loop        %6.1f M bars/s%n", BARS / floor / 1e6);
        System.out.printf(
                "kernel            %6.1f M bars/s, %.1f times the loop%n", BARS / kernel / 1e6, kernel / floor);
        System.out.printf("kernel and table  %6.1f M bars/s%n", BARS / table / 1e6);
    }

    // A price that stays around 100 for ever, so that nobody is ruined and nothing overflows.
    private static BarSeries market() {
        RandomGenerator random = new Seeds(1).random();
        double[][] rows = new double[BARS][];
        double log = 0;
        double open = 100;
        for (int i = 0; i < BARS; i++) {
            log = 0.995 * log + 0.01 * random.nextGaussian();
            double close = 100 * Math.exp(log);
            rows[i] = Bars.row(open, Math.max(open, close) * 1.001, Math.min(open, close) * 0.999, close);
            open = close;
        }
        return Bars.series(rows);
    }

    private static double trade(BarSeries bars, StrategySpec.SmaCross spec) {
        var kernel = new TradingKernel(
                ExecutionSpec.DEFAULT, Bars.instrument(1e-8, false), Timeframe.HOUR, FundingRates.none(Bars.SYMBOL), 0);
        var strategy = new SmaCrossStrategy(spec);
        for (int i = 0; i < bars.size() && !kernel.isRuined(); i++) {
            kernel.step(bars.bar(i), strategy);
        }
        if (kernel.isRuined()) {
            throw new IllegalStateException("ruined: fewer bars than claimed");
        }
        return kernel.equity();
    }

    private static double simulate(BarSeries bars, StrategySpec.SmaCross spec) {
        return new SimulateBacktest(
                        ExecutionSpec.DEFAULT,
                        Finalization.LAST_CLOSE,
                        Bars.instrument(1e-8, false),
                        FundingRates.none(Bars.SYMBOL))
                .run(
                        "benchmark",
                        bars,
                        new SmaCrossStrategy(spec),
                        Trials.single(),
                        OptionalLong.empty(),
                        JobContext.none())
                .orThrow()
                .equity()
                .value(0);
    }

    private static double plainLoop(BarSeries bars) {
        double[] closes = bars.closes();
        double[] equity = new double[closes.length];
        double fast = 0;
        double slow = 0;
        double cash = 10_000;
        double units = 0;
        double entry = 0;
        boolean above = false;
        for (int i = 0; i < closes.length; i++) {
            fast += closes[i] - (i >= 10 ? closes[i - 10] : 0);
            slow += closes[i] - (i >= 30 ? closes[i - 30] : 0);
            boolean now = fast / 10 > slow / 30;
            if (now != above && i >= 30) {
                cash += units * (closes[i] - entry);
                entry = closes[i];
                units = cash / entry * (now ? 1 : -1);
                above = now;
            }
            equity[i] = cash + units * (closes[i] - entry);
        }
        return equity[closes.length - 1];
    }

    private static double seconds(DoubleSupplier work) {
        long start = System.nanoTime();
        double result = work.getAsDouble();
        double seconds = (System.nanoTime() - start) / 1e9;
        return Double.isNaN(result) ? Double.NaN : seconds;
    }
}
