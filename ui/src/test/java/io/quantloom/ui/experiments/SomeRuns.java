package io.quantloom.ui.experiments;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.experiment.InMemoryRunStore;
import io.quantloom.engine.experiment.Metric;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunDraft;
import io.quantloom.engine.experiment.RunEvent;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.ui.task.ExecutorTaskRunner;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.task.UiThread;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs to test with, in a store that tells its events, everything on the calling thread. */
final class SomeRuns {

    static final Instant START = Instant.parse("2026-11-20T06:00:00Z");

    final InMemoryRunStore store = new InMemoryRunStore(Ids.from(new Seeds(42).random()));
    final Events events = new Events();
    final UiThread ui = UiThread.direct();
    final ExecutorTaskRunner tasks = ExecutorTaskRunner.direct();
    final UiEvents uiEvents = new UiEvents(events, ui);
    private int made;

    /** Adds a finished symbol run of the experiment with a depth and a Sharpe; later ones began later. */
    String finished(String experiment, String name, int depth, double sharpe) {
        Run run = begin(experiment, name, Map.of("max_depth", Integer.toString(depth), "eta", "0.05"));
        store.logMetrics(run.id(), List.of(new Metric("sharpe_ratio", sharpe, run.started(), 0)));
        store.setStatus(run.id(), RunStatus.FINISHED, run.started().plusSeconds(90));
        return run.id().value();
    }

    /** Adds a run that is under way. */
    Run begin(String experiment, String name, Map<String, String> params) {
        Instant started = START.plusSeconds(60L * made++);
        Run run = store.begin(new RunDraft(
                experiment, name, Optional.empty(), started, params, Map.of(Tags.KIND, "symbol", Tags.SYMBOL, "VEGA")));
        events.publish(new RunEvent.Began(run.id()));
        return run;
    }

    /** Logs a value and tells it. */
    void log(RunId run, String key, double value, long step) {
        store.logMetrics(run, List.of(new Metric(key, value, START.plusSeconds(step), step)));
        events.publish(new RunEvent.Logged(run));
    }

    RunListViewModel list(RunSelection selection) {
        return new RunListViewModel(store, tasks, uiEvents, ui, selection);
    }
}
