package io.quantloom.ui.experiments;

import io.quantloom.ui.chart.figure.ParallelAxis;
import io.quantloom.ui.chart.figure.ParallelChart.Brush;
import io.quantloom.ui.experiments.RunColumn.Kind;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.statistic.StatisticText;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** All runs of the table as lines across the params in which they differ and the metrics shown. */
public final class ParallelViewModel {

    private static final Texts TEXTS = Texts.of("experiments");
    private static final int MOST_PARAMS = 5;
    private static final int MOST_METRICS = 2;
    // More lines than these are a blob, and each is drawn on the JavaFX thread.
    private static final int MOST_RUNS = 1_000;

    /**
     * What is drawn. Immutable.
     *
     * @param runs identifiers, in the order of the shares of the axes
     * @param axes params first, then metrics
     */
    public record Lines(List<String> runs, List<ParallelAxis> axes) {

        /** Copies the lists. */
        public Lines {
            runs = List.copyOf(runs);
            axes = List.copyOf(axes);
        }
    }

    private final ReadOnlyObjectWrapper<Optional<Lines>> lines = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Brush>> brush = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper brushText = new ReadOnlyStringWrapper("");

    /** Follows the list of runs for as long as both live. */
    public ParallelViewModel(RunListViewModel list) {
        list.stateProperty().subscribe(this::show);
    }

    private void show(ScreenState<RunList> state) {
        Optional<Lines> now = state.shown()
                .map(ParallelViewModel::lines)
                .filter(all -> all.axes().size() >= 2);
        lines.set(now);
        int found = state.shown().map(list -> list.rows().size()).orElse(0);
        note.set(now.map(all -> note(all, found)).orElse(""));
        if (now.isEmpty()
                || brush.get().filter(b -> b.axis() < now.get().axes().size()).isEmpty()) {
            brush.set(Optional.empty());
        }
        count();
    }

    private static String note(Lines all, int found) {
        String runs = Formats.integer(all.runs().size());
        return all.runs().size() == found
                ? TEXTS.get("parallel.note", all.axes().size(), runs)
                : TEXTS.get("parallel.note.newest", all.axes().size(), runs, Formats.integer(found));
    }

    private static Lines lines(RunList list) {
        List<RunRow> rows =
                list.rows().subList(0, Math.min(MOST_RUNS, list.rows().size()));
        var axes = new ArrayList<ParallelAxis>();
        list.columns().stream()
                .filter(column -> column.kind() == Kind.PARAM)
                .flatMap(column -> axis(column, rows).stream())
                .limit(MOST_PARAMS)
                .forEach(axes::add);
        list.firstColumns().stream()
                .flatMap(column -> axis(column, rows).stream())
                .limit(MOST_METRICS)
                .forEach(axes::add);
        return new Lines(rows.stream().map(RunRow::id).toList(), axes);
    }

    private static Optional<ParallelAxis> axis(RunColumn column, List<RunRow> runs) {
        return column.kind() == Kind.METRIC
                ? ParallelAxis.ofResults(
                        column.label(),
                        runs.stream()
                                .mapToDouble(run -> run.metric(column.key()))
                                .toArray(),
                        StatisticText.of(column.key())::format)
                : ParallelAxis.ofSettings(
                        column.label(),
                        runs.stream().map(run -> run.param(column.key())).toList(),
                        Formats::setting);
    }

    /** Looks at a part of an axis; runs outside fade. */
    public void brush(int axis, double from, double to) {
        brush.set(Optional.of(new Brush(axis, Math.min(from, to), Math.max(from, to))));
        count();
    }

    /** Looks at all again. */
    public void clearBrush() {
        brush.set(Optional.empty());
        count();
    }

    private void count() {
        Optional<Brush> part = brush.get();
        Optional<Lines> all = lines.get();
        if (part.isEmpty() || all.isEmpty()) {
            brushText.set("");
            return;
        }
        ParallelAxis axis = all.get().axes().get(part.get().axis());
        long inside = IntStream.range(0, all.get().runs().size())
                .filter(run -> part.get().holds(axis.share(run)))
                .count();
        brushText.set(TEXTS.get(
                "parallel.brush", axis.label(), inside, all.get().runs().size()));
    }

    /** {@return what is drawn; empty while the runs do not differ in at least two things} */
    public ReadOnlyObjectProperty<Optional<Lines>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    /** {@return the part looked at} */
    public ReadOnlyObjectProperty<Optional<Brush>> brushProperty() {
        return brush.getReadOnlyProperty();
    }

    /** {@return how many fields and runs are drawn} */
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** {@return how many runs lie inside the brush; empty without one} */
    public ReadOnlyStringProperty brushTextProperty() {
        return brushText.getReadOnlyProperty();
    }
}
