package io.quantloom.engine.base;

import java.util.List;

/**
 * A value that is there although some parts of it failed. Immutable.
 *
 * @param value what succeeded
 * @param failures what did not, in the order met; empty when all succeeded
 */
public record Partial<T>(T value, List<Failure> failures) {

    /** Copies the list. */
    public Partial {
        failures = List.copyOf(failures);
    }

    /** {@return whether every part succeeded} */
    public boolean isComplete() {
        return failures.isEmpty();
    }
}
