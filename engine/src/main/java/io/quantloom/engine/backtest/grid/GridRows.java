package io.quantloom.engine.backtest.grid;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.BacktestSpec;
import io.quantloom.engine.backtest.fast.FastBacktest;
import io.quantloom.engine.backtest.fast.FastStatistics;
import io.quantloom.engine.backtest.fast.Scratch;
import io.quantloom.engine.backtest.fast.Signals;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.WorkRunner;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.performance.Statistic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Runs the combinations, block by block on a runner's workers. A combination goes over the fast path where that does it and
 * through the kernel otherwise; either gives the same figures. Each block writes rows of its own, so the result does not
 * depend on who computed what.
 */
final class GridRows {

    private static final int BLOCK = 50;
    private static final int COLUMNS = FastStatistics.COLUMNS.size();

    private final GridSpec spec;
    private final List<GridPart> parts;
    private final GridStrategies strategies;
    private final long[] combinations;
    private final JobContext context;
    private final AtomicInteger done = new AtomicInteger();

    // By part, statistic and row.
    private final double[][][] columns;
    private final boolean[] ran;
    private final boolean[] fast;

    /**
     * What a block came to.
     *
     * @param skipped combinations that were not run
     * @param because the first of them with its reason
     */
    record Skips(long skipped, Optional<String> because) {
        static final Skips NONE = new Skips(0, Optional.empty());

        Skips and(Skips later) {
            return new Skips(skipped + later.skipped, because.or(later::because));
        }
    }

    GridRows(GridSpec spec, List<GridPart> parts, GridStrategies strategies, long[] combinations, JobContext context) {
        this.spec = spec;
        this.parts = parts;
        this.strategies = strategies;
        this.combinations = combinations;
        this.context = context;
        this.columns = new double[parts.size()][COLUMNS][combinations.length];
        this.ran = new boolean[combinations.length];
        this.fast = new boolean[combinations.length];
    }

    /** Runs them all; canceled when the context is. */
    Outcome<Skips> run(WorkRunner workers) {
        List<Supplier<Skips>> blocks = new ArrayList<>();
        for (int from = 0; from < combinations.length; from += BLOCK) {
            int begin = from;
            int end = Math.min(combinations.length, from + BLOCK);
            blocks.add(() -> block(begin, end));
        }
        Skips all = workers.run(blocks).stream().reduce(Skips.NONE, Skips::and);
        return context.isCanceled() ? Outcome.canceled() : Outcome.success(all);
    }

    /** The rows of the combinations that were run. */
    GridTable.Rows rows() {
        int[] kept = IntStream.range(0, combinations.length).filter(i -> ran[i]).toArray();
        boolean[] keptFast = new boolean[kept.length];
        for (int i = 0; i < kept.length; i++) {
            keptFast[i] = fast[kept[i]];
        }
        return new GridTable.Rows(
                Arrays.stream(kept).mapToLong(i -> combinations[i]).toArray(),
                keptFast,
                kept(columns[0], kept),
                parts.size() > 1 ? kept(columns[1], kept) : new double[0][]);
    }

    private static double[][] kept(double[][] byStatistic, int[] kept) {
        return Arrays.stream(byStatistic)
                .map(column -> Arrays.stream(kept).mapToDouble(i -> column[i]).toArray())
                .toArray(double[][]::new);
    }

    private Skips block(int from, int end) {
        var scratch = new Scratch();
        double[] values = new double[COLUMNS];
        Skips skips = Skips.NONE;
        for (int row = from; row < end && !context.isCanceled(); row++) {
            skips = skips.and(combination(row, scratch, values));
        }
        context.report(Progress.of("grid", done.addAndGet(end - from), combinations.length));
        return skips;
    }

    private Skips combination(int row, Scratch scratch, double[] values) {
        Outcome<BacktestSpec> read = spec.specification(combinations[row]);
        for (int part = 0; part < parts.size(); part++) {
            int of = part;
            Outcome<Boolean> measured = read.then(backtest -> measure(backtest, of, scratch, values));
            if (measured instanceof Outcome.Failed<Boolean>(Failure failure)) {
                return new Skips(
                        1,
                        Optional.of(spec.numbers().parameters(combinations[row]) + ": expected " + failure.expected()
                                + ", found " + failure.found()));
            }
            for (int column = 0; column < COLUMNS; column++) {
                columns[part][column][row] = values[column];
            }
            fast[row] = measured instanceof Outcome.Success<Boolean>(Boolean byFastPath) && byFastPath;
        }
        ran[row] = true;
        return Skips.NONE;
    }

    // Whether the fast path did it.
    private Outcome<Boolean> measure(BacktestSpec backtest, int part, Scratch scratch, double[] values) {
        Outcome<Signals> signals = strategies.signals(backtest, part);
        Outcome<FastBacktest> prepared = FastBacktest.of(
                parts.get(part).market(),
                backtest.execution(),
                backtest.finalization(),
                backtest.strategy().ownCooldownBars());
        if (signals instanceof Outcome.Success<Signals>(Signals known)
                && prepared instanceof Outcome.Success<FastBacktest>(FastBacktest path)) {
            path.run(known, scratch).measure(values);
            return Outcome.success(true);
        }
        return kernel(backtest, part, Trials.single()).map(result -> {
            for (int i = 0; i < COLUMNS; i++) {
                Statistic column = FastStatistics.COLUMNS.get(i);
                values[i] = result.statistics().get(column.key()).orElse(Double.NaN);
            }
            return false;
        });
    }

    /** Runs the combination of a specification through the kernel. */
    Outcome<BacktestResult> kernel(BacktestSpec backtest, int part, Trials trials) {
        GridPart of = parts.get(part);
        return strategies
                .fresh(backtest, part)
                .then(strategy ->
                        of.kernel(backtest).run("grid", of.bars(), strategy, trials, OptionalLong.empty(), quiet()));
    }

    // Progress is the grid's, cancellation everybody's.
    private JobContext quiet() {
        return new JobContext() {
            @Override
            public void report(Progress progress) {
                // a part of a part
            }

            @Override
            public boolean isCanceled() {
                return context.isCanceled();
            }
        };
    }
}
