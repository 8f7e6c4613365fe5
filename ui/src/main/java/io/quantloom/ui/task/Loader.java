package io.quantloom.ui.task;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Partial;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Loads the data of a screen or panel and keeps its state. A new load replaces the one under way: that is canceled and its
 * end ignored. While data are shown a further load does not take them away; if it fails they stay, as partial. Used on the
 * JavaFX thread.
 *
 * @param <T> type of the data
 */
public final class Loader<T> {

    private final TaskRunner tasks;
    private final Predicate<? super T> isEmpty;
    private final ReadOnlyObjectWrapper<ScreenState<T>> state = new ReadOnlyObjectWrapper<>(new ScreenState.Empty<>());
    private @Nullable TaskHandle<Partial<T>> current;

    /** Takes who runs the loads and which data count as nothing. */
    public Loader(TaskRunner tasks, Predicate<? super T> isEmpty) {
        this.tasks = tasks;
        this.isEmpty = isEmpty;
    }

    /** {@return what to show} */
    public ReadOnlyObjectProperty<ScreenState<T>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** {@return the data shown, if there are any} */
    public Optional<T> data() {
        return state.get().shown();
    }

    /** Starts a load of something else: what is shown now goes away. */
    public TaskHandle<?> loadAnew(String title, TaskRunner.Work<T> work) {
        clear();
        return load(title, work);
    }

    /** Starts a load; while data are shown they stay until it has ended. */
    public TaskHandle<?> load(String title, TaskRunner.Work<T> work) {
        return loadPartial(title, context -> work.run(context).map(value -> new Partial<>(value, List.of())));
    }

    /** Starts a load of which parts may fail. */
    public TaskHandle<?> loadPartial(String title, TaskRunner.Work<Partial<T>> work) {
        if (current != null) {
            current.cancel();
        }
        TaskHandle<Partial<T>> handle = tasks.start(title, work);
        current = handle;
        if (data().isEmpty() && !handle.isEnded()) {
            state.set(new ScreenState.Loading<>(handle));
        }
        handle.onEnd(outcome -> {
            if (current == handle) {
                current = null;
                state.set(after(outcome));
            }
        });
        return handle;
    }

    /** Stops the load under way and shows nothing. */
    public void clear() {
        cancel();
        current = null;
        state.set(new ScreenState.Empty<>());
    }

    /** Asks the load under way to stop. */
    public void cancel() {
        if (current != null) {
            current.cancel();
        }
    }

    /** Shows data that came by another way, for example with an event; replaces a load under way. */
    public void show(T data) {
        cancel();
        current = null;
        state.set(complete(data));
    }

    private ScreenState<T> after(Outcome<Partial<T>> outcome) {
        return switch (outcome) {
            case Outcome.Success<Partial<T>>(Partial<T> value) ->
                value.isComplete()
                        ? complete(value.value())
                        : new ScreenState.Partial<>(value.value(), value.failures());
            case Outcome.Failed<Partial<T>>(Failure failure) -> failed(failure);
            case Outcome.Canceled<Partial<T>> _ -> canceled();
        };
    }

    private ScreenState<T> complete(T data) {
        return isEmpty.test(data) ? new ScreenState.Empty<>() : new ScreenState.Content<>(data);
    }

    private ScreenState<T> failed(Failure failure) {
        return data().<ScreenState<T>>map(data -> new ScreenState.Partial<>(data, List.of(failure)))
                .orElseGet(() -> new ScreenState.Failed<>(failure));
    }

    private ScreenState<T> canceled() {
        return data().isPresent()
                ? state.get()
                : new ScreenState.Failed<>(Failure.of(
                        Failure.Reason.MISSING_DATA,
                        "the data to be loaded",
                        "a canceled load",
                        "",
                        "load them again"));
    }
}
