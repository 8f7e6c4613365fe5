package io.quantloom.app.wiring;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.experiment.RunEvent;
import io.quantloom.engine.experiment.RunId;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Cancels work by the run it records, from whichever process that was asked. Work begins its runs on the thread it was
 * given, and events are told on the thread that publishes: so a run that begins belongs to the work of its thread. Safe for
 * use by several threads.
 */
public final class RunCancellations {

    private final Events events;
    private final ConcurrentMap<RunId, Work> underWay = new ConcurrentHashMap<>();

    /** Takes the hub on which runs begin. */
    public RunCancellations(Events events) {
        this.events = events;
    }

    /**
     * How tracked work ended.
     *
     * @param outcome its end
     * @param run the first run it began
     */
    public record Tracked<T>(Outcome<T> outcome, Optional<RunId> run) {}

    /** Does the work; until its end it can be canceled by any run it begins, or by the caller. */
    public <T> Tracked<T> track(JobContext caller, Function<JobContext, Outcome<T>> work) {
        var tracked = new Work(caller);
        Thread thread = Thread.currentThread();
        try (var _ = events.subscribe(RunEvent.Began.class, began -> {
            if (Thread.currentThread().equals(thread)) {
                tracked.begin(began.run());
                underWay.put(began.run(), tracked);
            }
        })) {
            Outcome<T> outcome = work.apply(tracked);
            return new Tracked<>(outcome, Optional.ofNullable(tracked.first));
        } finally {
            underWay.values().removeIf(each -> each == tracked);
        }
    }

    /** Does work that continues a run. */
    public <T> Tracked<T> track(RunId run, JobContext caller, Function<JobContext, Outcome<T>> work) {
        return track(caller, context -> {
            events.publish(new RunEvent.Began(run));
            return work.apply(context);
        });
    }

    /** Asks the work that records the run to stop; false when none does. */
    public boolean cancel(RunId run) {
        Work work = underWay.get(run);
        if (work == null) {
            return false;
        }
        work.canceled = true;
        return true;
    }

    private static final class Work implements JobContext {
        private final JobContext caller;
        private volatile boolean canceled;
        private volatile @Nullable RunId first;

        Work(JobContext caller) {
            this.caller = caller;
        }

        void begin(RunId run) {
            if (first == null) {
                first = run;
            }
        }

        @Override
        public void report(Progress progress) {
            caller.report(progress);
        }

        @Override
        public boolean isCanceled() {
            return canceled || caller.isCanceled();
        }
    }
}
