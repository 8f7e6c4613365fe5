package io.quantloom.ui.market;

import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.market.CatalogEntry;
import io.quantloom.engine.market.MarketEvent;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.task.Loader;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.Subscriptions;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.text.Texts;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** The list of instruments, what is chosen in it, and in which timeframe. */
public final class MarketViewModel {

    private static final String REMEMBERED = "data.series";

    private final ReadCatalog read;
    private final UiEvents events;
    private final ViewMemory memory;
    private final Texts texts = Texts.of("market");
    private final Loader<ReadCatalog.Catalog> loader;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ObservableList<InstrumentRow> rows = FXCollections.observableArrayList();
    private final FilteredList<InstrumentRow> found = new FilteredList<>(rows);
    // Held here: a view of a list hears of changes only as long as somebody holds it.
    private final ObservableList<InstrumentRow> readOnlyFound = FXCollections.unmodifiableObservableList(found);
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable InstrumentRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ObservableList<String> timeframes = FXCollections.observableArrayList();
    private final StringProperty timeframe = new SimpleStringProperty("");
    private final ObjectProperty<Optional<CatalogEntry>> entry = new SimpleObjectProperty<>(Optional.empty());
    private @Nullable SeriesKey wanted;

    /** Takes where series live, who runs reads, events, the time, and what was open last; starts nothing. */
    public MarketViewModel(BarStore bars, TaskRunner tasks, UiEvents events, InstantSource clock, ViewMemory memory) {
        this.events = events;
        this.memory = memory;
        read = new ReadCatalog(bars, clock);
        wanted = remembered(memory.text(REMEMBERED, ""));
        loader = new Loader<>(tasks, catalog -> catalog.rows().isEmpty());
        loader.stateProperty().subscribe(state -> state.shown().ifPresentOrElse(this::show, this::showNone));
        search.subscribe(words -> found.setPredicate(row -> matches(row, words)));
        selected.subscribe(row -> {
            title.set(row == null ? "" : row.symbol());
            choose();
        });
        timeframe.subscribe(_ -> pick());
    }

    /** Follows changes of stored series and reads the catalog. */
    public void attach() {
        subscriptions.add(events.onLatest(MarketEvent.class, _ -> refresh()));
        refresh();
    }

    /** Follows nothing any more. */
    public void detach() {
        subscriptions.close();
    }

    /** Reads the catalog again. */
    public void refresh() {
        loader.load(texts.get("list.reading"), read::run);
    }

    /** Chooses a series; one that is not known yet is chosen when it has been read. */
    public void open(SeriesKey key) {
        wanted = key;
        loader.data().ifPresent(this::openWanted);
    }

    private void show(ReadCatalog.Catalog catalog) {
        InstrumentRow before = selected.get();
        rows.setAll(catalog.rows());
        if (openWanted(catalog)) {
            return;
        }
        if (before != null && catalog.rows().contains(before)) {
            selected.set(catalog.rows().get(catalog.rows().indexOf(before)));
        } else {
            selected.set(catalog.rows().isEmpty() ? null : catalog.rows().getFirst());
        }
        choose();
    }

    private void showNone() {
        rows.clear();
        selected.set(null);
    }

    private boolean openWanted(ReadCatalog.Catalog catalog) {
        SeriesKey key = wanted;
        for (InstrumentRow row : catalog.rows()) {
            if (key != null
                    && row.symbol().equals(key.symbol().name())
                    && row.source().equals(key.source())
                    && row.timeframes().contains(key.timeframe().toString())) {
                wanted = null;
                selected.set(row);
                timeframe.set(key.timeframe().toString());
                return true;
            }
        }
        return false;
    }

    /** A newly chosen instrument keeps the timeframe if it has it, else shows its finest. */
    private void choose() {
        InstrumentRow row = selected.get();
        List<String> there = row == null ? List.of() : row.timeframes();
        String before = timeframe.get();
        if (!timeframes.equals(there)) {
            timeframes.setAll(there);
        }
        timeframe.set(there.contains(before) ? before : there.isEmpty() ? "" : there.getFirst());
        pick();
    }

    private void pick() {
        InstrumentRow row = selected.get();
        entry.set(loader.data()
                .filter(_ -> row != null)
                .flatMap(catalog -> catalog.entries().getOrDefault(row, List.of()).stream()
                        .filter(each -> each.key().timeframe().toString().equals(timeframe.get()))
                        .findFirst()));
        entry.get().ifPresent(each -> memory.put(REMEMBERED, each.key().toString()));
    }

    /** The key of a text that was kept; a series that is gone is not asked for. */
    private static @Nullable SeriesKey remembered(String kept) {
        List<String> parts = Pattern.compile(" ").splitAsStream(kept).toList();
        return parts.size() != 3
                ? null
                : Timeframe.parse(parts.get(1))
                        .map(frame -> new SeriesKey(new Symbol(parts.getFirst()), frame, parts.getLast()))
                        .orElse(null);
    }

    private static boolean matches(InstrumentRow row, String words) {
        String text = (row.symbol() + " " + row.source()).toLowerCase(Locale.ROOT);
        return text.contains(words.strip().toLowerCase(Locale.ROOT));
    }

    /** {@return the state of the list} */
    ReadOnlyObjectProperty<ScreenState<ReadCatalog.Catalog>> stateProperty() {
        return loader.stateProperty();
    }

    /** {@return the rows that match the search} */
    public ObservableList<InstrumentRow> instruments() {
        return readOnlyFound;
    }

    /** {@return how many there are, and how many of them are shown} */
    public ObservableValue<String> countProperty() {
        return javafx.beans.binding.Bindings.createStringBinding(
                () -> found.size() == rows.size()
                        ? Formats.integer(rows.size())
                        : texts.get("list.count", found.size(), rows.size()),
                found,
                rows);
    }

    /** Returns how many rows have a freshness. */
    public int count(InstrumentRow.Age.State state) {
        return (int) rows.stream().filter(row -> row.age().state() == state).count();
    }

    /** {@return what to search for; two-way} */
    public StringProperty searchProperty() {
        return search;
    }

    /** {@return the chosen instrument; two-way} */
    public ObjectProperty<@Nullable InstrumentRow> selectedProperty() {
        return selected;
    }

    /** {@return name of the chosen instrument; empty for none} */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** {@return timeframes of the chosen instrument, shortest first} */
    public ObservableList<String> timeframes() {
        return timeframes;
    }

    /** {@return the chosen timeframe; two-way} */
    public StringProperty timeframeProperty() {
        return timeframe;
    }

    /** {@return the series that is chosen} */
    ReadOnlyObjectProperty<Optional<CatalogEntry>> entryProperty() {
        return entry;
    }
}
