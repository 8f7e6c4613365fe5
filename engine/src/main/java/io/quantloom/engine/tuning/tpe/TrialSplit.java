package io.quantloom.engine.tuning.tpe;

import io.quantloom.engine.tuning.Trial;
import io.quantloom.engine.tuning.Trial.State;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What was tried, in two parts, each ascending by number: the best {@code min(⌈n/10⌉, 25)} of n finished trials, and the
 * rest with all those under way. That a trial under way counts as bad keeps others away from it: the constant liar.
 *
 * @param below the good ones
 * @param above all others
 */
record TrialSplit(List<Trial> below, List<Trial> above) {

    private static final double GOOD_SHARE = 0.1;
    private static final int MOST_GOOD = 25;

    private static final Comparator<Trial> BY_NUMBER = Comparator.comparingInt(Trial::number);
    private static final Comparator<Trial> BY_VALUE =
            Comparator.comparingDouble((Trial trial) -> -trial.value().orElseThrow());
    // Who came farther was pruned later; an undefined value is worse than any.
    private static final Comparator<Trial> BY_STEP = Comparator.comparingInt((Trial trial) ->
                    trial.steps().isEmpty() ? 1 : -trial.steps().lastKey())
            .thenComparingDouble(trial -> {
                double standing = trial.standing().orElse(0);
                return Double.isNaN(standing) ? Double.POSITIVE_INFINITY : -standing;
            });

    /** Splits trials; those that failed or were canceled are left out. */
    static TrialSplit of(List<Trial> trials) {
        List<Trial> complete = in(trials, State.COMPLETE).sorted(BY_VALUE).toList();
        List<Trial> pruned = in(trials, State.PRUNED).sorted(BY_STEP).toList();
        long good = Math.min((int) Math.ceil(GOOD_SHARE * (complete.size() + pruned.size())), MOST_GOOD);
        List<Trial> ranked = Stream.concat(complete.stream(), pruned.stream()).toList();
        var below = new TreeSet<>(BY_NUMBER);
        below.addAll(ranked.subList(0, (int) good));
        List<Trial> above = Stream.concat(ranked.stream().skip(good), in(trials, State.RUNNING))
                .sorted(BY_NUMBER)
                .toList();
        return new TrialSplit(List.copyOf(below), above);
    }

    /** {@return how many trials have ended with something to learn from} */
    static long finished(List<Trial> trials) {
        return trials.stream()
                .filter(trial -> trial.state() == State.COMPLETE || trial.state() == State.PRUNED)
                .count();
    }

    private static Stream<Trial> in(List<Trial> trials, State state) {
        return trials.stream().filter(trial -> trial.state() == state).sorted(BY_NUMBER);
    }
}
