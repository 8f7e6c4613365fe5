package io.quantloom.ui.studies;

import io.quantloom.engine.experiment.RunEvent;
import io.quantloom.ui.live.Refresh;
import io.quantloom.ui.task.Loader;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.Subscriptions;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.task.UiThread;
import io.quantloom.ui.text.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The studies that were recorded, newest first, and which of them is open. */
public final class StudyListViewModel {

    private static final Texts TEXTS = Texts.of("studies");
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final ReadStudies read;
    private final UiEvents events;
    private final Loader<List<StudyRow>> loader;
    private final Refresh<List<StudyRow>> refresh;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ObservableList<StudyRow> rows = FXCollections.observableArrayList();
    private final ObservableList<StudyRow> readOnlyRows = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyObjectWrapper<Optional<StudyRow>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<String> wanted = Optional.empty();

    /** Takes where studies live; starts nothing. */
    public StudyListViewModel(StudiesPorts ports, TaskRunner tasks, UiEvents events, UiThread ui) {
        this.read = new ReadStudies(ports);
        this.events = events;
        this.loader = new Loader<>(tasks, List::isEmpty);
        this.refresh = new Refresh<>(loader, ui);
        loader.stateProperty().subscribe(this::show);
    }

    /** Loads, and follows what happens to runs. */
    public void attach() {
        subscriptions.add(events.onAny(PAUSE, this::load, List.of(RunEvent.class)));
        load();
    }

    /** Follows nothing any more. */
    public void detach() {
        subscriptions.close();
    }

    /** Loads again. */
    public void load() {
        refresh.request(TEXTS.get("load.list"), read::list);
    }

    private void show(ScreenState<List<StudyRow>> state) {
        List<StudyRow> now = state.shown().orElse(List.of());
        if (!rows.equals(now)) {
            rows.setAll(now);
        }
        String id = wanted.or(() -> selected.get().map(StudyRow::id)).orElse("");
        Optional<StudyRow> found = row(id);
        if (found.isPresent()) {
            wanted = Optional.empty();
        }
        selected.set(found.or(() -> now.stream().findFirst()));
    }

    private Optional<StudyRow> row(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** Opens a study, as soon as the list has it. The id of a run opens the first study it asked for. */
    public void open(String id) {
        Optional<StudyRow> row = row(id).or(() ->
                rows.stream().filter(one -> one.id().startsWith(id + "/")).findFirst());
        if (row.isPresent()) {
            wanted = Optional.empty();
            selected.set(row);
        } else {
            wanted = Optional.of(id);
            load();
        }
    }

    /** {@return what the screen shows; empty while no study was recorded} */
    public ReadOnlyObjectProperty<ScreenState<List<StudyRow>>> stateProperty() {
        return loader.stateProperty();
    }

    /** {@return the studies, newest first} */
    public ObservableList<StudyRow> rows() {
        return readOnlyRows;
    }

    /** {@return which one is open} */
    public ReadOnlyObjectProperty<Optional<StudyRow>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }
}
