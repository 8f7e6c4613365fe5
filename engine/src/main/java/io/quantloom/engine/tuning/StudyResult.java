package io.quantloom.engine.tuning;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A study that ran to its end. Immutable.
 *
 * @param trials ascending by number, each COMPLETE, PRUNED or FAILED
 */
public record StudyResult(List<Trial> trials) {

    /** Copies the list. */
    public StudyResult {
        trials = List.copyOf(trials);
    }

    /** {@return the complete trial with the highest value, of equal ones the first; empty when all failed} */
    public Optional<Trial> best() {
        return trials.stream()
                .filter(trial -> trial.state() == Trial.State.COMPLETE)
                .max(Comparator.<Trial>comparingDouble(trial -> trial.value().orElseThrow())
                        .thenComparing(Comparator.comparingInt(Trial::number).reversed()));
    }
}
