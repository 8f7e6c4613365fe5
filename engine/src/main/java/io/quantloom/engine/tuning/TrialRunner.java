package io.quantloom.engine.tuning;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Where trials are computed: on the caller, on a pool, one day on other machines. The answers come in the order of the
 * work, so a study is the same whatever the runner. Safe for use by several threads.
 */
public interface TrialRunner {

    /**
     * Does all the work and returns its results in its order, none of them null. When a piece of work throws, the others
     * are still done, and the exception of the first such piece in the order is thrown.
     */
    <T> List<T> run(List<Supplier<T>> work);

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
