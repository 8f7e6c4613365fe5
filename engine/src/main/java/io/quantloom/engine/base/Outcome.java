package io.quantloom.engine.base;

import java.util.function.Function;

/**
 * The end of an operation that can fail in ways the caller must handle. Immutable.
 *
 * @param <T> the type of the value on success
 */
public sealed interface Outcome<T> {

    /** The operation produced its value. */
    record Success<T>(T value) implements Outcome<T> {}

    /** The operation ended without a value. */
    record Failed<T>(Failure failure) implements Outcome<T> {}

    /** The caller asked for the end; not an error. */
    record Canceled<T>() implements Outcome<T> {}

    /** Returns the successful end with the value. */
    static <T> Outcome<T> success(T value) {
        return new Success<>(value);
    }

    /** Returns the failed end. */
    static <T> Outcome<T> failed(Failure failure) {
        return new Failed<>(failure);
    }

    /** Returns the canceled end. */
    static <T> Outcome<T> canceled() {
        return new Canceled<>();
    }

    /** Returns this end with the value, if there is one, replaced by the function of it. */
    default <R> Outcome<R> map(Function<? super T, ? extends R> function) {
        return then(value -> new Success<>(function.apply(value)));
    }

    /** Returns the end of the next step applied to the value; a failure or a cancellation passes through. */
    default <R> Outcome<R> then(Function<? super T, ? extends Outcome<R>> next) {
        return switch (this) {
            case Success<T>(var value) -> next.apply(value);
            case Failed<T>(var failure) -> new Failed<>(failure);
            case Canceled<T> _ -> new Canceled<>();
        };
    }

    /**
     * Returns the value of a success, for callers to whom any other end is a bug (tests, wiring of known data).
     *
     * @throws IllegalStateException if this is not a success; the message is the failure's sentence
     */
    default T orThrow() {
        return switch (this) {
            case Success<T>(var value) -> value;
            case Failed<T>(var failure) -> throw new IllegalStateException(failure.sentence());
            case Canceled<T> _ -> throw new IllegalStateException("canceled");
        };
    }
}
