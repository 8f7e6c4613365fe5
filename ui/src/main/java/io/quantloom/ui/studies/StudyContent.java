package io.quantloom.ui.studies;

import io.quantloom.engine.tuning.Dimension;
import io.quantloom.engine.tuning.SearchSpace;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.studies.TrialRow.State;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * An open study. Made away from the JavaFX thread. Immutable.
 *
 * @param id under which its trials are stored
 * @param name for people
 * @param trials ascending by number
 * @param settings names of the settings in which trials differ
 * @param recommended the middle of the best plateau; empty while there are too few trials
 * @param importances how much each setting matters, most first; empty while nobody can say
 * @param space what may be tried; empty for studies of the first version
 * @param left how long it still takes at the pace of its last trials; empty when it is not under way or nobody can say
 */
public record StudyContent(
        String id,
        String name,
        List<TrialRow> trials,
        List<String> settings,
        Optional<Recommended> recommended,
        List<Importance> importances,
        Optional<SearchSpace> space,
        Optional<Duration> left) {

    private static final int PACE = 12;
    private static final int MOST_DECIMALS = 5;
    private static final double LOG_SPAN = 50;

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

    /** {@return how long so many more trials take at the pace of the last ones; empty before two have ended} */
    static Optional<Duration> left(List<TrialRow> trials, int more) {
        List<TrialRow> ended = trials.stream()
                .filter(trial -> !Double.isNaN(trial.seconds()))
                .sorted(Comparator.comparingLong(TrialRow::ended))
                .toList();
        List<TrialRow> last = ended.subList(Math.max(0, ended.size() - PACE), ended.size());
        if (more <= 0 || last.size() < 2) {
            return Optional.empty();
        }
        long began = last.stream().mapToLong(TrialRow::started).min().orElseThrow();
        return Optional.of(Duration.ofMillis((last.getLast().ended() - began) * more / last.size()));
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

    /** {@return whether the setting is searched on a logarithmic scale, or spans so much that it should be} */
    boolean isLogarithmic(String setting) {
        boolean isSearchedSo = space.flatMap(known -> known.find(setting))
                .filter(dimension -> dimension.plain() instanceof Dimension.Numeric numeric
                        && numeric.scale().log())
                .isPresent();
        double[] values = values(setting);
        return values.length > 0 && values[0] > 0 && (isSearchedSo || values[values.length - 1] / values[0] > LOG_SPAN);
    }

    private double[] values(String setting) {
        return trials.stream()
                .mapToDouble(trial -> trial.number(setting))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }

    /** {@return what stands on an axis of the setting: nothing between whole numbers where all are whole} */
    DoubleFunction<String> tick(String setting) {
        boolean isWhole = DoubleStream.of(values(setting)).allMatch(value -> value == Math.rint(value));
        return value -> isWhole && value != Math.rint(value) ? "" : Formats.setting(value);
    }

    /** {@return how many decimals the setting's values have at the most} */
    private int decimals(String setting) {
        return DoubleStream.of(values(setting))
                .mapToInt(value -> Math.clamp(
                        new BigDecimal(String.valueOf((float) value))
                                .stripTrailingZeros()
                                .scale(),
                        0,
                        MOST_DECIMALS))
                .max()
                .orElse(0);
    }

    /** {@return how the values of the setting are written, all with as many decimals} */
    Function<TrialRow, String> texts(String setting) {
        int decimals = decimals(setting);
        return trial -> Double.isNaN(trial.number(setting))
                ? trial.text(setting)
                : Formats.decimal(trial.number(setting), decimals);
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
}
