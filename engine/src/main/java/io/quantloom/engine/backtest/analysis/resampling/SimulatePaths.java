package io.quantloom.engine.backtest.analysis.resampling;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.performance.ReturnDistribution;
import io.quantloom.engine.portfolio.RoundTrip;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Monte Carlo on equity: {@code E[k] = E[k−1] · f}, with factors f drawn from those that happened. For trades
 * {@code f = 1 + pnl / (cash + Σ pnl of the trades before)}: what the trade did to the account; so trades of another order
 * are sized by what the account then holds. For blocks {@code f = 1 + R} of a bar. O(paths · steps).
 */
public final class SimulatePaths {

    /** The most steps a fan shows, the start not counted. */
    public static final int MOST_STEPS = 400;

    // Cancellation is asked for after so many factors, a few milliseconds.
    private static final int BLOCK = 1_000_000;

    private final double cash;
    private final int paths;

    /**
     * Takes what is common to all simulations.
     *
     * @param cash E[0], above zero
     * @param paths how many, above zero
     */
    public SimulatePaths(double cash, int paths) {
        this.cash = cash;
        this.paths = paths;
    }

    /**
     * Returns the factors of trades; NaN where the account held nothing before the trade or the trade took all of it.
     *
     * @param cash before the first trade
     * @param trades by exit
     */
    public static double[] factors(double cash, List<RoundTrip> trades) {
        double[] factors = new double[trades.size()];
        double balance = cash;
        for (int i = 0; i < factors.length; i++) {
            double pnl = trades.get(i).pnl();
            double factor = 1 + pnl / balance;
            factors[i] = balance > 0 && factor > 0 ? factor : Double.NaN;
            balance += pnl;
        }
        return factors;
    }

    /** Returns paths of the same factors in random order. */
    public Outcome<MonteCarlo> shuffled(double[] factors, Seeds seeds, JobContext context) {
        RandomGenerator random = seeds.random();
        double[] order = factors.clone();
        return run(MonteCarloMethod.SHUFFLED_TRADES, factors.length, context, path -> {
            for (int i = order.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                double swapped = order[i];
                order[i] = order[j];
                order[j] = swapped;
            }
            System.arraycopy(order, 0, path, 0, order.length);
        });
    }

    /** Returns paths of as many factors drawn with replacement. */
    public Outcome<MonteCarlo> resampled(double[] factors, Seeds seeds, JobContext context) {
        RandomGenerator random = seeds.random();
        return run(MonteCarloMethod.RESAMPLED_TRADES, factors.length, context, path -> {
            for (int i = 0; i < path.length; i++) {
                path[i] = factors[random.nextInt(factors.length)];
            }
        });
    }

    /** Returns paths of as many bars drawn in blocks by the stationary bootstrap; block length by {@link BlockLength}. */
    public Outcome<MonteCarlo> blocks(double[] returns, Seeds seeds, JobContext context) {
        double blockLength = BlockLength.ofReturns(returns, BootstrapMethod.STATIONARY);
        var draw = new BlockDraw(BootstrapMethod.STATIONARY, returns.length, blockLength, seeds.random());
        return run(MonteCarloMethod.RESAMPLED_BLOCKS, returns.length, context, path -> {
            int done = 0;
            while (done < path.length) {
                draw.next();
                int at = draw.start();
                int end = Math.min(path.length, done + draw.length());
                while (done < end) {
                    path[done++] = 1 + returns[at];
                    at = at + 1 == returns.length ? 0 : at + 1;
                }
            }
        });
    }

    /** Fills a path with factors. */
    private interface Draw {
        void into(double[] path);
    }

    private Outcome<MonteCarlo> run(MonteCarloMethod method, int length, JobContext context, Draw draw) {
        if (length < 1) {
            throw new IllegalArgumentException("a simulation needs at least one factor");
        }
        int[] steps = steps(length);
        double[][] byStep = new double[steps.length][paths];
        double[] drawdowns = new double[paths];
        double[] path = new double[length];
        int between = Math.max(1, BLOCK / length);
        for (int i = 0; i < paths; i++) {
            if (i % between == 0) {
                if (context.isCanceled()) {
                    return Outcome.canceled();
                }
                context.report(Progress.of("Monte Carlo, " + method.key(), i, paths));
            }
            draw.into(path);
            drawdowns[i] = follow(path, steps, byStep, i);
        }
        Distribution last = Distribution.of(byStep[steps.length - 1]);
        return Outcome.success(new MonteCarlo(method, paths, fan(steps, byStep), Distribution.of(drawdowns), last));
    }

    // Writes equity at the steps shown and returns the path's maximum drawdown.
    private double follow(double[] path, int[] steps, double[][] byStep, int column) {
        double equity = cash;
        double peak = cash;
        double lowest = 1;
        byStep[0][column] = cash;
        int next = 1;
        for (int k = 0; k < path.length; k++) {
            equity *= path[k];
            if (equity > peak) {
                peak = equity;
            } else if (equity < lowest * peak) {
                lowest = equity / peak;
            }
            if (steps[next] == k + 1) {
                byStep[next][column] = equity;
                next++;
            }
        }
        return 1 - lowest;
    }

    // 0, then every step, or evenly spaced ones when there are too many; the last is always there.
    private static int[] steps(int length) {
        int shown = Math.min(length, MOST_STEPS);
        int[] steps = new int[shown + 1];
        for (int i = 1; i <= shown; i++) {
            steps[i] = (int) ((long) i * length / shown);
        }
        return steps;
    }

    private static Fan fan(int[] steps, double[][] byStep) {
        double[][] quantiles = new double[Fan.LEVELS.size()][steps.length];
        for (int i = 0; i < steps.length; i++) {
            double[] sorted = byStep[i];
            Arrays.sort(sorted);
            for (int level = 0; level < quantiles.length; level++) {
                quantiles[level][i] = ReturnDistribution.quantileOfSorted(sorted, Fan.LEVELS.get(level));
            }
        }
        return Fan.of(steps, quantiles);
    }
}
