package io.quantloom.ui.training;

import io.quantloom.ui.task.TaskHandle;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.TaskSpec;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The training that a page began and has under way; training begun elsewhere is in the status bar. */
public final class WorkViewModel {

    private final TaskRunner tasks;
    private final String page;
    private final ReadOnlyObjectWrapper<Optional<TaskHandle<?>>> underWay =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Takes who runs it, and the id of the page. */
    public WorkViewModel(TaskRunner tasks, String page) {
        this.tasks = tasks;
        this.page = page;
    }

    /** Begins training; the action follows its end, whatever that is. */
    public <T> void begin(String title, TaskRunner.Work<T> work, Runnable atEnd) {
        TaskHandle<T> handle = tasks.start(TaskSpec.training(title).from(page), work);
        underWay.set(Optional.of(handle));
        handle.onEnd(_ -> {
            if (underWay.get().equals(Optional.of(handle))) {
                underWay.set(Optional.empty());
            }
            atEnd.run();
        });
    }

    /** {@return what is under way} */
    public ReadOnlyObjectProperty<Optional<TaskHandle<?>>> underWayProperty() {
        return underWay.getReadOnlyProperty();
    }
}
