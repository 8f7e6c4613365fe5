package io.quantloom.engine.model;

/** A registered version, loaded and verified: a model, or a strategy without a model. Closing it frees what it holds. */
public sealed interface ServedVersion extends AutoCloseable permits ServedModel, ServedStrategy {

    /** {@return the registered model} */
    String name();

    /** {@return its version} */
    int version();

    /** {@return whether its gates were run and passed} */
    boolean gated();

    @Override
    void close();
}
