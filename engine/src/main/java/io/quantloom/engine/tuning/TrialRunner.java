package io.quantloom.engine.tuning;

import io.quantloom.engine.base.WorkRunner;
import java.util.concurrent.Executor;

/** Where trials are computed: on the caller, on a pool, one day on other machines. */
public interface TrialRunner extends WorkRunner {

    /** {@return the runner that does the work on the calling thread, one piece after the other} */
    static TrialRunner onCaller() {
        return new PooledTrialRunner(Runnable::run, 1);
    }

    /**
     * Returns a runner that does up to {@code workers} pieces of work at a time: one on the calling thread, the others on
     * the executor. It cannot starve: what the executor never begins, the caller does.
     *
     * @param workers at least 1, the caller counted
     */
    static TrialRunner on(Executor executor, int workers) {
        return new PooledTrialRunner(executor, workers);
    }
}
