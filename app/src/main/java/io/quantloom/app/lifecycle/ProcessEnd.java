package io.quantloom.app.lifecycle;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Progress;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and a request to terminate into a cancellation: the work of the process is asked to stop, and the process
 * waits for it, within limits, before it dies. The virtual machine then ends with 130 or 143 by itself.
 */
public final class ProcessEnd implements JobContext {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean requested;

    private ProcessEnd() {}

    /** Returns the cancellation of this process; its hook is registered. */
    public static ProcessEnd watch() {
        var end = new ProcessEnd();
        Runtime.getRuntime().addShutdownHook(new Thread(end::request, "process-end"));
        return end;
    }

    /** Says that the work has ended and its stores are closed: nothing need be waited for. */
    public void workEnded() {
        ended.countDown();
    }

    /** Calls the listener, on another thread, when the end is asked for while work is under way. */
    public void onRequest(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void report(Progress progress) {
        // Progress is shown by the command itself.
    }

    @Override
    public boolean isCanceled() {
        return requested;
    }

    private void request() {
        requested = true;
        if (ended.getCount() > 0) {
            listeners.forEach(Runnable::run);
        }
        try {
            // When the wait is over in vain the journal and the store are still whole: both bear a kill.
            if (!ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                Runtime.getRuntime().halt(130);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
