package io.quantloom.ui.backtests.history;

import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.Subscription;
import io.quantloom.engine.experiment.Experiment;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunEvent;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunQuery;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.ui.live.Listing;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.task.UiThread;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The backtests that were recorded, newest first, and which of them is open. */
public final class BacktestListViewModel extends Listing<BacktestRow> {

    /** File of a run that recorded its backtest. */
    public static final String RESULT = "backtest/result.json";

    private static final int MOST = 500;

    private final RunStore store;
    private final UiEvents events;

    // Files of an ended run do not change: each is asked for once.
    private final Set<String> withResult = ConcurrentHashMap.newKeySet();
    private final Set<String> withoutResult = ConcurrentHashMap.newKeySet();

    /** Takes where runs live; starts nothing. */
    public BacktestListViewModel(RunStore store, TaskRunner tasks, UiEvents events, UiThread ui) {
        super(tasks, ui, Texts.of("backtests"));
        this.store = store;
        this.events = events;
    }

    @Override
    protected List<Subscription> follow() {
        return List.of(events.onLatest(RunEvent.Ended.class, _ -> load()));
    }

    @Override
    protected String id(BacktestRow row) {
        return row.id();
    }

    @Override
    protected Outcome<List<BacktestRow>> find(JobContext context) {
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
}
