package io.quantloom.engine.backtest;

import io.quantloom.engine.backtest.fast.FastBacktest;
import io.quantloom.engine.backtest.fast.FastMarket;
import io.quantloom.engine.backtest.fast.FastRun;
import io.quantloom.engine.backtest.fast.FastStatistics;
import io.quantloom.engine.backtest.fast.Scratch;
import io.quantloom.engine.backtest.fast.Signals;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.execution.TradingKernel;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.performance.Statistic;
import io.quantloom.engine.performance.Statistics;
import io.quantloom.engine.performance.StatisticsTable;
import io.quantloom.engine.strategy.SmaCrossStrategy;
import io.quantloom.engine.strategy.StrategySpec;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/**
 * Prints the backtest rows of performance.md: ours, the floor measured in the same JVM (a plain loop over {@code double[]}
 * that does the same crossing, fee, stop, target, equity, Sharpe ratio and drawdown) and the ratio. CPU seconds of this
 * thread, the best of some rounds. A program, run by hand.
 */
public final class GridBenchmark {

    private static final int DAYS = 2_148;
    private static final int MANY = 1_000_000;
    private static final int ROUNDS = 15;
    private static final double FEE = 0.002;
    private static final double STOP = 0.05;
    private static final double TAKE = 0.10;
    private static final Instrument INSTRUMENT = Bars.instrument(1e-8, false);
    private static final FundingRates NO_FUNDING = FundingRates.none(Bars.SYMBOL);

    private GridBenchmark() {}

    public static void main(String[] args) {
        grid(market(DAYS));
        million(market(MANY));
        table(market(DAYS));
    }

