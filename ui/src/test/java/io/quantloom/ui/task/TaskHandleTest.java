package io.quantloom.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.StoreException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class TaskHandleTest {

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final QueueThread ui = new QueueThread();
    private Instant now = Instant.parse("2026-11-20T14:00:00Z");
    private final InstantSource clock = () -> now;
    private final ExecutorTaskRunner tasks = new ExecutorTaskRunner(TaskLane.Executors.all(background::add), ui, clock);
    private final List<Outcome<Integer>> ends = new ArrayList<>();

    private TaskHandle<Integer> start(TaskRunner.Work<Integer> work) {
        TaskHandle<Integer> handle = tasks.start("work", work);
        handle.onEnd(ends::add);
        return handle;
    }

    private void work() {
        background.remove().run();
        ui.runAll();
    }

    @Test
    void endsWithTheValueOfTheWork() {
        start(_ -> Outcome.success(7));

        work();

        assertThat(ends).containsExactly(Outcome.success(7));
    }

    @Test
    void turnsAFaultIntoAFailureWithACodeThatStaysTheSame() {
        TaskRunner.Work<Integer> broken = _ -> {
            throw new IllegalStateException("no such fold");
        };
        start(broken);
        start(broken);

        work();
        work();

        Failure first = failure(0);
        assertThat(first.reason()).isEqualTo(Failure.Reason.CALCULATION_FAILED);
        assertThat(first.found()).isEqualTo("IllegalStateException: no such fold");
        assertThat(first.where()).matches("error code [0-9A-F]{4}-[0-9A-F]{4}");
        assertThat(first.cause()).isPresent();
        assertThat(failure(1).where()).isEqualTo(first.where());
    }

    @Test
    void passesOnWhatTheStoreSaid() {
        Failure full = Failure.of(Failure.Reason.UNAVAILABLE, "room on the disk", "none", "", "free some");
        start(_ -> {
            throw new StoreException(full);
        });

        work();

        assertThat(failure(0)).isEqualTo(full);
    }

    @Test
    void neverRunsWhatWasCanceledBeforeItsTurn() {
        List<String> ran = new ArrayList<>();
        TaskHandle<Integer> handle = start(_ -> {
            ran.add("ran");
            return Outcome.success(1);
        });

        handle.cancel();
        work();

        assertThat(ran).isEmpty();
        assertThat(ends).containsExactly(Outcome.canceled());
    }

    @Test
    void showsThatItCancelsUntilTheWorkHasStopped() {
        List<Boolean> seen = new ArrayList<>();
        List<TaskHandle<Integer>> handles = new ArrayList<>();
        handles.add(start(context -> {
            handles.getFirst().cancel();
            ui.runAll();
            seen.add(handles.getFirst().cancelingProperty().get());
            return context.isCanceled() ? Outcome.canceled() : Outcome.success(1);
        }));

        work();

        assertThat(seen).containsExactly(true);
        assertThat(handles.getFirst().cancelingProperty().get()).isFalse();
        assertThat(ends).containsExactly(Outcome.canceled());
    }

    @Test
    void conflatesProgressToTheNewestValue() {
        List<Number> shown = new ArrayList<>();
        TaskHandle<Integer> handle = start(context -> {
            for (int i = 0; i <= 1000; i++) {
                context.report(Progress.of("bar " + i, i, 1000));
            }
            return Outcome.success(1);
        });
        handle.fractionProperty().subscribe((_, fraction) -> shown.add(fraction));

        work();

        assertThat(shown).containsExactly(1.0);
        assertThat(handle.messageProperty().get()).isEqualTo("bar 1000");
    }

    @Test
    void tellsTheTimeLeftFromTheRate() {
        TaskHandle<Integer> handle = start(context -> {
            report(context, 10, 0.1);
            report(context, 20, 0.2);
            return Outcome.success(1);
        });
        List<Object> left = new ArrayList<>();
        handle.etaProperty().subscribe((_, eta) -> eta.ifPresent(time -> left.add(time.toSeconds())));

        work();

        assertThat(left).containsExactly(90L, 80L);
    }

    private void report(JobContext context, int seconds, double fraction) {
        now = Instant.parse("2026-11-20T14:00:00Z").plusSeconds(seconds);
        context.report(new Progress("", fraction));
        ui.runAll();
    }

    @Test
    void showsOnlyWorkThatTakesLongerThanAMoment() {
        start(_ -> Outcome.success(1));
        start(_ -> Outcome.success(2));
        work();

        ui.passTime();

        assertThat(tasks.running()).hasSize(1);
        work();
        assertThat(tasks.running()).isEmpty();
    }

    private Failure failure(int index) {
        return ((Outcome.Failed<Integer>) ends.get(index)).failure();
    }
}
