package io.quantloom.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Partial;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LoaderTest {

    private static final Failure LOST =
            Failure.of(Failure.Reason.UNAVAILABLE, "the store", "a closed one", "", "open it");

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Loader<List<String>> loader = new Loader<>(
            new ExecutorTaskRunner(TaskLane.Executors.all(background::add), UiThread.direct(), InstantSource.system()),
            List::isEmpty);

    private ScreenState<List<String>> state() {
        return loader.stateProperty().get();
    }

    private void work() {
        background.remove().run();
    }

    @Test
    void isEmptyBeforeTheFirstLoad() {
        assertThat(state()).isInstanceOf(ScreenState.Empty.class);
    }

    @Test
    void goesFromLoadingToContent() {
        loader.load("runs", _ -> Outcome.success(List.of("a")));
        assertThat(state()).isInstanceOf(ScreenState.Loading.class);

        work();

        assertThat(state()).isEqualTo(new ScreenState.Content<>(List.of("a")));
    }

    @Test
    void isEmptyWhenThereIsNothing() {
        loader.load("runs", _ -> Outcome.success(List.of()));

        work();

        assertThat(state()).isInstanceOf(ScreenState.Empty.class);
    }

    @Test
    void failsWithTheFailureOfTheFirstLoad() {
        loader.load("runs", _ -> Outcome.failed(LOST));

        work();

        assertThat(state()).isEqualTo(new ScreenState.Failed<>(LOST));
    }

    @Test
    void keepsTheLastDataWhenARefreshFails() {
        loader.load("runs", _ -> Outcome.success(List.of("a")));
        work();

        loader.load("runs", _ -> Outcome.failed(LOST));
        assertThat(state()).isInstanceOf(ScreenState.Content.class);
        work();

        assertThat(state()).isEqualTo(new ScreenState.Partial<>(List.of("a"), List.of(LOST)));
    }

    @Test
    void ignoresTheEndOfALoadThatWasReplaced() {
        loader.load("old", _ -> Outcome.success(List.of("old")));
        loader.load("new", _ -> Outcome.success(List.of("new")));

        work();
        assertThat(state()).isInstanceOf(ScreenState.Loading.class);
        work();

        assertThat(state()).isEqualTo(new ScreenState.Content<>(List.of("new")));
    }

    @Test
    void showsPartsThatFailedBesideThoseThatDidNot() {
        loader.loadPartial("runs", _ -> Outcome.success(new Partial<>(List.of("a"), List.of(LOST))));

        work();

        assertThat(state()).isEqualTo(new ScreenState.Partial<>(List.of("a"), List.of(LOST)));
    }

    @Test
    void saysThatAFirstLoadWasCanceled() {
        loader.load("runs", _ -> Outcome.success(List.of("a")));

        loader.cancel();
        work();

        assertThat(state()).isInstanceOf(ScreenState.Failed.class);
    }
}
