package io.quantloom.engine.base;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The one hub between the engine and those who look on. Subscribers run on the publisher's thread, in the order of
 * their registration; they must be quick. Safe for use by several threads.
 */
public final class Events {

    private final CopyOnWriteArrayList<Entry<?>> entries = new CopyOnWriteArrayList<>();

    /** Calls the subscriber for each later event of the kind, until the subscription is closed. */
    public <E extends Event> Subscription subscribe(Class<E> kind, Consumer<? super E> subscriber) {
        var entry = new Entry<E>(kind, subscriber);
        entries.add(entry);
        return () -> entries.remove(entry);
    }

    /** Tells every subscriber of the event's kind. */
    public void publish(Event event) {
        for (Entry<?> entry : entries) {
            entry.offer(event);
        }
    }

    // A class, not a record: two registrations of one subscriber are two entries.
    private static final class Entry<E extends Event> {
        private final Class<E> kind;
        private final Consumer<? super E> subscriber;

        Entry(Class<E> kind, Consumer<? super E> subscriber) {
            this.kind = kind;
            this.subscriber = subscriber;
        }

        void offer(Event event) {
            if (kind.isInstance(event)) {
                subscriber.accept(kind.cast(event));
            }
        }
    }
}
