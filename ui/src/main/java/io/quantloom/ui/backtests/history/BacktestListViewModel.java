package io.quantloom.ui.backtests.history;

import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.experiment.Experiment;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunEvent;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunQuery;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.ui.live.Refresh;
import io.quantloom.ui.task.Loader;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.Subscriptions;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.task.UiThread;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The backtests that were recorded, newest first, and which of them is open. */
public final class BacktestListViewModel {

    /** File of a run that recorded its backtest. */
    public static final String RESULT = "backtest/result.json";

    private static final Texts TEXTS = Texts.of("backtests");
    private static final int MOST = 500;

    private final RunStore store;
    private final UiEvents events;
    private final Loader<List<BacktestRow>> loader;
    private final Refresh<List<BacktestRow>> refresh;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ObservableList<BacktestRow> rows = FXCollections.observableArrayList();
    private final ObservableList<BacktestRow> readOnlyRows = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyObjectWrapper<Optional<BacktestRow>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper("");
    private Optional<String> wanted = Optional.empty();

    // Files of an ended run do not change: each is asked for once.
    private final Set<String> withResult = ConcurrentHashMap.newKeySet();
    private final Set<String> withoutResult = ConcurrentHashMap.newKeySet();

    /** Takes where runs live; starts nothing. */
    public BacktestListViewModel(RunStore store, TaskRunner tasks, UiEvents events, UiThread ui) {
        this.store = store;
        this.events = events;
        this.loader = new Loader<>(tasks, List::isEmpty);
        this.refresh = new Refresh<>(loader, ui);
        loader.stateProperty().subscribe(this::show);
    }

    /** Loads, and follows the runs that end. */
    public void attach() {
        subscriptions.add(events.onLatest(RunEvent.Ended.class, _ -> load()));
        load();
    }

    /** Follows nothing any more. */
    public void detach() {
        subscriptions.close();
    }

    /** Loads again. */
    public void load() {
        refresh.request(TEXTS.get("load.list"), this::find);
    }

    private Outcome<List<BacktestRow>> find(JobContext context) {
        Set<String> own = store.experiments().stream()
                .filter(experiment -> experiment.name().equals(RunBacktest.EXPERIMENT))
                .map(Experiment::id)
                .map(id -> id.value())
                .collect(Collectors.toCollection(HashSet::new));
        List<Run> candidates = store.search(RunQuery.of()).stream()
                .filter(run -> run.status() == RunStatus.FINISHED)
                .filter(run -> !run.tag(Tags.KIND).orElse("").equals("trial"))
                .toList();
        var found = new ArrayList<BacktestRow>();
        for (int i = 0; i < candidates.size() && found.size() < MOST; i++) {
            if (context.isCanceled()) {
                return Outcome.canceled();
            }
            context.report(Progress.of("", i, candidates.size()));
            Run run = candidates.get(i);
            if (hasResult(run.id())) {
                found.add(row(run, own.contains(run.experiment().value())));
            }
        }
        return Outcome.success(found);
    }

    private boolean hasResult(RunId id) {
        if (withResult.contains(id.value())) {
            return true;
        }
        if (withoutResult.contains(id.value())) {
            return false;
        }
        boolean has = store.artifacts(id).stream()
                .anyMatch(artifact -> artifact.path().equals(RESULT));
        (has ? withResult : withoutResult).add(id.value());
        return has;
    }

    private static BacktestRow row(Run run, boolean byHand) {
        return new BacktestRow(
                run.id().value(),
                run.name(),
                run.tag(Tags.SYMBOL).orElse(""),
                byHand ? "backtest" : "factory",
                run.started().toEpochMilli(),
                run.metric("total_return").orElse(Double.NaN),
                run.metric("sharpe_ratio").orElse(Double.NaN),
                run.metric("trades").orElse(Double.NaN));
    }

    private void show(ScreenState<List<BacktestRow>> state) {
        List<BacktestRow> now = state.shown().orElse(List.of());
        if (!rows.equals(now)) {
            rows.setAll(now);
        }
        counts.set(now.isEmpty() ? "" : TEXTS.get("counts", now.size()));
        if (wanted.isEmpty() && selected.get().isEmpty() && !now.isEmpty()) {
            selected.set(Optional.of(now.getFirst()));
        }
        wanted.flatMap(this::row).ifPresent(row -> {
            wanted = Optional.empty();
            selected.set(Optional.of(row));
        });
    }

    private Optional<BacktestRow> row(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** Opens the backtest that the run recorded, as soon as the list has it. */
    public void open(String id) {
        Optional<BacktestRow> row = row(id);
        if (row.isPresent()) {
            wanted = Optional.empty();
            selected.set(row);
        } else {
            wanted = Optional.of(id);
            load();
        }
    }

    /** {@return what the selector shows} */
    public ReadOnlyObjectProperty<ScreenState<List<BacktestRow>>> stateProperty() {
        return loader.stateProperty();
    }

    /** {@return the backtests, newest first} */
    public ObservableList<BacktestRow> rows() {
        return readOnlyRows;
    }

    /** {@return which one is open} */
    public ReadOnlyObjectProperty<Optional<BacktestRow>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** {@return how many there are} */
    public ReadOnlyStringProperty countsProperty() {
        return counts.getReadOnlyProperty();
    }
}
