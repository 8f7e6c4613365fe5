package io.quantloom.engine.backtest.analysis;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.SimulateBacktest;
import io.quantloom.engine.backtest.analysis.resampling.BlockBootstrap;
import io.quantloom.engine.backtest.analysis.resampling.BootstrapMethod;
import io.quantloom.engine.backtest.analysis.resampling.SimulatePaths;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.performance.Annualization;
import io.quantloom.engine.performance.ReturnStatistics;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.performance.StatisticsTable;
import io.quantloom.engine.performance.TrackRecord;
import io.quantloom.engine.strategy.SmaCrossStrategy;
import io.quantloom.engine.strategy.StrategySpec;
import java.util.OptionalLong;
import java.util.function.DoubleSupplier;

/**
 * Prints what the statistics table, the bootstrap and the simulations cost on 2,148 bars, and the floor of the bootstrap
 * measured in the same JVM: a loop that reads as many returns and does the same sums. A program, run by hand.
 */
public final class AnalysisBenchmark {

    private static final int BARS = 2_148;
    private static final int RESAMPLES = 1_000;
    private static final int TABLES = 200;
    private static final int ROUNDS = 15;

    private AnalysisBenchmark() {}

    public static void main(String[] args) {
        BarSeries bars = Bars.random(5, BARS);
        BacktestResult result = new SimulateBacktest(
                        ExecutionSpec.DEFAULT,
                        Finalization.LAST_CLOSE,
                        Bars.instrument(1e-8, false),
                        FundingRates.none(Bars.SYMBOL))
                .run(
                        "benchmark",
                        bars,
                        new SmaCrossStrategy(new StrategySpec.SmaCross(10, 30, true)),
                        Trials.single(),
                        OptionalLong.empty(),
                        JobContext.none())
                .orThrow();
        var track = new TrackRecord(bars, 29, result.equity(), result.trades(), result.fills(), 0, 0);
        double[] returns = ReturnStatistics.of(result.equity().values());
        print("statistics table", TABLES, () -> tables(track));
        print("floor of a bootstrap", 1, () -> floor(returns));
        var bootstrap = new BlockBootstrap(returns, 252);
        for (BootstrapMethod method : BootstrapMethod.values()) {
            print(
                    method.key() + " bootstrap",
                    1,
                    () -> bootstrap
                            .run(method, RESAMPLES, 0.95, new Seeds(1), JobContext.none())
                            .orThrow()
                            .blockLength());
        }
        var paths = new SimulatePaths(10_000, RESAMPLES);
        print(
                "paths of blocks",
                1,
                () -> paths.blocks(returns, new Seeds(1), JobContext.none())
                        .orThrow()
                        .finalEquity()
                        .quantile(0.5));
    }

    private static double tables(TrackRecord track) {
        var annual = new Annualization(252, "of a benchmark");
        double sum = 0;
        for (int i = 0; i < TABLES; i++) {
            sum += StatisticsTable.of(track, annual, Trials.single())
                    .get("sharpe_ratio")
                    .orElse(0);
        }
        return sum;
    }

    private static double floor(double[] returns) {
        double all = 0;
        for (int i = 0; i < RESAMPLES; i++) {
            double sum = 0;
            double squares = 0;
            double equity = 1;
            double peak = 1;
            double lowest = 1;
            for (double value : returns) {
                sum += value;
                squares += value * value;
                equity *= 1 + value;
                if (equity > peak) {
                    peak = equity;
                } else if (equity < lowest * peak) {
                    lowest = equity / peak;
                }
            }
            all += sum + squares + lowest;
        }
        return all;
    }

    private static void print(String what, int times, DoubleSupplier work) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            double value = work.getAsDouble();
            double seconds = (System.nanoTime() - start) / 1e9;
            best = Double.isNaN(value) ? best : Math.min(best, seconds / times);
        }
        System.out.printf("%-24s %8.3f ms%n", what, best * 1e3);
    }
}
