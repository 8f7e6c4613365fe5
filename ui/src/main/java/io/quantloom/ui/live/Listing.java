package io.quantloom.ui.live;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Subscription;
import io.quantloom.ui.task.Loader;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.Subscriptions;
import io.quantloom.ui.task.TaskRunner;
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

/**
 * What was recorded of one kind, newest first, and which of it is open: the newest until somebody chooses. Something can be
 * opened before the list has it. The texts have {@code load.list} and {@code counts}. Used on the JavaFX thread.
 *
 * @param <R> a row; equal when nothing of it has changed
 */
public abstract class Listing<R> {

    private final Texts texts;
    private final Loader<List<R>> loader;
    private final Refresh<List<R>> refresh;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ObservableList<R> rows = FXCollections.observableArrayList();
    private final ObservableList<R> readOnlyRows = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyObjectWrapper<Optional<R>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper("");
    private Optional<String> wanted = Optional.empty();
    private Optional<Set<String>> before = Optional.empty();
    private boolean isShowing;

    /** Takes who loads; starts nothing. */
    protected Listing(TaskRunner tasks, UiThread ui, Texts texts) {
        this.texts = texts;
        this.loader = new Loader<>(tasks, List::isEmpty);
        this.refresh = new Refresh<>(loader, ui);
    }

    /** Returns the rows, newest first; away from the JavaFX thread. */
    protected abstract Outcome<List<R>> find(JobContext context);

    /** Returns what identifies a row. */
    protected abstract String id(R row);

    /** Begins to follow what changes the rows. */
    protected abstract List<Subscription> follow();

    /** Returns whether the row is meant by an id that none has. */
    protected boolean isMeant(R row, String id) {
        return false;
    }

    /** Loads, and follows what happens. */
    public void attach() {
        follow().forEach(subscriptions::add);
        load();
    }

    /** Follows nothing any more. */
    public void detach() {
        subscriptions.close();
    }

    /** Loads again. */
    public void load() {
        // Not in the constructor: a subclass is not whole there.
        if (!isShowing) {
            isShowing = true;
            loader.stateProperty().subscribe(this::show);
        }
        refresh.request(texts.get("load.list"), this::find);
    }

    private void show(ScreenState<List<R>> state) {
        List<R> now = state.shown().orElse(List.of());
        if (!rows.equals(now)) {
            rows.setAll(now);
        }
        counts.set(now.isEmpty() ? "" : texts.get("counts", now.size()));
        before.flatMap(known ->
                        now.stream().filter(row -> !known.contains(id(row))).findFirst())
                .ifPresent(row -> {
                    before = Optional.empty();
                    wanted = Optional.of(id(row));
                });
        Optional<R> asked = wanted.flatMap(this::row);
        if (asked.isPresent()) {
            wanted = Optional.empty();
        }
        selected.set(asked.or(() -> selected.get().map(this::id).flatMap(this::row))
                .or(() -> now.stream().findFirst()));
    }

    private Optional<R> row(String id) {
        return rows.stream()
                .filter(row -> id(row).equals(id))
                .findFirst()
                .or(() -> rows.stream().filter(row -> isMeant(row, id)).findFirst());
    }

    /** Opens what has the id, as soon as the list has it. */
    public void open(String id) {
        Optional<R> row = row(id);
        if (row.isPresent()) {
            wanted = Optional.empty();
            selected.set(row);
        } else {
            wanted = Optional.of(id);
            load();
        }
    }

    /** Opens the row unless it is open: for lists that are told what they show. */
    public void choose(R row) {
        if (!selected.get().equals(Optional.of(row))) {
            open(id(row));
        }
    }

    /** Opens what is recorded next. */
    public void openNext() {
        before = Optional.of(rows.stream().map(this::id).collect(Collectors.toUnmodifiableSet()));
    }

    /** {@return what the screen shows; empty while nothing was recorded} */
    public ReadOnlyObjectProperty<ScreenState<List<R>>> stateProperty() {
        return loader.stateProperty();
    }

    /** {@return what was recorded, newest first} */
    public ObservableList<R> rows() {
        return readOnlyRows;
    }

    /** {@return which row is open} */
    public ReadOnlyObjectProperty<Optional<R>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** {@return how many there are; empty when there is none} */
    public ReadOnlyStringProperty countsProperty() {
        return counts.getReadOnlyProperty();
    }
}
