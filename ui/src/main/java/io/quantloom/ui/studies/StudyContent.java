package io.quantloom.ui.studies;

import io.quantloom.ui.studies.TrialRow.State;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An open study. Made away from the JavaFX thread. Immutable.
 *
 * @param id under which its trials are stored
 * @param name for people
 * @param trials ascending by number
 * @param settings names of the settings in which trials differ
 * @param recommended the middle of the best plateau; empty while there are too few trials
 * @param importances how much each setting matters, most first; empty while nobody can say
 */
public record StudyContent(
        String id,
        String name,
        List<TrialRow> trials,
        List<String> settings,
        Optional<Recommended> recommended,
        List<Importance> importances) {

    /** Copies the lists. */
    public StudyContent {
        trials = List.copyOf(trials);
        settings = List.copyOf(settings);
        importances = List.copyOf(importances);
    }

    /**
     * The trial to take. Immutable.
     *
     * @param trial its number
     * @param value mean of its neighborhood
     * @param words why, in a sentence
     */
    public record Recommended(int trial, double value, String words) {}

    /**
     * How much a setting matters. Immutable.
     *
     * @param setting its name
     * @param share of the variance it explains, a fraction
     * @param deviation of the share over resamples; NaN when unknown
     */
    public record Importance(String setting, double share, double deviation) {}

    /** {@return names of the settings in which the trials differ, ascending} */
    static List<String> varied(List<TrialRow> trials) {
        var names = new TreeSet<String>();
        trials.forEach(trial -> names.addAll(trial.settings().keySet()));
        return names.stream()
                .filter(name ->
                        trials.stream().map(trial -> trial.raw(name)).distinct().count() > 1)
                .toList();
    }

    /** {@return the complete trial with the highest value, of equal ones the first: the luckiest} */
    public Optional<TrialRow> best() {
        return trials.stream()
                .filter(TrialRow::isComplete)
                .max(Comparator.<TrialRow>comparingDouble(TrialRow::value)
                        .thenComparing(Comparator.<TrialRow>comparingInt(TrialRow::number)
                                .reversed()));
    }

    /** {@return whether the setting has numbers} */
    public boolean isNumber(String setting) {
        return trials.stream().anyMatch(trial -> !Double.isNaN(trial.number(setting)));
    }

    /** {@return the trial with the number} */
    public Optional<TrialRow> trial(int number) {
        return trials.stream().filter(trial -> trial.number() == number).findFirst();
    }

    /** {@return how many trials stand how; states without a trial are missing} */
    public SortedMap<State, Integer> counts() {
        var counts = new TreeMap<State, Integer>();
        trials.forEach(trial -> counts.merge(trial.state(), 1, Integer::sum));
        return counts;
    }

    /** {@return whether a trial is under way} */
    public boolean isRunning() {
        return counts().containsKey(State.RUNNING);
    }
}
