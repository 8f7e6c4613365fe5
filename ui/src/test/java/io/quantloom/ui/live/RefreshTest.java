package io.quantloom.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Outcome;
import io.quantloom.ui.task.ExecutorTaskRunner;
import io.quantloom.ui.task.Loader;
import io.quantloom.ui.task.TaskLane;
import io.quantloom.ui.task.UiThread;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class RefreshTest {

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final UiThread ui = new UiThread() {
        @Override
        public void execute(Runnable action) {
            action.run();
        }

        @Override
        public void executeAfter(Duration delay, Runnable action) {
            later.add(action);
        }
    };
    private final Loader<String> loader = new Loader<>(
            new ExecutorTaskRunner(TaskLane.Executors.all(background::add), ui, InstantSource.system()),
            String::isEmpty);
    private final Refresh<String> refresh = new Refresh<>(loader, ui);
    private final List<String> loaded = new ArrayList<>();

    @Test
    void requestsDuringALoadBecomeOneMoreLoadAfterThePause() {
        for (String name : List.of("first", "second", "third")) {
            request(name);
        }
        drain(background);

        assertThat(loader.data()).contains("first");
        drain(later);
        drain(background);
        assertThat(loader.data()).contains("third");
        assertThat(loaded).containsExactly("first", "third");
    }

    @Test
    void aRequestAfterThePauseLoadsAtOnce() {
        request("first");
        drain(background);
        drain(later);
        request("second");
        drain(background);

        assertThat(loader.data()).contains("second");
    }

    @Test
    void aRestartForgetsWhatWasWaitingAndLoadsAtOnce() {
        request("first");
        request("second");
        refresh.restart("other", _ -> Outcome.success("other"));
        drain(background);
        drain(later);
        drain(background);

        assertThat(loader.data()).contains("other");
        assertThat(loaded).isEmpty();
    }

    private void request(String name) {
        refresh.request(name, _ -> {
            loaded.add(name);
            return Outcome.success(name);
        });
    }

    private static void drain(Queue<Runnable> queue) {
        for (int n = queue.size(); n > 0; n--) {
            queue.remove().run();
        }
    }
}
