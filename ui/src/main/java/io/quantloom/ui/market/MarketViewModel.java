package io.quantloom.ui.market;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.market.CatalogEntry;
import io.quantloom.engine.market.MarketEvent;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.task.Loader;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.Subscriptions;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

    private static final int TREND = 40;
    private static final Duration HISTORIC_AFTER = Duration.ofDays(45);

    /** What a read of the catalog gives: rows, and the entries behind each. */
    record Catalog(List<InstrumentRow> rows, Map<InstrumentRow, List<CatalogEntry>> entries) {}

    private final BarStore bars;
    private final UiEvents events;
    private final InstantSource clock;
    private final Texts texts = Texts.of("market");
    private final Loader<Catalog> loader;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Map<CatalogEntry, List<Double>> trends = new ConcurrentHashMap<>();
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

    /** Takes where series live, who runs reads, events and the time; starts nothing. */
    public MarketViewModel(BarStore bars, TaskRunner tasks, UiEvents events, InstantSource clock) {
        this.bars = bars;
        this.events = events;
        this.clock = clock;
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
        loader.load(texts.get("list.reading"), this::read);
    }

    /** Chooses a series; one that is not known yet is chosen when it has been read. */
    public void open(SeriesKey key) {
        wanted = key;
        loader.data().ifPresent(this::openWanted);
    }

    private Outcome<Catalog> read(JobContext context) {
        Map<String, List<CatalogEntry>> groups = new LinkedHashMap<>();
        for (CatalogEntry each : bars.catalog()) {
            groups.computeIfAbsent(each.key().symbol() + "|" + each.key().source(), _ -> new ArrayList<>())
                    .add(each);
        }
        List<InstrumentRow> read = new ArrayList<>();
        Map<InstrumentRow, List<CatalogEntry>> entries = new LinkedHashMap<>();
        for (List<CatalogEntry> group : groups.values()) {
            if (context.isCanceled()) {
                return Outcome.canceled();
            }
            context.report(Progress.of(group.getFirst().key().symbol().name(), read.size(), groups.size()));
            group.sort(Comparator.comparing(each -> each.key().timeframe()));
            InstrumentRow row = row(group);
            read.add(row);
            entries.put(row, List.copyOf(group));
        }
        return Outcome.success(new Catalog(read, entries));
    }

    private InstrumentRow row(List<CatalogEntry> group) {
        CatalogEntry coarsest = group.getLast();
        List<Double> trend = trends.computeIfAbsent(coarsest, this::trend);
        int size = trend.size();
        double last = size == 0 ? Double.NaN : trend.getLast();
        return new InstrumentRow(
                coarsest.key().symbol().name(),
                coarsest.key().source(),
                group.stream().map(each -> each.key().timeframe().toString()).toList(),
                age(group),
                last,
                size < 2 ? Double.NaN : last / trend.get(size - 2) - 1,
                trend);
    }

    private List<Double> trend(CatalogEntry each) {
        List<Double> closes = new ArrayList<>();
        Optional<BarSeries> series = bars.load(each.key());
        int size = series.map(BarSeries::size).orElse(0);
        for (int i = Math.max(0, size - TREND); i < size; i++) {
            closes.add(series.get().close(i));
        }
        return List.copyOf(closes);
    }

    private InstrumentRow.Age age(List<CatalogEntry> group) {
        if (group.getFirst().instrument().synthetic().isPresent()) {
            return new InstrumentRow.Age(InstrumentRow.Age.State.SAMPLE, texts.get("age.sample"));
        }
        CatalogEntry newest =
                group.stream().max(Comparator.comparing(CatalogEntry::last)).orElseThrow();
        Instant now = clock.instant();
        Duration behind =
                Duration.between(newest.last().plus(newest.key().timeframe().length()), now);
        // A weekend and a holiday are no reason to worry.
        Duration allowed = newest.key().timeframe().length().multipliedBy(2).plusDays(4);
        if (behind.compareTo(allowed) <= 0) {
            return new InstrumentRow.Age(InstrumentRow.Age.State.FRESH, texts.get("age.fresh"));
        }
        InstrumentRow.Age.State state =
                behind.compareTo(HISTORIC_AFTER) > 0 ? InstrumentRow.Age.State.HISTORIC : InstrumentRow.Age.State.STALE;
        return new InstrumentRow.Age(
                state,
                texts.get(
                        state == InstrumentRow.Age.State.STALE ? "age.stale" : "age.historic",
                        Formats.about(behind),
                        Formats.day(newest.last().toEpochMilli())));
    }

    private void show(Catalog catalog) {
        InstrumentRow before = selected.get();
        rows.setAll(catalog.rows());
        if (wanted != null) {
            openWanted(catalog);
        } else if (before != null && catalog.rows().contains(before)) {
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

    private void openWanted(Catalog catalog) {
        SeriesKey key = wanted;
        if (key == null) {
            return;
        }
        for (InstrumentRow row : catalog.rows()) {
            if (row.symbol().equals(key.symbol().name()) && row.source().equals(key.source())) {
                wanted = null;
                selected.set(row);
                timeframe.set(key.timeframe().toString());
            }
        }
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
    }

    private static boolean matches(InstrumentRow row, String words) {
        String text = (row.symbol() + " " + row.source()).toLowerCase(Locale.ROOT);
        return text.contains(words.strip().toLowerCase(Locale.ROOT));
    }

    /** {@return the state of the list} */
    ReadOnlyObjectProperty<ScreenState<Catalog>> stateProperty() {
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
