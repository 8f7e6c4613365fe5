package io.quantloom.ui.studies;

import io.quantloom.ui.chart.figure.PointContent;
import io.quantloom.ui.chart.figure.PointContent.Axis;
import io.quantloom.ui.chart.figure.PointContent.Dot;
import io.quantloom.ui.chart.figure.PointContent.Kind;
import io.quantloom.ui.chart.figure.PointContent.Shape;
import io.quantloom.ui.chart.figure.PointContent.Trace;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.studies.TrialRow.State;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** The value of each trial with the best so far, and what trials reported on their way. */
final class TrialHistory {

    private static final Texts TEXTS = Texts.of("studies");
    private static final int DIGITS = 3;
    private static final int MOST_WAYS = 60;

    private TrialHistory() {}

    /** Returns the kinds of dots all drawings of trials share; {@link #kind} tells which one a trial has. */
    static List<Kind> kinds() {
        return List.of(
                new Kind(TEXTS.get("kind.complete"), "muted", Shape.DISC),
                new Kind(TEXTS.get("kind.pruned"), "warn", Shape.RING),
                new Kind(TEXTS.get("kind.best"), "accent", Shape.DIAMOND),
                new Kind(TEXTS.get("kind.recommended"), "ok", Shape.DIAMOND));
    }

    static int kind(StudyContent content, TrialRow trial) {
        if (content.recommended().filter(one -> one.trial() == trial.number()).isPresent()) {
            return 3;
        }
        if (content.best().filter(best -> best.number() == trial.number()).isPresent()) {
            return 2;
        }
        return trial.state() == State.PRUNED ? 1 : 0;
    }

    static Axis value() {
        return Axis.of(TEXTS.get("value"), value -> Formats.decimal(value, 2));
    }

    static String words(TrialRow trial) {
        return TEXTS.get(
                "trial.words",
                trial.number(),
                Formats.decimal(trial.value(), DIGITS),
                TEXTS.get("state." + trial.state().name()));
    }

    /** Returns the history; dots stand in the order of {@link ShownStudy#valued}. */
    static PointContent of(ShownStudy shown) {
        List<TrialRow> trials = shown.valued();
        var xs = new ArrayList<Double>();
        var ys = new ArrayList<Double>();
        double best = Double.NEGATIVE_INFINITY;
        for (TrialRow trial : trials) {
            if (trial.isComplete()) {
                best = Math.max(best, trial.value());
                xs.add((double) trial.number());
                ys.add(best);
            }
        }
        Trace sofar = Trace.of(TEXTS.get("history.best"), "accent", Trace.Form.STEPPED, array(xs), array(ys));
        return new PointContent(
                Axis.of(TEXTS.get("column.trial"), Formats::plain),
                value(),
                kinds(),
                trials.stream()
                        .map(trial -> new Dot(
                                trial.number(),
                                trial.value(),
                                kind(shown.content(), trial),
                                !shown.holds(trial),
                                words(trial)))
                        .toList(),
                xs.isEmpty() ? List.of() : List.of(sofar),
                TEXTS.get("history.summary", trials.size(), Formats.decimal(best, DIGITS)));
    }

    /** Returns what the passing trials reported on their way; without lines when none did. */
    static PointContent ways(ShownStudy shown) {
        List<TrialRow> trials = shown.passing().stream()
                .filter(trial -> trial.steps().size() > 1)
                .limit(MOST_WAYS)
                .toList();
        int chosen = shown.selected();
        var traces = new ArrayList<Trace>();
        for (TrialRow trial : trials) {
            if (trial.number() != chosen) {
                traces.add(way(trial, trial.state() == State.PRUNED ? "warn" : "bar", ""));
            }
        }
        trials.stream()
                .filter(trial -> trial.number() == chosen)
                .forEach(trial -> traces.add(way(trial, "accent", TEXTS.get("trial", chosen))));
        return new PointContent(
                Axis.of(TEXTS.get("ways.step"), Formats::plain),
                value(),
                List.of(),
                List.of(),
                traces,
                TEXTS.get("ways.summary", trials.size()));
    }

    private static Trace way(TrialRow trial, String token, String name) {
        double[] steps = new double[trial.steps().size()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = i;
        }
        return Trace.of(name, token, Trace.Form.STRAIGHT, steps, array(trial.steps()));
    }

    static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
