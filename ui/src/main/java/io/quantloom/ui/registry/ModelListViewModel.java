package io.quantloom.ui.registry;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.RunEvent;
import io.quantloom.engine.registry.RegisteredModel;
import io.quantloom.engine.registry.RegistryStore;
import io.quantloom.engine.registry.Transition;
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
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The registered models and which of them is open. */
public final class ModelListViewModel {

    private static final Texts TEXTS = Texts.of("registry");

    private final RegistryStore store;
    private final UiEvents events;
    private final Loader<List<ModelRow>> loader;
    private final Refresh<List<ModelRow>> refresh;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ObservableList<ModelRow> rows = FXCollections.observableArrayList();
    private final ObservableList<ModelRow> readOnlyRows = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyObjectWrapper<Optional<String>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper("");

    /** Takes where models live; starts nothing. */
    public ModelListViewModel(RegistryStore store, TaskRunner tasks, UiEvents events, UiThread ui) {
        this.store = store;
        this.events = events;
        this.loader = new Loader<>(tasks, List::isEmpty);
        this.refresh = new Refresh<>(loader, ui);
        loader.stateProperty().subscribe(this::show);
    }

    /** Loads, and follows transitions and the end of runs, which may have registered a version. */
    public void attach() {
        subscriptions.add(events.onLatest(Transition.class, _ -> load()));
        subscriptions.add(events.onLatest(RunEvent.Ended.class, _ -> load()));
        load();
    }

    /** Follows nothing any more. */
    public void detach() {
        subscriptions.close();
    }

    /** Loads again. */
    public void load() {
        refresh.request(
                TEXTS.get("load.models"),
                _ -> Outcome.success(
                        store.models().stream().map(ModelListViewModel::row).toList()));
    }

    private static ModelRow row(RegisteredModel model) {
        return new ModelRow(
                model.name(),
                model.latestVersion(),
                model.aliases().entrySet().stream()
                        .map(entry -> new ModelRow.AliasAt(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private void show(ScreenState<List<ModelRow>> state) {
        List<ModelRow> now = state.shown().orElse(List.of());
        if (!rows.equals(now)) {
            rows.setAll(now);
        }
        counts.set(now.isEmpty() ? "" : TEXTS.get("models.counts", now.size()));
        if (selected.get().isEmpty() && !now.isEmpty()) {
            selected.set(Optional.of(now.getFirst().name()));
        }
    }

    /** Opens a model. */
    public void open(String model) {
        selected.set(Optional.of(model));
    }

    /** {@return what the list shows} */
    public ReadOnlyObjectProperty<ScreenState<List<ModelRow>>> stateProperty() {
        return loader.stateProperty();
    }

    /** {@return the models, ascending by name} */
    public ObservableList<ModelRow> rows() {
        return readOnlyRows;
    }

    /** {@return name of the open model} */
    public ReadOnlyObjectProperty<Optional<String>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** {@return how many models there are} */
    public ReadOnlyStringProperty countsProperty() {
        return counts.getReadOnlyProperty();
    }
}
