package io.quantloom.engine.tuning.pruning;

import io.quantloom.engine.tuning.Pruner;
import io.quantloom.engine.tuning.Trial;
import io.quantloom.engine.tuning.Trial.State;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Asynchronous successive halving. Rung k is at the first step reported at or behind {@code r·η^(s+k)}; a trial goes on
 * from it when it is among the best {@code ⌊count/η⌋} of all values at that rung, its own counted, or the best of them. r is
 * a hundredth of the last step of complete trials, at least 1; before one is complete nothing stops. NaN stops.
 *
 * <p>What a trial had at a rung is read from its steps. Objectives that leave out so many steps that several rungs fall on
 * one may count a trial at a rung behind the one that stopped it.
 *
 * <p>Source: Li et al., A system for massively parallel hyperparameter tuning, MLSys 2020, as Optuna has it.
 */
public final class HalvingPruner implements Pruner {

    private static final int DEFAULT_REDUCTION = 4;

    private final int reduction;
    private final int skipped;

    /** Keeps a fourth at each rung, from the first rung on. */
    public HalvingPruner() {
        this(DEFAULT_REDUCTION, 0);
    }

    /**
     * Takes the shape of the rungs.
     *
     * @param reduction η, at least 2
     * @param skipped s, the number of rungs left out at the beginning
     */
    public HalvingPruner(int reduction, int skipped) {
        if (reduction < 2 || skipped < 0) {
            throw new IllegalArgumentException("a reduction is at least 2 and no rung is negative");
        }
        this.reduction = reduction;
        this.skipped = skipped;
    }

    @Override
    public boolean shouldPrune(Trial trial, List<Trial> told) {
        int last = told.stream()
                .filter(each -> each.state() == State.COMPLETE && !each.steps().isEmpty())
                .mapToInt(each -> each.steps().lastKey())
                .max()
                .orElse(-1);
        if (last < 0) {
            return false;
        }
        double resource = Math.max(last / 100, 1);
        int step = trial.steps().lastKey();
        double value = trial.at(step);
        for (double rung = resource * Math.pow(reduction, skipped); rung <= step; rung *= reduction) {
            // Rungs behind which an earlier step was are decided already.
            if (rungStep(trial, rung) == step && (Double.isNaN(value) || !isAmongBest(value, rung, told))) {
                return true;
            }
        }
        return false;
    }

    private boolean isAmongBest(double value, double rung, List<Trial> told) {
        double[] others = told.stream()
                .map(each -> at(each, rung))
                .flatMapToDouble(OptionalDouble::stream)
                .filter(other -> !Double.isNaN(other))
                .toArray();
        long better = Arrays.stream(others).filter(other -> other > value).count();
        return better < Math.max(1, (others.length + 1) / reduction);
    }

    private static OptionalDouble at(Trial trial, double rung) {
        int step = rungStep(trial, rung);
        return step < 0 ? OptionalDouble.empty() : OptionalDouble.of(trial.at(step));
    }

    private static int rungStep(Trial trial, double rung) {
        var behind = trial.steps().tailMap((int) Math.ceil(rung));
        return behind.isEmpty() ? -1 : behind.firstKey();
    }
}
