package io.quantloom.ui.backtests.grid;

import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.backtest.grid.LoadGrid;
import io.quantloom.engine.backtest.grid.RunGrid;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunEvent;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunQuery;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.ui.backtests.grid.GridContent.Matrices;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.live.Refresh;
import io.quantloom.ui.task.Loader;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.Subscriptions;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.task.UiThread;
import io.quantloom.ui.text.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The recorded grids, and one of them over two of its parameters. */
public final class GridViewModel {

    private static final Texts TEXTS = Texts.of("backtests");

    /**
     * A recorded grid as the selector shows it. Immutable.
     *
     * @param id of its run
     * @param name for people
     */
    public record Choice(String id, String name) {}

    private final RunStore store;
    private final LoadGrid loadGrid;
    private final UiEvents events;
    private final Refresh<List<Choice>> refresh;
    private final Loader<GridContent> loader;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ObservableList<Choice> choices = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Choice> chosen = new SimpleObjectProperty<>();
    private final ObservableList<String> axes = FXCollections.observableArrayList();
    private final ObjectProperty<Integer> across = new SimpleObjectProperty<>(0);
    private final ObjectProperty<Integer> up = new SimpleObjectProperty<>(0);
    private final ObservableList<GridRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable GridRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Optional<Matrices>> matrices = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Takes where grids live and what opens them; starts nothing. */
    public GridViewModel(RunStore store, LoadGrid loadGrid, TaskRunner tasks, UiEvents events, UiThread ui) {
        this.store = store;
        this.loadGrid = loadGrid;
        this.events = events;
        Loader<List<Choice>> list = new Loader<>(tasks, List::isEmpty);
        this.refresh = new Refresh<>(list, ui);
        this.loader = new Loader<>(tasks, _ -> false);
        list.stateProperty().subscribe(state -> state.shown().ifPresent(this::list));
        chosen.subscribe(this::open);
        loader.stateProperty().subscribe(this::show);
        across.subscribe((_, _) -> draw());
        up.subscribe((_, _) -> draw());
        selected.subscribe((_, _) -> draw());
    }

    /** Finds grids, and follows the runs that end. */
    public void attach() {
        subscriptions.add(events.onLatest(RunEvent.Ended.class, _ -> load()));
        load();
    }

    /** Follows nothing any more. */
    public void detach() {
        subscriptions.close();
    }

    /** Finds grids again. */
    public void load() {
        refresh.request(TEXTS.get("load.grids"), _ -> Outcome.success(find()));
    }

    private List<Choice> find() {
        return store.search(RunQuery.of(RunBacktest.EXPERIMENT)).stream()
                .filter(run -> run.status() == RunStatus.FINISHED
                        && run.tag(Tags.KIND).orElse("").equals("grid"))
                .filter(this::hasResult)
                .map(run -> new Choice(run.id().value(), run.name() + " · " + Formats.minute(run.started())))
                .toList();
    }

    private boolean hasResult(Run run) {
        return store.artifacts(run.id()).stream()
                .anyMatch(artifact -> artifact.path().equals(RunGrid.RESULT));
    }

    private void list(List<Choice> found) {
        if (!choices.equals(found)) {
            choices.setAll(found);
        }
        if (chosen.get() == null && !found.isEmpty()) {
            chosen.set(found.getFirst());
        }
    }

    private void open(@Nullable Choice choice) {
        if (choice == null) {
            loader.clear();
        } else {
            loader.loadAnew(
                    TEXTS.get("load.grid"),
                    _ -> loadGrid.run(new RunId(choice.id())).map(Grids::of));
        }
    }

    /** Opens the chosen grid again. */
    public void reopen() {
        open(chosen.get());
    }

    private void show(ScreenState<GridContent> state) {
        Optional<GridContent> shown = state.shown();
        matrices.set(Optional.empty());
        axes.setAll(shown.map(GridContent::axes).orElse(List.of()));
        across.set(0);
        up.set(Math.min(1, Math.max(0, axes.size() - 1)));
        rows.setAll(shown.map(GridContent::rows).orElse(List.of()));
        selected.set(rows.isEmpty() ? null : rows.getFirst());
        draw();
    }

    private void draw() {
        Optional<GridContent> shown = loader.data();
        GridRow row = selected.get();
        int x = across.get();
        int y = up.get();
        boolean ready = row != null && (x != y || axes.size() == 1);
        matrices.set(
                ready
                        ? shown.map(content -> Grids.matrices(
                                content.grid(),
                                x,
                                y,
                                Objects.requireNonNull(row).row()))
                        : Optional.empty());
    }

    /** Selects the combination of a cell; nothing happens where none was run or it is not among those listed. */
    public void pick(int cell) {
        matrices.get()
                .map(shown -> shown.rows().get(cell))
                .flatMap(wanted ->
                        rows.stream().filter(row -> row.row() == wanted).findFirst())
                .ifPresent(selected::set);
    }

    /** {@return the cell of the selected combination; −1 without one} */
    public int selectedCell() {
        GridRow row = selected.get();
        return row == null
                ? -1
                : matrices.get().map(shown -> shown.rows().indexOf(row.row())).orElse(-1);
    }

    /** {@return what the region shows; empty while no grid was recorded} */
    public ReadOnlyObjectProperty<ScreenState<GridContent>> stateProperty() {
        return loader.stateProperty();
    }

    /** {@return the recorded grids, newest first} */
    public ObservableList<Choice> choices() {
        return FXCollections.unmodifiableObservableList(choices);
    }

    /** {@return which grid is open; two-way} */
    public ObjectProperty<@Nullable Choice> chosenProperty() {
        return chosen;
    }

    /** {@return names of the parameters} */
    public ObservableList<String> axes() {
        return FXCollections.unmodifiableObservableList(axes);
    }

    /** {@return which parameter stands across; two-way} */
    public ObjectProperty<Integer> acrossProperty() {
        return across;
    }

    /** {@return which parameter stands up; two-way} */
    public ObjectProperty<Integer> upProperty() {
        return up;
    }

    /** {@return the combinations, those with the best neighbors first} */
    public ObservableList<GridRow> rows() {
        return FXCollections.unmodifiableObservableList(rows);
    }

    /** {@return the combination looked at; two-way} */
    public ObjectProperty<@Nullable GridRow> selectedProperty() {
        return selected;
    }

    /** {@return the grid over the two parameters} */
    public ReadOnlyObjectProperty<Optional<Matrices>> matricesProperty() {
        return matrices.getReadOnlyProperty();
    }
}
