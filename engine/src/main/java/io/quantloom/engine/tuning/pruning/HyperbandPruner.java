package io.quantloom.engine.tuning.pruning;

import io.quantloom.engine.tuning.Pruner;
import io.quantloom.engine.tuning.Trial;
import io.quantloom.engine.tuning.Trial.State;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Hyperband: {@code ⌊log₃ R⌋ + 1} successive halvings side by side, R being the number of steps of complete trials; the
 * b-th leaves out the first b rungs, so that some trials are judged late. A trial's bracket is drawn by its number, brackets
 * with early rungs more often: of B brackets the b-th has {@code ⌈B·3^s/(s+1)⌉} shares, s = B − 1 − b. Trials compete, and a
 * sampler learns, within their bracket. Before a trial is complete there is one bracket and nothing stops.
 *
 * <p>Source: Li et al., Hyperband, JMLR 18 (2018), as Optuna has it.
 */
public final class HyperbandPruner implements Pruner {

    private static final int REDUCTION = 3;

    private final String name;

    /** Takes the name by which brackets are drawn. */
    public HyperbandPruner(String name) {
        this.name = name;
    }

    @Override
    public boolean shouldPrune(Trial trial, List<Trial> told) {
        int brackets = brackets(told);
        if (brackets == 0) {
            return false;
        }
        int bracket = bracket(trial.number(), brackets);
        return new HalvingPruner(REDUCTION, bracket).shouldPrune(trial, competitors(trial.number(), told));
    }

    @Override
    public List<Trial> competitors(int number, List<Trial> told) {
        int brackets = brackets(told);
        if (brackets == 0) {
            return told;
        }
        int own = bracket(number, brackets);
        return told.stream()
                .filter(trial -> bracket(trial.number(), brackets) == own)
                .toList();
    }

    /** {@return the number of brackets, 0 before a trial with steps is complete} */
    private static int brackets(List<Trial> told) {
        int steps = told.stream()
                .filter(trial ->
                        trial.state() == State.COMPLETE && !trial.steps().isEmpty())
                .mapToInt(trial -> trial.steps().lastKey() + 1)
                .max()
                .orElse(0);
        int brackets = 0;
        for (long rung = 1; rung <= steps; rung *= REDUCTION) {
            brackets++;
        }
        return brackets;
    }

    private int bracket(int number, int brackets) {
        var shares = new int[brackets];
        int total = 0;
        for (int bracket = 0; bracket < brackets; bracket++) {
            int s = brackets - 1 - bracket;
            shares[bracket] = (int) Math.ceil(brackets * Math.pow(REDUCTION, s) / (s + 1));
            total += shares[bracket];
        }
        var sum = new CRC32();
        sum.update((name + "_" + number).getBytes(StandardCharsets.UTF_8));
        int drawn = (int) (sum.getValue() % total);
        for (int bracket = 0; bracket < brackets; bracket++) {
            drawn -= shares[bracket];
            if (drawn < 0) {
                return bracket;
            }
        }
        throw new IllegalStateException("a share is below their sum");
    }
}
