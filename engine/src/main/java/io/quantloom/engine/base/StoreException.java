package io.quantloom.engine.base;

/**
 * A store or file did not do its part (disk full, damaged, closed). Thrown by implementations of store ports in place of
 * their technology's exception and turned into {@link Outcome.Failed} at the border of the use case or command.
 */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    /** Takes the failure to show; its cause becomes the cause of this exception. */
    public StoreException(Failure failure) {
        super(failure.sentence(), failure.cause().orElse(null));
        this.failure = failure;
    }

    /** {@return what to tell the person} */
    public Failure failure() {
        return failure;
    }
}
