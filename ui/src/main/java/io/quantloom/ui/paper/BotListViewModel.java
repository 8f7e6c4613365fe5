package io.quantloom.ui.paper;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.trading.BotEvent;
import io.quantloom.engine.trading.BotStore;
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
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The paper bots and which of them is open. */
public final class BotListViewModel {

    private static final Texts TEXTS = Texts.of("paper");

    private final BotStore store;
    private final UiEvents events;
    private final Loader<List<BotRow>> loader;
    private final Refresh<List<BotRow>> refresh;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ObservableList<BotRow> rows = FXCollections.observableArrayList();
    private final ObservableList<BotRow> readOnlyRows = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyObjectWrapper<Optional<BotRow>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper("");
    private Optional<String> wanted = Optional.empty();

    /** Takes where bots live; starts nothing. */
    public BotListViewModel(BotStore store, TaskRunner tasks, UiEvents events, UiThread ui) {
        this.store = store;
        this.events = events;
        this.loader = new Loader<>(tasks, List::isEmpty);
        this.refresh = new Refresh<>(loader, ui);
        loader.stateProperty().subscribe(this::show);
    }

    /** Loads, and follows the states of bots. */
    public void attach() {
        subscriptions.add(events.onLatest(BotEvent.class, _ -> load()));
        load();
    }

    /** Follows nothing any more. */
    public void detach() {
        subscriptions.close();
    }

    /** Loads again. */
    public void load() {
        refresh.request(
                TEXTS.get("load.bots"),
                _ -> Outcome.success(store.bots().stream().map(BotRow::of).toList()));
    }

    private void show(ScreenState<List<BotRow>> state) {
        List<BotRow> now = state.shown().orElse(List.of());
        if (!rows.equals(now)) {
            rows.setAll(now);
        }
        long running = now.stream().filter(bot -> bot.state().isAlive()).count();
        counts.set(now.isEmpty() ? "" : TEXTS.get("counts", Formats.count(now.size(), "bot"), running));
        String name = wanted.or(() -> selected.get().map(BotRow::name)).orElse("");
        Optional<BotRow> row = row(name);
        if (row.isPresent()) {
            wanted = Optional.empty();
        }
        selected.set(row.isPresent() ? row : now.stream().findFirst());
    }

    private Optional<BotRow> row(String name) {
        return rows.stream().filter(bot -> bot.name().equals(name)).findFirst();
    }

    /** Opens a bot, as soon as the list has it. */
    public void open(String name) {
        Optional<BotRow> row = row(name);
        if (row.isPresent()) {
            selected.set(row);
        } else {
            wanted = Optional.of(name);
            load();
        }
    }

    /** {@return what the list shows} */
    public ReadOnlyObjectProperty<ScreenState<List<BotRow>>> stateProperty() {
        return loader.stateProperty();
    }

    /** {@return the bots, ascending by name} */
    public ObservableList<BotRow> rows() {
        return readOnlyRows;
    }

    /** {@return which one is open} */
    public ReadOnlyObjectProperty<Optional<BotRow>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** {@return how many there are, and how many of them run} */
    public ReadOnlyStringProperty countsProperty() {
        return counts.getReadOnlyProperty();
    }
}
