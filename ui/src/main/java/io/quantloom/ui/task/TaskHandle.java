package io.quantloom.ui.task;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.base.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A piece of background work as the screen sees it. Properties change on the JavaFX thread only; {@link #cancel} may be
 * called from any.
 *
 * @param <T> type of the value on success
 */
public final class TaskHandle<T> {

    private static final Logger LOG = LoggerFactory.getLogger(TaskHandle.class);

    /** Where the work stands. */
    public sealed interface State<T> {
        /** Waits for its turn. */
        record Waiting<T>() implements State<T> {}

        /** Under way. */
        record Running<T>() implements State<T> {}

        /** Ended, in whatever way. */
        record Ended<T>(Outcome<T> outcome) implements State<T> {}
    }

    private final TaskSpec spec;
    private final UiThread ui;
    private final InstantSource clock;
    private final Instant started;
    private final Eta estimate = new Eta();
    private final ReadOnlyObjectWrapper<State<T>> state = new ReadOnlyObjectWrapper<>(new State.Waiting<>());
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(Double.NaN);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Duration>> eta = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper canceling = new ReadOnlyBooleanWrapper();
    private final AtomicReference<@Nullable Progress> latest = new AtomicReference<>();
    private volatile boolean canceled;

    TaskHandle(TaskSpec spec, UiThread ui, InstantSource clock) {
        this.spec = spec;
        this.ui = ui;
        this.clock = clock;
        this.started = clock.instant();
    }

    /** Runs the work on the calling thread; a fault in the work becomes a failure. */
    void runNow(TaskRunner.Work<T> work) {
        if (canceled) {
            end(Outcome.canceled());
            return;
        }
        ui.execute(() -> state.set(new State.Running<>()));
        Outcome<T> outcome;
        try {
            outcome = work.run(new Context());
        } catch (StoreException e) {
            LOG.error("{}: the store did not do its part", spec.title(), e);
            outcome = Outcome.failed(e.failure());
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            String code = errorCode(e);
            LOG.error("{}: fault {}", spec.title(), code, e);
            outcome = Outcome.failed(fault(e, code));
        }
        end(outcome);
    }

    private void end(Outcome<T> outcome) {
        ui.execute(() -> {
            canceling.set(false);
            eta.set(Optional.empty());
            state.set(new State.Ended<>(outcome));
        });
    }

    private static Failure fault(Throwable fault, String code) {
        String found = fault.getMessage() == null
                ? fault.getClass().getSimpleName()
                : fault.getClass().getSimpleName() + ": " + fault.getMessage();
        return Failure.of(
                        Failure.Reason.CALCULATION_FAILED,
                        "work without a fault",
                        found,
                        "error code " + code,
                        "copy the details and report them; the log has more")
                .causedBy(fault);
    }

    /** The same fault at the same place has the same code, so that people can find it again. */
    private static String errorCode(Throwable fault) {
        StringBuilder place = new StringBuilder(fault.getClass().getName());
        Arrays.stream(fault.getStackTrace())
                .limit(3)
                .forEach(frame -> place.append('|')
                        .append(frame.getClassName())
                        .append('.')
                        .append(frame.getMethodName()));
        String hex = Sha256.ofText(place.toString()).abbreviated().toUpperCase(Locale.ROOT);
        return hex.substring(0, 4) + "-" + hex.substring(4, 8);
    }

    /** Asks the work to stop; the state turns to an ended one when it has. */
    public void cancel() {
        canceled = true;
        ui.execute(() -> canceling.set(!isEnded()));
    }

    /**
     * Calls back with the outcome on the JavaFX thread: on that thread at once if the work has ended already. May be called
     * from any thread.
     */
    public void onEnd(Consumer<Outcome<T>> callback) {
        if (ui.isCurrent()) {
            follow(callback);
        } else {
            ui.execute(() -> follow(callback));
        }
    }

    private void follow(Consumer<Outcome<T>> callback) {
        // A subscription fires at once with what is there, then with each change: an end comes exactly once.
        state.subscribe(now -> {
            if (now instanceof State.Ended<T>(Outcome<T> outcome)) {
                callback.accept(outcome);
            }
        });
    }

    /** {@return what it is called and how it is treated} */
    public TaskSpec spec() {
        return spec;
    }

    /** {@return for people} */
    public String title() {
        return spec.title();
    }

    /** {@return when it was asked for} */
    public Instant started() {
        return started;
    }

    /** {@return whether it has ended} */
    public boolean isEnded() {
        return state.get() instanceof State.Ended<T>;
    }

    /** {@return where the work stands} */
    public ReadOnlyObjectProperty<State<T>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** {@return the fraction done, in [0, 1]; NaN while it is not known} */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** {@return what is being done, in words; empty before the work said so} */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** {@return the time left; empty while it cannot be told} */
    public ReadOnlyObjectProperty<Optional<Duration>> etaProperty() {
        return eta.getReadOnlyProperty();
    }

    /** {@return whether it was asked to stop and has not yet} */
    public ReadOnlyBooleanProperty cancelingProperty() {
        return canceling.getReadOnlyProperty();
    }

    private void show(Progress progress) {
        fraction.set(progress.fraction());
        message.set(progress.stage());
        eta.set(estimate.after(Duration.between(started, clock.instant()), progress.fraction()));
    }

    private final class Context implements JobContext {
        @Override
        public void report(Progress progress) {
            // One pending update at most: the newest value wins.
            if (latest.getAndSet(progress) == null) {
                ui.execute(() -> {
                    Progress newest = latest.getAndSet(null);
                    if (newest != null && !isEnded()) {
                        show(newest);
                    }
                });
            }
        }

        @Override
        public boolean isCanceled() {
            return canceled;
        }
    }
}
