package io.quantloom.ui.factory;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.RunEvent;
import io.quantloom.ui.live.Refresh;
import io.quantloom.ui.task.Loader;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.Subscriptions;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.task.UiThread;
import io.quantloom.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The factory runs, newest first, and which of them is open. */
public final class FactoryListViewModel {

    private static final Texts TEXTS = Texts.of("factory");

    private final ReadFactory read;
    private final UiEvents events;
    private final Loader<List<FactoryRow>> loader;
    private final Refresh<List<FactoryRow>> refresh;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ObservableList<FactoryRow> rows = FXCollections.observableArrayList();
    private final ObservableList<FactoryRow> readOnlyRows = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyObjectWrapper<Optional<FactoryRow>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper("");
    private Optional<String> wanted = Optional.empty();
    private Optional<Set<String>> before = Optional.empty();

    /** Takes where runs live; starts nothing. */
    public FactoryListViewModel(FactoryPorts ports, TaskRunner tasks, UiEvents events, UiThread ui) {
        this.read = new ReadFactory(ports.runs());
        this.events = events;
        this.loader = new Loader<>(tasks, List::isEmpty);
        this.refresh = new Refresh<>(loader, ui);
        loader.stateProperty().subscribe(this::show);
    }

    /** Loads, and follows the runs that begin and end. */
    public void attach() {
        subscriptions.add(events.onLatest(RunEvent.Began.class, _ -> load()));
        subscriptions.add(events.onLatest(RunEvent.Ended.class, _ -> load()));
        load();
    }

    /** Follows nothing any more. */
    public void detach() {
        subscriptions.close();
    }

    /** Loads again. */
    public void load() {
        refresh.request(TEXTS.get("load.list"), _ -> Outcome.success(read.list()));
    }

    private void show(ScreenState<List<FactoryRow>> state) {
        List<FactoryRow> now = state.shown().orElse(List.of());
        if (!rows.equals(now)) {
            rows.setAll(now);
        }
        counts.set(now.isEmpty() ? "" : TEXTS.get("counts", now.size()));
        now.stream()
                .filter(row -> before.map(known -> !known.contains(row.id())).orElse(false))
                .findFirst()
                .ifPresent(row -> {
                    before = Optional.empty();
                    wanted = Optional.of(row.id());
                });
        String id = wanted.or(() -> selected.get().map(FactoryRow::id)).orElse("");
        Optional<FactoryRow> found = row(id);
        if (found.isPresent()) {
            wanted = Optional.empty();
        }
        selected.set(found.or(() -> now.stream().findFirst()));
    }

    private Optional<FactoryRow> row(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** Opens a run, as soon as the list has it. */
    public void open(String id) {
        Optional<FactoryRow> row = row(id);
        if (row.isPresent()) {
            wanted = Optional.empty();
            selected.set(row);
        } else {
            wanted = Optional.of(id);
            load();
        }
    }

    /** Opens the run that begins next. */
    void openNext() {
        before = Optional.of(rows.stream().map(FactoryRow::id).collect(Collectors.toUnmodifiableSet()));
    }

    /** {@return what the screen shows; empty while nothing was run} */
    public ReadOnlyObjectProperty<ScreenState<List<FactoryRow>>> stateProperty() {
        return loader.stateProperty();
    }

    /** {@return the runs, newest first} */
    public ObservableList<FactoryRow> rows() {
        return readOnlyRows;
    }

    /** {@return which one is open} */
    public ReadOnlyObjectProperty<Optional<FactoryRow>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** {@return how many there are} */
    public ReadOnlyStringProperty countsProperty() {
        return counts.getReadOnlyProperty();
    }
}
