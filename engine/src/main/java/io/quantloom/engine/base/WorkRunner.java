package io.quantloom.engine.base;

import java.util.List;
import java.util.function.Supplier;

/**
 * Where independent pieces of work are computed: on the caller, on a pool. The answers come in the order of the work, so a
 * result is the same whatever the runner. Safe for use by several threads.
 */
public interface WorkRunner {

    /**
     * Does all the work and returns its results in its order, none of them null. When a piece of work throws, the others
     * are still done, and the exception of the first such piece in the order is thrown.
     */
    <T> List<T> run(List<Supplier<T>> work);
}
