package io.quantloom.ui.task;

import io.quantloom.engine.base.Subscription;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A task runner over executors for the work and the thread that owns the screen. */
public final class ExecutorTaskRunner implements TaskRunner {

    /** Work shorter than this is never shown: no flicker. */
    private static final Duration SHOWN_AFTER = Duration.ofMillis(300);

    private final TaskLane.Executors executors;
    private final UiThread ui;
    private final InstantSource clock;
    private final ObservableList<TaskHandle<?>> running = FXCollections.observableArrayList();
    private final ObservableList<TaskHandle<?>> readOnlyRunning = FXCollections.unmodifiableObservableList(running);
    private final CopyOnWriteArrayList<Consumer<TaskHandle<?>>> listeners = new CopyOnWriteArrayList<>();

    /** Takes where work runs and who owns the screen. */
    public ExecutorTaskRunner(TaskLane.Executors executors, UiThread ui, InstantSource clock) {
        this.executors = executors;
        this.ui = ui;
        this.clock = clock;
    }

    /** Returns a runner that does everything at once on the calling thread: for tests. */
    public static ExecutorTaskRunner direct() {
        return new ExecutorTaskRunner(TaskLane.Executors.all(Runnable::run), UiThread.direct(), InstantSource.system());
    }

    @Override
    public <T> TaskHandle<T> start(TaskSpec spec, Work<T> work) {
        TaskHandle<T> handle = new TaskHandle<>(spec, ui, clock);
        ui.executeAfter(SHOWN_AFTER, () -> {
            if (!handle.isEnded()) {
                running.add(handle);
            }
        });
        ui.execute(() -> handle.onEnd(_ -> {
            running.remove(handle);
            listeners.forEach(listener -> listener.accept(handle));
        }));
        executors.of(spec.lane()).execute(() -> handle.runNow(work));
        return handle;
    }

    @Override
    public ObservableList<TaskHandle<?>> running() {
        return readOnlyRunning;
    }

    @Override
    public Subscription onEnd(Consumer<TaskHandle<?>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
