package io.quantloom.engine.strategy.custom;

import io.quantloom.engine.base.Failure;

/** A custom strategy that broke at a bar; ends at the border of the work that ran it. */
public final class StrategyFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    /** Takes what to tell people, with the fault behind it as its cause. */
    public StrategyFault(Failure failure) {
        super(failure.sentence(), failure.cause().orElse(null));
        this.failure = failure;
    }

    /** {@return what to tell people} */
    public Failure failure() {
        return failure;
    }
}
