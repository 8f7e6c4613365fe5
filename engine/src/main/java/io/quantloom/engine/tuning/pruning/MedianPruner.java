package io.quantloom.engine.tuning.pruning;

import io.quantloom.engine.tuning.Pruner;
import io.quantloom.engine.tuning.Trial;
import io.quantloom.engine.tuning.Trial.State;
import java.util.List;

/**
 * Stops a trial whose best value so far is below the median of what the complete trials had at the same step. It needs five
 * complete trials. A trial with nothing but NaN stops; against no or undefined values it goes on.
 *
 * <p>Source: Golovin et al., Google Vizier, KDD 2017, 3.2.2, as Optuna has it.
 */
public final class MedianPruner implements Pruner {

    private static final int STARTUP = 5;

    @Override
    public boolean shouldPrune(Trial trial, List<Trial> told) {
        List<Trial> complete =
                told.stream().filter(each -> each.state() == State.COMPLETE).toList();
        if (complete.size() < STARTUP) {
            return false;
        }
        double best = trial.steps().values().stream()
                .mapToDouble(Double::doubleValue)
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(Double.NaN);
        if (Double.isNaN(best)) {
            return true;
        }
        int step = trial.steps().lastKey();
        double[] others = complete.stream()
                .mapToDouble(each -> each.at(step))
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return others.length > 0 && best < median(others);
    }

    private static double median(double[] ascending) {
        int middle = ascending.length / 2;
        return ascending.length % 2 == 1 ? ascending[middle] : (ascending[middle - 1] + ascending[middle]) / 2;
    }
}
