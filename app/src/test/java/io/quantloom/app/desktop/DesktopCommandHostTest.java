package io.quantloom.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantloom.app.lifecycle.CommandHost;
import io.quantloom.app.lifecycle.CommandRequest;
import io.quantloom.engine.base.JobContext;
import io.quantloom.ui.task.ExecutorTaskRunner;
import io.quantloom.ui.task.TaskHandle;
import io.quantloom.ui.task.TaskLane;
import io.quantloom.ui.task.UiThread;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class DesktopCommandHostTest {
    private final AtomicInteger raised = new AtomicInteger();
    private final ExecutorTaskRunner tasks = new ExecutorTaskRunner(
            TaskLane.Executors.all(work -> Thread.ofVirtual().start(work)), UiThread.direct(), InstantSource.system());

    @Test
    void theExitCodeIsThatOfTheCommand() {
        assertThat(host((_, _, _, _) -> 3).run(request("registry", "promote"), writer(), writer(), JobContext.none()))
                .isEqualTo(3);
    }

    @Test
    void theCommandIsAJobOfTheWindowAndCanBeCanceledThere() throws Exception {
        var begun = new CountDownLatch(1);
        var host = host((_, _, _, job) -> {
            begun.countDown();
            while (!job.isCanceled()) {
                Thread.onSpinWait();
            }
            return 130;
        });
        var exit = CompletableFuture.supplyAsync(
                () -> host.run(request("factory", "run", "a.yaml"), writer(), writer(), JobContext.none()));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        TaskHandle<?> job = tasks.running().getFirst();
        assertThat(job.title()).isEqualTo("quantloom factory run a.yaml");
        job.cancel();

        assertThat(exit.get()).isEqualTo(130);
    }

    @Test
    void aFaultInTheCommandEndsTheJobToo() throws Exception {
        var ended = new CountDownLatch(1);
        tasks.onEnd(_ -> ended.countDown());
        var host = host((_, _, _, _) -> {
            throw new IllegalStateException("a fault on purpose");
        });

        assertThatThrownBy(() -> host.run(request("data", "list"), writer(), writer(), JobContext.none()))
                .hasMessage("a fault on purpose");

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void raisingBringsTheWindowToTheFront() {
        assertThat(host((_, _, _, _) -> 0).raise()).isTrue();

        assertThat(raised).hasValue(1);
    }

    private DesktopCommandHost host(Command command) {
        return new DesktopCommandHost(
                new CommandHost() {
                    @Override
                    public int run(CommandRequest request, PrintWriter out, PrintWriter err, JobContext caller) {
                        return command.run(request, out, err, caller);
                    }

                    @Override
                    public boolean raise() {
                        return false;
                    }
                },
                tasks,
                raised::incrementAndGet);
    }

    private static CommandRequest request(String... arguments) {
        return new CommandRequest(List.of(arguments), Path.of("/"), false);
    }

    private static PrintWriter writer() {
        return new PrintWriter(new StringWriter());
    }

    private interface Command {
        int run(CommandRequest request, PrintWriter out, PrintWriter err, JobContext job);
    }
}
