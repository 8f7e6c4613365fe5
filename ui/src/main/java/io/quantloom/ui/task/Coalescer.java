package io.quantloom.ui.task;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one throttle between a feed and the pixels: takes values from any thread at any rate and gives the newest to the
 * JavaFX thread, at most 20 times a second. A value that came while another was shown is shown after the pause; none but
 * the newest survives.
 *
 * @param <T> type of the values
 */
public final class Coalescer<T> {

    private static final Duration FRAME = Duration.ofMillis(50);

    private final UiThread ui;
    private final Duration pause;
    private final Consumer<? super T> sink;
    private final AtomicReference<@Nullable T> newest = new AtomicReference<>();
    private boolean pausing;

    /** Takes the thread that owns the screen and what is called on it, at most 20 times a second. */
    public Coalescer(UiThread ui, Consumer<? super T> sink) {
        this(ui, FRAME, sink);
    }

    /** Takes the thread that owns the screen, the shortest time between two calls, and what is called. */
    public Coalescer(UiThread ui, Duration pause, Consumer<? super T> sink) {
        this.ui = ui;
        this.pause = pause;
        this.sink = sink;
    }

    /** Offers a value; it replaces one that was not shown yet. */
    public void offer(T value) {
        if (newest.getAndSet(value) == null) {
            ui.execute(this::show);
        }
    }

    private void show() {
        if (pausing) {
            return;
        }
        T value = newest.getAndSet(null);
        if (value == null) {
            return;
        }
        pausing = true;
        sink.accept(value);
        ui.executeAfter(pause, () -> {
            pausing = false;
            show();
        });
    }
}
