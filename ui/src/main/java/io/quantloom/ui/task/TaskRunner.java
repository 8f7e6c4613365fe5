package io.quantloom.ui.task;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Subscription;
import java.util.function.Consumer;
import javafx.collections.ObservableList;

/** Runs engine work in the background and brings its end to the JavaFX thread. Safe for use by several threads. */
public interface TaskRunner {

    /** Work that reports to a context and ends with an outcome. */
    @FunctionalInterface
    interface Work<T> {
        /** Does the work on a background thread. */
        Outcome<T> run(JobContext context);
    }

    /** Starts the work and returns its handle at once; the handle changes on the JavaFX thread only. */
    <T> TaskHandle<T> start(TaskSpec spec, Work<T> work);

    /** Starts a read that a screen waits for. */
    default <T> TaskHandle<T> start(String title, Work<T> work) {
        return start(TaskSpec.read(title), work);
    }

    /** {@return the work under way that is old enough to be shown, oldest first; changes on the JavaFX thread only} */
    ObservableList<TaskHandle<?>> running();

    /** Calls the listener on the JavaFX thread with each piece of work that ended. */
    Subscription onEnd(Consumer<TaskHandle<?>> listener);
}
