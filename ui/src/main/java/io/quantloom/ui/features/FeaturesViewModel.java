package io.quantloom.ui.features;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.market.CatalogEntry;
import io.quantloom.engine.market.MarketEvent;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.ui.features.ColumnRow.Checked;
import io.quantloom.ui.features.FeaturesPorts.Finding;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.task.Loader;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.Subscriptions;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.TaskSpec;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.text.FailureTexts;
import io.quantloom.ui.text.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Which set on which series, its columns, and what the look-ahead check says of them. */
public final class FeaturesViewModel {

    private static final Texts TEXTS = Texts.of("features");
    private static final long SEED = 42;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /**
     * What can be chosen. Immutable.
     *
     * @param series keys as texts, by name
     * @param sets names of feature sets
     */
    public record Choices(List<String> series, List<String> sets) {

        /** Copies the lists. */
        public Choices {
            series = List.copyOf(series);
            sets = List.copyOf(sets);
        }
    }

    /** The series and sets there are, by name. */
    record Found(Map<String, SeriesKey> series, Map<String, FeatureSet> sets) {}

    private final FeaturesPorts ports;
    private final TaskRunner tasks;
    private final UiEvents events;
    private final Loader<Found> catalog;
    private final Loader<FeatureContent> loader;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ObjectProperty<Choices> choices = new SimpleObjectProperty<>(new Choices(List.of(), List.of()));
    private final StringProperty series = new SimpleStringProperty("");
    private final StringProperty set = new SimpleStringProperty("");
    private final ObservableList<ColumnRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable ColumnRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper("");

    /** Takes what describes and checks; starts nothing. */
    public FeaturesViewModel(FeaturesPorts ports, TaskRunner tasks, UiEvents events) {
        this.ports = ports;
        this.tasks = tasks;
        this.events = events;
        this.catalog = new Loader<>(tasks, found -> found.series().isEmpty());
        this.loader = new Loader<>(tasks, _ -> false);
        catalog.stateProperty().subscribe(state -> state.shown().ifPresent(this::choose));
        series.subscribe((_, _) -> describe());
        set.subscribe((_, _) -> describe());
        loader.stateProperty().subscribe(this::show);
    }

    /** Finds series and sets, and follows what happens to series. */
    public void attach() {
        subscriptions.add(events.onAny(PAUSE, this::load, List.of(MarketEvent.class)));
        load();
    }

    /** Follows nothing any more. */
    public void detach() {
        subscriptions.close();
    }

    /** Finds series and sets again. */
    public void load() {
        catalog.load(
                TEXTS.get("load.catalog"),
                _ -> Outcome.success(new Found(
                        ports.bars().catalog().stream()
                                .map(CatalogEntry::key)
                                .collect(Collectors.toMap(
                                        SeriesKey::toString,
                                        Function.identity(),
                                        (one, _) -> one,
                                        java.util.TreeMap::new)),
                        ports.sets().get().stream()
                                .collect(Collectors.toMap(
                                        FeatureSet::name,
                                        Function.identity(),
                                        (one, _) -> one,
                                        java.util.TreeMap::new)))));
    }

    private void choose(Found found) {
        choices.set(new Choices(
                List.copyOf(found.series().keySet()), List.copyOf(found.sets().keySet())));
        if (!found.sets().containsKey(set.get()) && !found.sets().isEmpty()) {
            set.set(
                    found.sets().containsKey("alpha19")
                            ? "alpha19"
                            : choices.get().sets().getFirst());
        }
        if (!found.series().containsKey(series.get()) && !found.series().isEmpty()) {
            series.set(choices.get().series().getFirst());
        }
    }

    /** Describes the set on the series again. */
    public void describe() {
        Optional<SeriesKey> key = key();
        String name = set.get();
        if (key.isPresent() && !name.isEmpty()) {
            verdict.set("");
            loader.loadAnew(
                    TEXTS.get("load.describe", name),
                    context -> ports.describe().run(name, key.get(), context).map(FeatureContent::of));
        }
    }

    /** {@return the chosen series} */
    Optional<SeriesKey> key() {
        return catalog.data().map(found -> found.series().get(series.get()));
    }

    private void show(ScreenState<FeatureContent> state) {
        rows.setAll(state.shown().map(FeatureContent::rows).orElse(List.of()));
        selected.set(rows.isEmpty() ? null : rows.getFirst());
    }

    /** Looks for columns that know the future. */
    public void check() {
        Optional<SeriesKey> key = key();
        String name = set.get();
        if (key.isEmpty() || checking.get()) {
            return;
        }
        checking.set(true);
        TaskSpec spec = TaskSpec.job(TEXTS.get("check.task", name)).from(Page.FEATURES.id());
        tasks.<List<Finding>>start(spec, context -> ports.check().run(name, key.get(), SEED, context))
                .onEnd(outcome -> {
                    checking.set(false);
                    if (name.equals(set.get())) {
                        tell(outcome);
                    }
                });
    }

    private void tell(Outcome<List<Finding>> outcome) {
        switch (outcome) {
            case Outcome.Success<List<Finding>>(List<Finding> findings) -> {
                findings.forEach(this::mark);
                long leaks = findings.stream()
                        .filter(finding -> !finding.leak().isEmpty())
                        .count();
                verdict.set(
                        leaks == 0
                                ? TEXTS.get("check.clean", findings.size())
                                : TEXTS.get("check.leaks", leaks, findings.size()));
            }
            case Outcome.Failed<List<Finding>>(Failure failure) -> verdict.set(FailureTexts.sentence(failure));
            case Outcome.Canceled<List<Finding>> _ -> verdict.set("");
        }
    }

    private void mark(Finding finding) {
        for (int i = 0; i < rows.size(); i++) {
            ColumnRow row = rows.get(i);
            if (row.name().equals(finding.column())) {
                Checked checked = !finding.leak().isEmpty()
                        ? Checked.LEAKS
                        : finding.isDefined() ? Checked.CLEAN : Checked.UNDEFINED;
                ColumnRow now = row.with(checked, finding.leak());
                boolean isSelected = row.equals(selected.get());
                rows.set(i, now);
                if (isSelected) {
                    selected.set(now);
                }
            }
        }
    }

    /** {@return whether there is anything to describe; empty while no series is stored} */
    ReadOnlyObjectProperty<ScreenState<Found>> catalogProperty() {
        return catalog.stateProperty();
    }

    /** {@return what the columns come to} */
    ReadOnlyObjectProperty<ScreenState<FeatureContent>> stateProperty() {
        return loader.stateProperty();
    }

    /** {@return what can be chosen} */
    public ObjectProperty<Choices> choicesProperty() {
        return choices;
    }

    /** {@return the series as text; two-way} */
    public StringProperty seriesProperty() {
        return series;
    }

    /** {@return the name of the set; two-way} */
    public StringProperty setProperty() {
        return set;
    }

    /** {@return the columns in the set's order} */
    ObservableList<ColumnRow> rows() {
        return FXCollections.unmodifiableObservableList(rows);
    }

    /** {@return the column looked at; two-way} */
    ObjectProperty<@Nullable ColumnRow> selectedProperty() {
        return selected;
    }

    /** {@return whether a check is under way} */
    public ReadOnlyBooleanProperty checkingProperty() {
        return checking.getReadOnlyProperty();
    }

    /** {@return what the last check of this set came to; empty before it} */
    public ReadOnlyStringProperty verdictProperty() {
        return verdict.getReadOnlyProperty();
    }
}
