package io.quantloom.ui.task;

import io.quantloom.engine.base.Failure;
import java.util.List;
import java.util.Optional;

/**
 * What a screen or a panel shows, as one value. Immutable.
 *
 * @param <T> type of the data
 */
public sealed interface ScreenState<T> {

    /** There is nothing to show yet. */
    record Empty<T>() implements ScreenState<T> {}

    /**
     * The first data are under way.
     *
     * @param task progress, time and the way to cancel
     */
    record Loading<T>(TaskHandle<?> task) implements ScreenState<T> {}

    /** Everything is there. */
    record Content<T>(T data) implements ScreenState<T> {}

    /**
     * Something is there although parts failed, or although a refresh did.
     *
     * @param failures at least one
     */
    record Partial<T>(T data, List<Failure> failures) implements ScreenState<T> {

        /** Copies the list. */
        public Partial {
            failures = List.copyOf(failures);
        }
    }

    /** There is nothing to show because of a failure. */
    record Failed<T>(Failure failure) implements ScreenState<T> {}

    /** {@return the data, if there are any} */
    default Optional<T> shown() {
        return switch (this) {
            case Content<T>(T data) -> Optional.of(data);
            case Partial<T> partial -> Optional.of(partial.data());
            case Empty<T> _, Loading<T> _, Failed<T> _ -> Optional.empty();
        };
    }
}
