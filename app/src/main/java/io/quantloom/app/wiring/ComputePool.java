package io.quantloom.app.wiring;

import io.quantloom.engine.tuning.TrialRunner;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * The threads that calculate: cores minus one, at least one, by name. Who asks for trials works with them, so all cores
 * are busy, and one that is asked for nothing else stays free for the screen.
 */
public final class ComputePool implements AutoCloseable {

    private final int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    private final ExecutorService executor;

    /** Starts the pool; its threads do not keep the process alive. */
    public ComputePool() {
        ThreadFactory named = Thread.ofPlatform().daemon().name("compute-", 1).factory();
        executor = Executors.newFixedThreadPool(threads, named);
    }

    /** {@return who computes trials: the caller and the pool} */
    public TrialRunner trialRunner() {
        return TrialRunner.on(executor, threads + 1);
    }

    /** {@return the threads, for calculations of the screen} */
    public ExecutorService executor() {
        return executor;
    }

    /** Takes no more work; what is under way was asked to stop by its own context. */
    @Override
    public void close() {
        // Not shutdownNow: an interrupt has no place near a store.
        executor.shutdown();
    }
}
