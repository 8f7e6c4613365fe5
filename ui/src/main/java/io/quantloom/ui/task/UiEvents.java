package io.quantloom.ui.task;

import io.quantloom.engine.base.Event;
import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Brings engine events to the JavaFX thread, at most 20 times a second for each subscription. Nothing is delivered after a
 * subscription was closed on the JavaFX thread.
 */
public final class UiEvents {

    private final Events events;
    private final UiThread ui;

    /** Takes the engine's hub and the thread that owns the screen. */
    public UiEvents(Events events, UiThread ui) {
        this.events = events;
        this.ui = ui;
    }

    /** Calls the consumer with the newest event of the kind; older ones that were not shown yet are skipped. */
    public <E extends Event> Subscription onLatest(Class<E> kind, Consumer<? super E> consumer) {
        AtomicBoolean open = new AtomicBoolean(true);
        Coalescer<E> coalescer = new Coalescer<>(ui, event -> {
            if (open.get()) {
                consumer.accept(event);
            }
        });
        return closing(open, events.subscribe(kind, coalescer::offer));
    }

    /** Calls the consumer with every event of the kind, several at a time, oldest first; none is dropped. */
    public <E extends Event> Subscription onEvery(Class<E> kind, Consumer<List<E>> consumer) {
        AtomicBoolean open = new AtomicBoolean(true);
        ConcurrentLinkedQueue<E> queue = new ConcurrentLinkedQueue<>();
        Coalescer<Boolean> signal = new Coalescer<>(ui, _ -> {
            List<E> batch = new ArrayList<>();
            for (E next = queue.poll(); next != null; next = queue.poll()) {
                batch.add(next);
            }
            if (open.get() && !batch.isEmpty()) {
                consumer.accept(batch);
            }
        });
        Subscription inner = events.subscribe(kind, event -> {
            queue.add(event);
            signal.offer(true);
        });
        return closing(open, inner);
    }

    /**
     * Runs the action after events of the kinds, at once after the first and then at most once in the pause, for reads that
     * cost more than a frame.
     */
    public Subscription onAny(Duration pause, Runnable action, List<Class<? extends Event>> kinds) {
        AtomicBoolean open = new AtomicBoolean(true);
        Coalescer<Boolean> signal = new Coalescer<>(ui, pause, _ -> {
            if (open.get()) {
                action.run();
            }
        });
        List<Subscription> inner = new ArrayList<>();
        for (Class<? extends Event> kind : kinds) {
            inner.add(events.subscribe(kind, _ -> signal.offer(true)));
        }
        return closing(open, () -> inner.forEach(Subscription::close));
    }

    private static Subscription closing(AtomicBoolean open, Subscription inner) {
        return () -> {
            open.set(false);
            inner.close();
        };
    }
}
