package io.quantloom.ui.studies;

import io.quantloom.ui.chart.figure.RibbonChart.Entry;
import io.quantloom.ui.chart.figure.RibbonChart.Lane;
import io.quantloom.ui.chart.figure.RibbonChart.Look;
import io.quantloom.ui.chart.figure.RibbonChart.Stretch;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.studies.TrialRow.State;
import io.quantloom.ui.text.Texts;
import java.util.Arrays;
import java.util.List;

/** When each trial ran. */
final class TrialTimeline {

    private static final Texts TEXTS = Texts.of("studies");

    private TrialTimeline() {}

    /** Returns a lane for each passing trial, in the order of {@link ShownStudy#passing}. */
    static List<Lane> of(ShownStudy shown) {
        List<TrialRow> trials = shown.passing();
        long now = trials.stream()
                .mapToLong(trial -> Math.max(trial.started(), trial.ended()))
                .max()
                .orElse(0);
        return trials.stream()
                .map(trial -> new Lane(Integer.toString(trial.number()), List.of(stretch(trial, now))))
                .toList();
    }

    private static Stretch stretch(TrialRow trial, long now) {
        boolean runs = trial.state() == State.RUNNING;
        String words = TEXTS.get(
                "timeline.words",
                trial.number(),
                TEXTS.get("state." + trial.state().name()),
                runs ? Formats.ABSENT : Formats.decimal(trial.seconds(), 1) + " s");
        return new Stretch(
                trial.started(), runs ? now : trial.ended(), token(trial.state()), look(trial.state()), words);
    }

    /** {@return what the colors mean} */
    static List<Entry> legend(ShownStudy shown) {
        return Arrays.stream(State.values())
                .filter(state -> shown.content().counts().containsKey(state))
                .map(state -> new Entry(TEXTS.get("state." + state.name()), token(state), look(state)))
                .toList();
    }

    private static String token(State state) {
        return switch (state) {
            case COMPLETE -> "s1";
            case PRUNED -> "warn";
            case FAILED -> "bad";
            case CANCELED -> "faint";
            case RUNNING, WAITING -> "accent";
        };
    }

    private static Look look(State state) {
        return switch (state) {
            case COMPLETE -> Look.FULL;
            case PRUNED, RUNNING, WAITING -> Look.PALE;
            case FAILED, CANCELED -> Look.HATCHED;
        };
    }
}
