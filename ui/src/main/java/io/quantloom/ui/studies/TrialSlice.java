package io.quantloom.ui.studies;

import io.quantloom.ui.chart.figure.PointContent;
import io.quantloom.ui.chart.figure.PointContent.Axis;
import io.quantloom.ui.chart.figure.PointContent.Dot;
import io.quantloom.ui.text.Texts;
import java.util.List;
import java.util.TreeSet;

/** The value of each trial over one of its settings. */
final class TrialSlice {

    private TrialSlice() {}

    /** Returns the slice; dots stand in the order of {@link ShownStudy#valued}. */
    static PointContent of(ShownStudy shown, String setting) {
        List<TrialRow> trials = shown.valued();
        List<String> words = words(trials, setting);
        List<Dot> dots = trials.stream()
                .map(trial -> new Dot(
                        words.isEmpty() ? trial.number(setting) : words.indexOf(trial.raw(setting)),
                        trial.value(),
                        TrialHistory.kind(shown.content(), trial),
                        !shown.holds(trial),
                        setting + " " + trial.text(setting) + " · " + TrialHistory.words(trial)))
                .toList();
        Axis axis = words.isEmpty() ? scale(shown.content(), setting) : Axis.ofWords(setting, words);
        return new PointContent(
                axis,
                TrialHistory.value(),
                TrialHistory.kinds().stream()
                        .map(kind -> new PointContent.Kind("", kind.token(), kind.shape()))
                        .toList(),
                dots,
                List.of(),
                Texts.of("studies").get("slice.summary", setting, trials.size()));
    }

    /** {@return the different words of a setting that has words, ascending; empty for numbers} */
    static List<String> words(List<TrialRow> trials, String setting) {
        boolean isNumber = trials.stream()
                .allMatch(trial ->
                        trial.raw(setting).isEmpty() || trial.settings().get(setting) instanceof Number);
        return isNumber
                ? List.of()
                : List.copyOf(new TreeSet<>(
                        trials.stream().map(trial -> trial.raw(setting)).toList()));
    }

    private static Axis scale(StudyContent content, String setting) {
        Axis axis = Axis.of(setting, content.tick(setting));
        return content.isLogarithmic(setting) ? axis.logarithmic() : axis;
    }
}
