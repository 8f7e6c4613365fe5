package io.quantloom.engine.model.xgboost;

import java.util.function.Consumer;

/** Native memory with an owner, freed once. */
final class Native<T> implements AutoCloseable {

    private final T handle;
    private final Consumer<T> free;
    private boolean closed;

    private Native(T handle, Consumer<T> free) {
        this.handle = handle;
        this.free = free;
    }

    static <T> Native<T> of(T handle, Consumer<T> free) {
        return new Native<>(handle, free);
    }

    T get() {
        if (closed) {
            throw new IllegalStateException("the model is closed");
        }
        return handle;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            free.accept(handle);
        }
    }
}
