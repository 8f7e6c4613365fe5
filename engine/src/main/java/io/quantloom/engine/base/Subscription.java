package io.quantloom.engine.base;

/** A registration that can be undone; undoing it twice does nothing. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}
