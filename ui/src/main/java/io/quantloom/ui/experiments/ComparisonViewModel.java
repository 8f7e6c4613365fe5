package io.quantloom.ui.experiments;

import io.quantloom.engine.experiment.CompareRuns;
import io.quantloom.engine.experiment.RunComparison;
import io.quantloom.engine.experiment.RunEvent;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.ui.experiments.RunSelection.Chosen;
import io.quantloom.ui.live.Refresh;
import io.quantloom.ui.statistic.ComparedRow;
import io.quantloom.ui.task.Loader;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.Subscriptions;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.task.UiThread;
import io.quantloom.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The chosen runs side by side: what differs first, and only that until somebody wants to see all. */
public final class ComparisonViewModel {

    private static final Texts TEXTS = Texts.of("experiments");

    private final CompareRuns compareRuns;
    private final UiEvents events;
    private final RunSelection selection;
    private final Loader<Comparison> loader;
    private final Refresh<Comparison> refresh;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ListChangeListener<Chosen> onSelection = _ -> reload();
    private final BooleanProperty differencesOnly = new SimpleBooleanProperty(true);
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper("");
    private final ObservableList<ComparedRow> rows = FXCollections.observableArrayList();
    private final ObservableList<ComparedRow> readOnlyRows = FXCollections.unmodifiableObservableList(rows);

    /** Takes the use case and the selection it follows; starts nothing. */
    public ComparisonViewModel(
            CompareRuns compareRuns, TaskRunner tasks, UiEvents events, UiThread ui, RunSelection selection) {
        this.compareRuns = compareRuns;
        this.events = events;
        this.selection = selection;
        this.loader = new Loader<>(tasks, comparison -> comparison.columns().isEmpty());
        this.refresh = new Refresh<>(loader, ui);
        loader.stateProperty().subscribe(this::show);
        differencesOnly.subscribe((_, _) -> show(loader.stateProperty().get()));
    }

    /** Compares, and follows the selection and what happens to runs. */
    public void attach() {
        selection.runs().addListener(onSelection);
        subscriptions.add(events.onLatest(RunEvent.class, _ -> load()));
        load();
    }

    /** Follows nothing any more. */
    public void detach() {
        selection.runs().removeListener(onSelection);
        subscriptions.close();
    }

    private void reload() {
        if (selection.runs().size() < 2) {
            refresh.clear();
        } else {
            load();
        }
    }

    /** Compares again. */
    public void load() {
        List<Chosen> chosen = List.copyOf(selection.runs());
        if (chosen.size() < 2) {
            return;
        }
        List<RunId> ids = chosen.stream().map(run -> new RunId(run.id())).toList();
        refresh.request(
                TEXTS.get("load.comparison"),
                _ -> compareRuns.run(ids).map(comparison -> new Comparison(chosen, rows(comparison))));
    }

    private static List<ComparedRow> rows(RunComparison comparison) {
        return comparison.rows().stream().map(ComparedRow::of).toList();
    }

    private void show(ScreenState<Comparison> state) {
        Optional<Comparison> shown = state.shown();
        rows.setAll(shown.map(comparison -> comparison.rows().stream()
                        .filter(row -> row.differs() || !differencesOnly.get())
                        .toList())
                .orElse(List.of()));
        counts.set(shown.map(comparison -> TEXTS.get(
                        "comparison.counts",
                        comparison.differences(),
                        comparison.rows().size()))
                .orElse(""));
    }

    /** {@return what the region shows; empty while fewer than two runs are chosen} */
    public ReadOnlyObjectProperty<ScreenState<Comparison>> stateProperty() {
        return loader.stateProperty();
    }

    /** {@return the rows to show} */
    public ObservableList<ComparedRow> rows() {
        return readOnlyRows;
    }

    /** {@return whether equal rows are left out; two-way} */
    public BooleanProperty differencesOnlyProperty() {
        return differencesOnly;
    }

    /** {@return how many fields differ of how many} */
    public ReadOnlyStringProperty countsProperty() {
        return counts.getReadOnlyProperty();
    }
}
