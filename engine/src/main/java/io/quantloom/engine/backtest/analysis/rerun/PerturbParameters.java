package io.quantloom.engine.backtest.analysis.rerun;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs a backtest with neighboring parameters: every combination of one step down, none or one step up of all parameters,
 * and two steps up or down of each alone. Combinations that make no strategy, or the same one, are left out.
 */
public final class PerturbParameters {

    private static final double KEPT = 0.5;
    private static final int FAR = 2;

    private final Rerun rerun;

    /** Takes what to run. */
    public PerturbParameters(Rerun rerun) {
        this.rerun = rerun;
    }

    /** Returns the neighbors' parameters, the center's not among them. */
    static List<Map<String, Double>> neighbors(Rerun rerun) {
        List<Parameter> parameters = rerun.parameters();
        Set<Map<String, Double>> found = new LinkedHashSet<>();
        int combinations = (int) Math.pow(3, parameters.size());
        for (int code = 0; code < combinations; code++) {
            found.add(values(parameters, steps(code, parameters.size())));
        }
        for (int k = 0; k < parameters.size(); k++) {
            for (int far : new int[] {-FAR, FAR}) {
                int[] steps = new int[parameters.size()];
                steps[k] = far;
                found.add(values(parameters, steps));
            }
        }
        found.remove(values(parameters, new int[parameters.size()]));
        return found.stream().filter(rerun::isPossible).toList();
    }

    /** Runs all neighbors; fails as {@link Rerun#run}. */
    public Outcome<PerturbationScore> run(JobContext context) {
        List<Parameter> parameters = rerun.parameters();
        List<Map<String, Double>> all = new ArrayList<>();
        all.add(values(parameters, new int[parameters.size()]));
        all.addAll(neighbors(rerun));
        List<Neighbor> measured = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            context.report(Progress.of("neighboring parameters", i, all.size()));
            var variant = new Variant(rerun.fee(), rerun.slippageBps(), 0, all.get(i));
            switch (rerun.run(variant, Variant.quiet(context))) {
                case Outcome.Success<BacktestResult>(BacktestResult result) ->
                    measured.add(neighbor(all.get(i), result));
                case Outcome.Failed<BacktestResult>(Failure failure) -> {
                    return Outcome.failed(failure);
                }
                case Outcome.Canceled<BacktestResult> _ -> {
                    return Outcome.canceled();
                }
            }
        }
        return Outcome.success(score(measured.getFirst(), measured.subList(1, measured.size())));
    }

    /** Returns the score of the neighbors; see {@link PerturbationScore}. */
    static PerturbationScore score(Neighbor center, List<Neighbor> neighbors) {
        int kept = 0;
        double sum = 0;
        double worst = Double.POSITIVE_INFINITY;
        for (Neighbor neighbor : neighbors) {
            double sharpe = Double.isNaN(neighbor.sharpe()) ? 0 : neighbor.sharpe();
            kept += sharpe >= KEPT * center.sharpe() ? 1 : 0;
            sum += sharpe;
            worst = Math.min(worst, sharpe);
        }
        boolean defined = !neighbors.isEmpty();
        return new PerturbationScore(
                center,
                defined && center.sharpe() > 0 ? (double) kept / neighbors.size() : Double.NaN,
                defined ? sum / neighbors.size() : Double.NaN,
                defined ? worst : Double.NaN,
                neighbors);
    }

    private static Neighbor neighbor(Map<String, Double> parameters, BacktestResult result) {
        return new Neighbor(
                parameters,
                Variant.sharpe(result),
                Variant.totalReturn(result),
                result.trades().size());
    }

    // -1, 0 or 1 for each parameter, from the digits of the code to base 3.
    private static int[] steps(int code, int size) {
        int[] steps = new int[size];
        int rest = code;
        for (int k = size - 1; k >= 0; k--) {
            steps[k] = rest % 3 - 1;
            rest /= 3;
        }
        return steps;
    }

    private static Map<String, Double> values(List<Parameter> parameters, int[] steps) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int k = 0; k < steps.length; k++) {
            values.put(parameters.get(k).name(), parameters.get(k).at(steps[k]));
        }
        return values;
    }
}
