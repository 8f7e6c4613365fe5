package io.quantloom.ui.task;

import io.quantloom.engine.base.Subscription;
import java.util.ArrayList;
import java.util.List;

/** A bag of registrations that end together, on {@code detach()}. Used by one thread. */
public final class Subscriptions implements AutoCloseable {

    private final List<Subscription> open = new ArrayList<>();

    /** Puts an engine registration into the bag. */
    public void add(Subscription subscription) {
        open.add(subscription);
    }

    /** Puts a registration with a JavaFX property into the bag. */
    public void add(javafx.util.Subscription subscription) {
        open.add(subscription::unsubscribe);
    }

    /** Ends all registrations; the bag can be filled again. */
    @Override
    public void close() {
        open.forEach(Subscription::close);
        open.clear();
    }
}
