package io.quantloom.ui.task;

import java.time.Duration;
import java.util.concurrent.Executor;
import javafx.animation.PauseTransition;
import javafx.application.Platform;

/** The thread that owns the screen, as a seam. Both methods may be called from any thread. */
public interface UiThread extends Executor {

    /** Runs the action on the screen's thread, after those given before it. */
    @Override
    void execute(Runnable action);

    /** Runs the action on the screen's thread, not before the delay has passed. */
    void executeAfter(Duration delay, Runnable action);

    /** {@return whether the caller is on the screen's thread} */
    default boolean isCurrent() {
        return true;
    }

    /** {@return the JavaFX thread} */
    static UiThread javaFx() {
        return new UiThread() {
            @Override
            public boolean isCurrent() {
                return Platform.isFxApplicationThread();
            }

            @Override
            public void execute(Runnable action) {
                Platform.runLater(action);
            }

            @Override
            public void executeAfter(Duration delay, Runnable action) {
                Platform.runLater(() -> {
                    PauseTransition pause = new PauseTransition(javafx.util.Duration.seconds(delay.toNanos() / 1e9));
                    pause.setOnFinished(_ -> action.run());
                    pause.play();
                });
            }
        };
    }

    /** {@return the calling thread, without any delay: for tests and for work without a screen} */
    static UiThread direct() {
        return new UiThread() {
            @Override
            public void execute(Runnable action) {
                action.run();
            }

            @Override
            public void executeAfter(Duration delay, Runnable action) {
                action.run();
            }
        };
    }
}
