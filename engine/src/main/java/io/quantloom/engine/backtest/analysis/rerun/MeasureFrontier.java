package io.quantloom.engine.backtest.analysis.rerun;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Runs a backtest at every combination of fee, slippage and delay. */
public final class MeasureFrontier {

    private final Rerun rerun;

    /** Takes what to run. */
    public MeasureFrontier(Rerun rerun) {
        this.rerun = rerun;
    }

    /**
     * Runs all combinations; fails as {@link Rerun#run}.
     *
     * @param someFees fractions; the backtest's own is added
     * @param someSlippages in bps; the backtest's own is added; not looked at when that depends on the market
     * @param maxDelay delays 0 to this, in bars
     */
    public Outcome<CostFrontier> run(
            List<Double> someFees, List<Double> someSlippages, int maxDelay, JobContext context) {
        List<Double> fees = axis(someFees, rerun.fee());
        List<Double> slippages =
                rerun.hasFixedSlippage() ? axis(someSlippages, rerun.slippageBps()) : List.of(rerun.slippageBps());
        List<Integer> delays = IntStream.rangeClosed(0, maxDelay).boxed().toList();
        int total = fees.size() * slippages.size() * delays.size();
        List<CostPoint> points = new ArrayList<>(total);
        for (int i = 0; i < total; i++) {
            context.report(Progress.of("costs and delay", i, total));
            var variant = new Variant(
                    fees.get(i % fees.size()),
                    slippages.get(i / fees.size() % slippages.size()),
                    delays.get(i / fees.size() / slippages.size()),
                    Map.of());
            switch (rerun.run(variant, Variant.quiet(context))) {
                case Outcome.Success<BacktestResult>(BacktestResult result) -> points.add(point(variant, result));
                case Outcome.Failed<BacktestResult>(Failure failure) -> {
                    return Outcome.failed(failure);
                }
                case Outcome.Canceled<BacktestResult> _ -> {
                    return Outcome.canceled();
                }
            }
        }
        return Outcome.success(new CostFrontier(fees, slippages, delays, rerun.fee(), rerun.slippageBps(), points));
    }

    private static CostPoint point(Variant variant, BacktestResult result) {
        return new CostPoint(
                variant.fee(),
                variant.slippageBps(),
                variant.delayBars(),
                Variant.sharpe(result),
                Variant.totalReturn(result),
                result.trades().size());
    }

    private static List<Double> axis(List<Double> values, double own) {
        var sorted = new TreeSet<>(values);
        sorted.add(own);
        return List.copyOf(sorted);
    }
}
