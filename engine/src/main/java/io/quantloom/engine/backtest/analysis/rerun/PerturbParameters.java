package io.quantloom.engine.backtest.analysis.rerun;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Runs all neighbors; canceled or successful. */
    public Outcome<PerturbationScore> run(JobContext context) {
        List<Map<String, Double>> around = neighbors(rerun);
        List<Neighbor> neighbors = new ArrayList<>();
        Optional<Neighbor> center =
                measure(values(rerun.parameters(), new int[rerun.parameters().size()]), Variant.quiet(context));
        for (int i = 0; i < around.size() && center.isPresent(); i++) {
            context.report(Progress.of("neighboring parameters", i, around.size()));
            Optional<Neighbor> neighbor = measure(around.get(i), Variant.quiet(context));
            if (neighbor.isEmpty()) {
                return Outcome.canceled();
            }
            neighbors.add(neighbor.get());
        }
        return center.isEmpty() ? Outcome.canceled() : Outcome.success(score(center.get(), neighbors));
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

    private Optional<Neighbor> measure(Map<String, Double> parameters, JobContext context) {
        return rerun.run(new Variant(rerun.fee(), rerun.slippageBps(), 0, parameters), context)
                .map(result -> neighbor(parameters, result));
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
