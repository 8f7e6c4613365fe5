package io.quantloom.ui.live;

import io.quantloom.engine.base.Partial;
import io.quantloom.ui.task.Loader;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.UiThread;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads again when something changed. A {@link Loader} alone drops the load under way for each new one, so a store that
 * changes faster than it can be read would never be shown: here the load under way ends, then a pause, then one more load
 * for all that was asked meanwhile. Used on the JavaFX thread.
 *
 * @param <T> what is loaded
 */
public final class Refresh<T> {

    private static final Duration PAUSE = Duration.ofMillis(400);

    private final Loader<T> loader;
    private final UiThread ui;
    private int turn;
    private boolean busy;
    private @Nullable Request<T> next;

    private record Request<T>(String title, TaskRunner.Work<Partial<T>> work) {}

    /** Takes what holds the state, which from now on is loaded through this object only, and who owns the screen. */
    public Refresh(Loader<T> loader, UiThread ui) {
        this.loader = loader;
        this.ui = ui;
        // A load that was canceled before it began frees nobody.
        loader.stateProperty().subscribe(state -> {
            if (state instanceof ScreenState.Failed<T>) {
                free(turn);
            }
        });
    }

    /** Drops what is shown and what is under way, and loads: the question has changed. */
    public void restart(String title, TaskRunner.Work<T> work) {
        restartPartial(title, context -> work.run(context).map(value -> new Partial<>(value, List.of())));
    }

    /** Like {@link #restart}, for loads of which parts may fail. */
    public void restartPartial(String title, TaskRunner.Work<Partial<T>> work) {
        clear();
        requestPartial(title, work);
    }

    /** Drops what is shown and what is under way: there is no question. */
    public void clear() {
        next = null;
        busy = false;
        turn++;
        loader.clear();
    }

    /** Loads now, or after the pause when a load is under way or has just ended; the newest request counts. */
    public void request(String title, TaskRunner.Work<T> work) {
        requestPartial(title, context -> work.run(context).map(value -> new Partial<>(value, List.of())));
    }

    /** Like {@link #request}, for loads of which parts may fail. */
    public void requestPartial(String title, TaskRunner.Work<Partial<T>> work) {
        if (busy) {
            next = new Request<>(title, work);
            return;
        }
        busy = true;
        int mine = ++turn;
        loader.loadPartial(title, context -> {
            try {
                return work.run(context);
            } finally {
                // After the pause the loader has long been told the end of this load.
                ui.executeAfter(PAUSE, () -> free(mine));
            }
        });
    }

    private void free(int whose) {
        if (whose != turn) {
            return;
        }
        busy = false;
        Request<T> waiting = next;
        next = null;
        if (waiting != null) {
            requestPartial(waiting.title(), waiting.work());
        }
    }
}
