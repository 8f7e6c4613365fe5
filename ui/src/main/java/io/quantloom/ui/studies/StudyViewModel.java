package io.quantloom.ui.studies;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.tuning.StudyEvent;
import io.quantloom.ui.chart.figure.ParallelAxis;
import io.quantloom.ui.chart.figure.ParallelChart;
import io.quantloom.ui.chart.figure.ParallelChart.Brush;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.live.Refresh;
import io.quantloom.ui.studies.TrialRow.State;
import io.quantloom.ui.task.Loader;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.Subscriptions;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.task.UiThread;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The open study, the filter and the chosen trial. It is read again when a trial of it begins or ends while the screen is
 * open.
 */
public final class StudyViewModel {

    private static final Texts TEXTS = Texts.of("studies");
    private static final int MOST_AXES = 7;
    private static final int MOST_LINES = 1_000;

    /** Which trials are looked at by how they stand. */
    public enum Among {
        /** All. */
        ALL,
        /** Those with a value. */
        COMPLETE,
        /** Those given up early. */
        PRUNED,
        /** Those that failed. */
        FAILED;

        /** {@return its name for people} */
        public String text() {
            return TEXTS.get("among." + name());
        }
    }

    private final ReadStudies read;
    private final StudyListViewModel list;
    private final UiEvents events;
    private final Loader<StudyContent> loader;
    private final Refresh<StudyContent> refresh;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyObjectWrapper<Optional<ShownStudy>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Among> among = new SimpleObjectProperty<>(Among.ALL);
    private final ReadOnlyStringWrapper filterText = new ReadOnlyStringWrapper("");
    private final List<Brush> brushes = new ArrayList<>();
    private String open = "";
    // The best trial until somebody chooses one.
    private int selected = -1;

    /** Takes where studies live and the list it follows; starts nothing. */
    public StudyViewModel(StudiesPorts ports, TaskRunner tasks, UiEvents events, UiThread ui, StudyListViewModel list) {
        this.read = new ReadStudies(ports);
        this.list = list;
        this.events = events;
        this.loader = new Loader<>(tasks, content -> content.trials().isEmpty());
        this.refresh = new Refresh<>(loader, ui);
        loader.stateProperty().subscribe(_ -> look());
        list.selectedProperty().subscribe(_ -> load());
        among.subscribe((_, _) -> look());
    }

    /** Follows the trials of the open study. */
    public void attach() {
        subscriptions.add(events.onEvery(StudyEvent.class, all -> {
            if (all.stream().anyMatch(event -> event.study().equals(open))) {
                load();
            }
        }));
        load();
    }

    /** Follows nothing any more. */
    public void detach() {
        subscriptions.close();
    }

    /** Reads the open study again. */
    public void load() {
        Optional<StudyRow> row = list.selectedProperty().get();
        if (row.isEmpty()) {
            open = "";
            refresh.clear();
            return;
        }
        String id = row.get().id();
        String name = row.get().name();
        if (id.equals(open)) {
            refresh.request(TEXTS.get("load.study"), _ -> Outcome.success(read.read(id, name)));
            return;
        }
        open = id;
        selected = -1;
        brushes.clear();
        refresh.restart(TEXTS.get("load.study"), _ -> Outcome.success(read.read(id, name)));
    }

    private void look() {
        Optional<StudyContent> content = loader.data();
        shown.set(content.map(this::looked));
        filterText.set(shown.get().map(this::words).orElse(""));
    }

    private ShownStudy looked(StudyContent content) {
        List<TrialRow> drawn = content.trials().stream()
                .filter(trial -> !Double.isNaN(trial.value()))
                .filter(this::isAmong)
                .limit(MOST_LINES)
                .toList();
        ParallelChart.Content axes = axes(content, drawn);
        brushes.removeIf(brush -> brush.axis() >= axes.axes().size());
        Set<Integer> inside = brushes.isEmpty()
                ? content.trials().stream()
                        .filter(this::isAmong)
                        .map(TrialRow::number)
                        .collect(Collectors.toCollection(TreeSet::new))
                : IntStream.range(0, drawn.size())
                        .filter(line -> brushes.stream()
                                .allMatch(brush -> brush.holds(
                                        axes.axes().get(brush.axis()).share(line))))
                        .mapToObj(line -> drawn.get(line).number())
                        .collect(Collectors.toCollection(TreeSet::new));
        int looked = content.trial(selected).isPresent()
                ? selected
                : content.best().map(TrialRow::number).orElse(-1);
        return new ShownStudy(content, axes, drawn, brushes, inside, looked);
    }

    private boolean isAmong(TrialRow trial) {
        return switch (among.get()) {
            case ALL -> true;
            case COMPLETE -> trial.state() == State.COMPLETE;
            case PRUNED -> trial.state() == State.PRUNED;
            case FAILED -> trial.state() == State.FAILED;
        };
    }

    private static ParallelChart.Content axes(StudyContent content, List<TrialRow> drawn) {
        var axes = new ArrayList<ParallelAxis>();
        content.settings().stream()
                .flatMap(name ->
                        ParallelAxis.ofSettings(
                                name,
                                drawn.stream().map(trial -> trial.raw(name)).toList(),
                                content.tick(name))
                                .stream())
                .limit(MOST_AXES)
                .forEach(axes::add);
        ParallelAxis.ofResults(
                        TEXTS.get("value"),
                        drawn.stream().mapToDouble(TrialRow::value).toArray(),
                        value -> Formats.decimal(value, 3))
                .ifPresent(axes::add);
        return axes.size() < 2
                ? ParallelChart.Content.none()
                : new ParallelChart.Content(axes, drawn.size(), TEXTS.get("trials.noun"));
    }

    private String words(ShownStudy now) {
        int all = now.content().trials().size();
        if (now.inside().size() == all) {
            return "";
        }
        String axes = now.brushes().stream()
                .map(brush -> now.axes().axes().get(brush.axis()).label())
                .collect(Collectors.joining(", "));
        return TEXTS.get(
                axes.isEmpty() ? "filter.state" : "filter.axes", now.inside().size(), all, axes);
    }

    /** Looks at a part of an axis, besides the parts of the others. */
    public void brush(int axis, double from, double to) {
        brushes.removeIf(brush -> brush.axis() == axis);
        brushes.add(new Brush(axis, Math.min(from, to), Math.max(from, to)));
        look();
    }

    /** Takes the brush of an axis away, with −1 every brush. */
    public void clearBrush(int axis) {
        brushes.removeIf(brush -> axis < 0 || brush.axis() == axis);
        look();
    }

    /** Looks at all trials again. */
    public void clearFilter() {
        brushes.clear();
        among.set(Among.ALL);
        look();
    }

    /** Chooses a trial. */
    public void select(int number) {
        if (number != selected) {
            selected = number;
            look();
        }
    }

    /** {@return what the page shows of the open study} */
    public ReadOnlyObjectProperty<ScreenState<StudyContent>> stateProperty() {
        return loader.stateProperty();
    }

    /** {@return the study with filter and chosen trial; empty while none is shown} */
    public ReadOnlyObjectProperty<Optional<ShownStudy>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** {@return which trials are looked at by how they stand; two-way} */
    public ObjectProperty<Among> amongProperty() {
        return among;
    }

    /** {@return how many trials pass the filter; empty when all do} */
    public ReadOnlyStringProperty filterTextProperty() {
        return filterText.getReadOnlyProperty();
    }
}