    private static void grid(BarSeries bars) {
        List<StrategySpec.SmaCross> grid = combinations();
        double floor = Double.POSITIVE_INFINITY;
        double ours = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ROUNDS; i++) {
            floor = Math.min(floor, seconds(() -> loopGrid(bars, grid)));
            ours = Math.min(ours, seconds(() -> fastGrid(bars, grid)));
        }
        print(grid.size() + " sma-cross on " + DAYS + " bars", ours, floor, 0.15);
        StrategySpec.SmaCross one = grid.get(1234);
        System.out.printf(
                Locale.ROOT,
                "  of one: Sharpe %.12f, the loop's %.12f%n",
                fastSharpe(bars, one),
                new PlainLoop(bars).sharpe(one));
    }

    private static void million(BarSeries bars) {
        var spec = new StrategySpec.SmaCross(10, 30, true);
        var scratch = new Scratch();
        var loop = new PlainLoop(bars);
        FastMarket market = FastMarket.of(bars, NO_FUNDING, INSTRUMENT);
        double[] columns = new double[FastStatistics.COLUMNS.size()];
        double floor = Double.POSITIVE_INFINITY;
        double ours = Double.POSITIVE_INFINITY;
        double prepared = Double.POSITIVE_INFINITY;
        double kernel = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ROUNDS; i++) {
            floor = Math.min(floor, seconds(() -> loop.sharpe(spec)));
            ours = Math.min(ours, seconds(() -> {
                backtest(market).run(Signals.of(spec), scratch).measure(columns);
                return columns[0];
            }));
            prepared = Math.min(
                    prepared,
                    seconds(() -> FastMarket.of(bars, NO_FUNDING, INSTRUMENT)
                            .annualization()
                            .barsPerYear()));
            kernel = Math.min(kernel, seconds(() -> kernel(bars, spec).equity()));
        }
        print("one run on " + MANY + " bars", ours, floor, 0.015);
        System.out.printf(Locale.ROOT, "  prepared once in %.1f ms%n", 1_000 * prepared);
        System.out.printf(Locale.ROOT, "event kernel on %d bars: %.1f M bars/s (goal 2)%n", MANY, MANY / kernel / 1e6);
        TradingKernel slow = kernel(bars, spec);
        FastRun fast = backtest(market).run(Signals.of(spec), scratch);
        System.out.printf(
                Locale.ROOT,
                "  equal to the fast path, %d fills: %s%n",
                fast.fillCount(),
                slow.fills().equals(fast.fills()));
    }

    private static void table(BarSeries bars) {
        var spec = new StrategySpec.SmaCross(10, 30, true);
        var scratch = new Scratch();
        FastMarket market = FastMarket.of(bars, NO_FUNDING, INSTRUMENT);
        double ours = Double.POSITIVE_INFINITY;
        double whole = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 40 * ROUNDS; i++) {
            ours = Math.min(ours, seconds(() -> {
                FastRun run = backtest(market).run(Signals.of(spec), scratch);
                Statistics table = StatisticsTable.of(run.track(), market.annualization(), Trials.single());
                return table.get(Statistic.SHARPE_RATIO.key()).orElseThrow();
            }));
            whole = Math.min(
                    whole,
                    seconds(() -> new SimulateBacktest(execution(), Finalization.LAST_CLOSE, INSTRUMENT, NO_FUNDING)
                            .run(
                                    "benchmark",
                                    bars,
                                    new SmaCrossStrategy(spec),
                                    Trials.single(),
                                    OptionalLong.empty(),
                                    JobContext.none())
                            .orThrow()
                            .equity()
                            .value(0)));
        }
        System.out.printf(
                Locale.ROOT,
                "one run with the complete table on %d bars: %.3f ms (goal 0.5); by the kernel %.3f ms%n",
                DAYS,
                1_000 * ours,
                1_000 * whole);
    }

    private static double fastGrid(BarSeries bars, List<StrategySpec.SmaCross> grid) {
        FastMarket market = FastMarket.of(bars, NO_FUNDING, INSTRUMENT);
        FastBacktest backtest = backtest(market);
        var scratch = new Scratch();
        double[] columns = new double[FastStatistics.COLUMNS.size()];
        double best = Double.NEGATIVE_INFINITY;
        int sharpe = FastStatistics.COLUMNS.indexOf(Statistic.SHARPE_RATIO);
        for (StrategySpec.SmaCross spec : grid) {
            backtest.run(Signals.of(spec), scratch).measure(columns);
            best = Math.max(best, columns[sharpe]);
        }
        return best;
    }

    private static double fastSharpe(BarSeries bars, StrategySpec.SmaCross spec) {
        return fastGrid(bars, List.of(spec));
    }

    private static double loopGrid(BarSeries bars, List<StrategySpec.SmaCross> grid) {
        var loop = new PlainLoop(bars);
        double best = Double.NEGATIVE_INFINITY;
        for (StrategySpec.SmaCross spec : grid) {
            best = Math.max(best, loop.sharpe(spec));
        }
        return best;
    }

    private static TradingKernel kernel(BarSeries bars, StrategySpec.SmaCross spec) {
        var kernel = new TradingKernel(execution(), INSTRUMENT, bars.key().timeframe(), NO_FUNDING, 0);
        var strategy = new SmaCrossStrategy(spec);
        for (int i = 0; i < bars.size() && !kernel.isRuined(); i++) {
            kernel.step(bars.bar(i), strategy);
        }
        kernel.finish(Finalization.LAST_CLOSE);
        return kernel;
    }

    private static FastBacktest backtest(FastMarket market) {
        return FastBacktest.of(market, execution(), Finalization.LAST_CLOSE, 0).orThrow();
    }

    private static ExecutionSpec execution() {
        return new ExecutionSpec(
                new ExecutionSpec.Account(10_000, "USD", 1),
                new ExecutionSpec.Sizing(false),
                new ExecutionSpec.Costs(FEE, 0, 0, true),
                new ExecutionSpec.Exits(ExecutionSpec.ExitLevel.at(STOP), ExecutionSpec.ExitLevel.at(TAKE)));
    }

    private static List<StrategySpec.SmaCross> combinations() {
        List<StrategySpec.SmaCross> grid = new ArrayList<>();
        for (int fast = 2; fast < 102; fast++) {
            for (int slow = 1; slow <= 100; slow++) {
                grid.add(new StrategySpec.SmaCross(fast, fast + slow, true));
            }
        }
        return grid;
    }

    // A price that stays around 100 for ever, so that nobody is ruined and nothing overflows.
    private static BarSeries market(int size) {
        RandomGenerator random = new Seeds(1).random();
        double[][] rows = new double[size][];
        double log = 0;
        double open = 100;
        for (int i = 0; i < size; i++) {
            log = 0.995 * log + 0.01 * random.nextGaussian();
            double close = 100 * Math.exp(log);
            rows[i] = Bars.row(open, Math.max(open, close) * 1.001, Math.min(open, close) * 0.999, close);
            open = close;
        }
        return Bars.series(rows);
    }

    private static double seconds(DoubleSupplier work) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        double result = work.getAsDouble();
        double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
        return Double.isNaN(result) ? Double.NaN : seconds;
    }

    private static void print(String what, double ours, double floor, double goal) {
        System.out.printf(
                Locale.ROOT,
                "%s: %.4f CPU-s (goal %.3f), the plain loop %.4f, ratio %.2f%n",
                what,
                ours,
                goal,
                floor,
                ours / floor);
    }

    /** What one would write by hand for this one strategy: no lots, no spread, no funding, no records. */
    private static final class PlainLoop {

        private final double[] open;
        private final double[] high;
        private final double[] low;
        private final double[] close;
        private final double[] sums;
        private final double[] equity;

        PlainLoop(BarSeries bars) {
            open = bars.opens();
            high = bars.highs();
            low = bars.lows();
            close = bars.closes();
            sums = new double[close.length + 1];
            for (int i = 0; i < close.length; i++) {
                sums[i + 1] = sums[i] + close[i];
            }
            equity = new double[close.length];
        }

        double sharpe(StrategySpec.SmaCross spec) {
            int fast = spec.fast();
            int slow = spec.slow();
            int n = close.length;
            double perFast = 1.0 / fast;
            double perSlow = 1.0 / slow;
            double cash = 10_000;
            double units = 0;
            double entry = 0;
            double stop = 0;
            double take = 0;
            int wanted = 0;
            double before = 0;
            double last = cash;
            double sum = 0;
            double squares = 0;
            double peak = cash;
            double drawdown = 0;
            for (int i = 0; i < n; i++) {
                if (wanted != 0) {
                    double price = open[i];
                    if (units != 0) {
                        cash += units * (price - entry) - Math.abs(units) * price * FEE;
                    }
                    units = wanted * cash / (price * (1 + FEE));
                    cash -= Math.abs(units) * price * FEE;
                    entry = price;
                    stop = price * (1 - wanted * STOP);
                    take = price * (1 + wanted * TAKE);
                    wanted = 0;
                }
                if (units > 0) {
                    if (low[i] <= stop || high[i] >= take) {
                        double price = low[i] <= stop ? Math.min(open[i], stop) : Math.max(open[i], take);
                        cash += units * (price - entry) - units * price * FEE;
                        units = 0;
                    }
                } else if (units < 0 && (high[i] >= stop || low[i] <= take)) {
                    double price = high[i] >= stop ? Math.max(open[i], stop) : Math.min(open[i], take);
                    cash += units * (price - entry) + units * price * FEE;
                    units = 0;
                }
                double value = cash + units * (close[i] - entry);
                equity[i] = value;
                double change = value / last - 1;
                last = value;
                sum += change;
                squares += change * change;
                peak = Math.max(peak, value);
                drawdown = Math.max(drawdown, 1 - value / peak);
                if (i >= slow - 1) {
                    double now =
                            (sums[i + 1] - sums[i + 1 - fast]) * perFast - (sums[i + 1] - sums[i + 1 - slow]) * perSlow;
                    if (before < 0 && now > 0) {
                        wanted = 1;
                    } else if (before > 0 && now < 0) {
                        wanted = -1;
                    }
                    before = now;
                }
            }
            double mean = sum / (n - 1);
            double deviation = Math.sqrt((squares - (n - 1) * mean * mean) / (n - 2));
            return drawdown < 0 ? 0 : mean / deviation * Math.sqrt(8_760);
        }
    }
}
