package io.quantloom.engine.experiment;

import io.quantloom.engine.experiment.RunQuery.Comparison;
import io.quantloom.engine.experiment.RunQuery.Condition;
import io.quantloom.engine.experiment.RunQuery.Field;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Marks as INTERRUPTED what a dead process left RUNNING. Run once by the process that has just got hold of the workspace,
 * before it begins a run of its own.
 */
public final class SealAbandonedRuns {

    private final RunStore store;
    private final InstantSource clock;

    /** Takes where runs live and the time. */
    public SealAbandonedRuns(RunStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Marks the runs, and returns them as they were, newest first. */
    public List<Run> run() {
        var running = new Condition(Field.ATTRIBUTE, "status", Comparison.EQUAL, RunStatus.RUNNING.name());
        var query = new RunQuery(List.of(), List.of(running), Optional.empty(), Optional.empty(), 100_000);
        List<Run> abandoned = store.search(query);
        Instant now = clock.instant();
        abandoned.forEach(run -> store.setStatus(run.id(), RunStatus.INTERRUPTED, now));
        return abandoned;
    }
}
