package io.quantloom.ui.factory;

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
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The open factory run and the chosen symbol of it; follows what is written while it is under way. */
public final class FactoryViewModel {

    private static final Texts TEXTS = Texts.of("factory");
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final ReadFactory read;
    private final UiEvents events;
    private final FactoryListViewModel list;
    private final Loader<FactoryContent> loader;
    private final Refresh<FactoryContent> refresh;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ObservableList<SymbolRow> symbols = FXCollections.observableArrayList();
    private final ObservableList<SymbolRow> readOnlySymbols = FXCollections.unmodifiableObservableList(symbols);
    private final ReadOnlyObjectWrapper<Optional<SymbolRow>> symbol = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private String open = "";

    /** Takes where runs live and the list it follows; starts nothing. */
    public FactoryViewModel(
            FactoryPorts ports, TaskRunner tasks, UiEvents events, UiThread ui, FactoryListViewModel list) {
        this.read = new ReadFactory(ports.runs());
        this.events = events;
        this.list = list;
        this.loader = new Loader<>(tasks, _ -> false);
        this.refresh = new Refresh<>(loader, ui);
        loader.stateProperty().subscribe(this::show);
        list.selectedProperty().subscribe(_ -> load());
    }

    /** Follows what is written to runs. */
    public void attach() {
        subscriptions.add(events.onAny(PAUSE, this::load, List.of(RunEvent.class)));
        load();
    }

    /** Follows nothing any more. */
    public void detach() {
        subscriptions.close();
    }

    /** Reads the open run again. */
    public void load() {
        Optional<FactoryRow> row = list.selectedProperty().get();
        if (row.isEmpty()) {
            open = "";
            refresh.clear();
            return;
        }
        String id = row.get().id();
        if (id.equals(open)) {
            refresh.request(TEXTS.get("load.run"), _ -> read.read(id));
        } else {
            open = id;
            symbol.set(Optional.empty());
            refresh.restart(TEXTS.get("load.run"), _ -> read.read(id));
        }
    }

    private void show(ScreenState<FactoryContent> state) {
        Optional<FactoryContent> shown = state.shown();
        List<SymbolRow> now = shown.map(FactoryContent::symbols).orElse(List.of());
        if (!symbols.equals(now)) {
            symbols.setAll(now);
        }
        summary.set(shown.map(FactoryViewModel::words).orElse(""));
        String name = symbol.get().map(SymbolRow::symbol).orElse("");
        symbol.set(shown.flatMap(content -> content.symbol(name))
                .or(() -> now.stream()
                        .filter(row -> row.result() == SymbolRow.Result.RUNNING)
                        .findFirst()
                        .or(() -> now.stream().findFirst())));
    }

    private static String words(FactoryContent content) {
        return TEXTS.get(
                "summary",
                content.count(SymbolRow.Result.PASSED),
                content.count(SymbolRow.Result.REFUSED),
                content.count(SymbolRow.Result.FAILED),
                content.symbols().size());
    }

    /** Looks at a symbol. */
    public void choose(String name) {
        symbols.stream().filter(row -> row.symbol().equals(name)).findFirst().ifPresent(row -> {
            if (!symbol.get().equals(Optional.of(row))) {
                symbol.set(Optional.of(row));
            }
        });
    }

    /** {@return what the page shows of the open run} */
    public ReadOnlyObjectProperty<ScreenState<FactoryContent>> stateProperty() {
        return loader.stateProperty();
    }

    /** {@return the symbols in the configuration's order} */
    ObservableList<SymbolRow> symbols() {
        return readOnlySymbols;
    }

    /** {@return the symbol looked at} */
    ReadOnlyObjectProperty<Optional<SymbolRow>> symbolProperty() {
        return symbol.getReadOnlyProperty();
    }

    /** {@return how many symbols ended how} */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }
}
