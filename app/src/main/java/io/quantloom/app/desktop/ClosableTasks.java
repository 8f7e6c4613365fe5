package io.quantloom.app.desktop;

import io.quantloom.app.lifecycle.EitherCanceled;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.Subscription;
import io.quantloom.ui.task.TaskHandle;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.TaskSpec;
import java.util.function.Consumer;
import javafx.collections.ObservableList;

/**
 * Runs work that can be canceled all at once, from any thread: when the process is told to end, the toolkit may be gone
 * already and its list of tasks out of reach.
 */
final class ClosableTasks implements TaskRunner {

    private final TaskRunner tasks;
    private final Closing closing = new Closing();

    ClosableTasks(TaskRunner tasks) {
        this.tasks = tasks;
    }

    /** Asks all work to stop, that which is still to be started too. */
    void cancelAll() {
        closing.begun = true;
    }

    @Override
    public <T> TaskHandle<T> start(TaskSpec spec, Work<T> work) {
        return tasks.start(spec, context -> work.run(new EitherCanceled(context, closing)));
    }

    @Override
    public ObservableList<TaskHandle<?>> running() {
        return tasks.running();
    }

    @Override
    public Subscription onEnd(Consumer<TaskHandle<?>> listener) {
        return tasks.onEnd(listener);
    }

    private static final class Closing implements JobContext {
        private volatile boolean begun;

        @Override
        public void report(Progress progress) {
            // Shown by the task's own context.
        }

        @Override
        public boolean isCanceled() {
            return begun;
        }
    }
}
