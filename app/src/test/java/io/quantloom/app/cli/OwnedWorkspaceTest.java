package io.quantloom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.app.config.Surroundings;
import io.quantloom.app.lifecycle.Holder;
import io.quantloom.app.wiring.Application;
import io.quantloom.app.wiring.MemoryWorkspace;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class OwnedWorkspaceTest {
    @TempDir
    private Path folder;

    private final MemoryWorkspace workspace = new MemoryWorkspace();

    @Test
    void aSecondCommandIsRunByTheHolder() throws Exception {
        try (var holder = new HoldingThread()) {
            Shell.Said said = shell().json("data", "list");

            assertThat(said.exit()).isZero();
            assertThat(said.json().path("series").isArray()).isTrue();
            assertThat(holder.stillHolds()).isTrue();
        }
    }

    @Test
    void relativePathsAreThoseOfTheCaller() throws Exception {
        try (var _ = new HoldingThread()) {
            Shell.Said said = shell().run("data", "export", "NONE", "--out", "x.csv");

            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.err()).contains("an empty store");
        }
    }

    @Test
    void withoutAWindowThereIsNothingToRaise() throws Exception {
        try (var _ = new HoldingThread()) {
            Shell.Said said = shell().run();

            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.err()).contains("process " + ProcessHandle.current().pid() + " holds it without a window");
        }
    }

    @Test
    void anotherWorkspaceIsNotAffected(@TempDir Path other) throws Exception {
        try (var _ = new HoldingThread()) {
            assertThat(new Shell(other, new MemoryWorkspace())
                            .run("data", "list")
                            .out())
                    .contains("No series yet");
        }
    }

    @Test
    void aHolderThatDoesNotAnswerIsNamed() throws IOException {
        Path socket = folder.resolve("workspace.sock");
        try (var listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                var _ = workspace.open(folder).orThrow()) {
            listening.bind(UnixDomainSocketAddress.of(socket));
            new Holder(4711, Instant.parse("2026-01-01T00:00:00Z"), "factory run a.yaml", socket).write(folder);

            Shell.Said said = shell().json("data", "list");

            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.err())
                    .contains("4711")
                    .contains("2026-01-01T00:00:00Z")
                    .contains("3 s");
            assertThat(said.json().at("/error/reason").asText()).isEqualTo("conflict");
        }
    }

    @Test
    void aWorkspaceThatIsBeingReleasedIsTakenOver() throws Exception {
        Application closing = workspace.open(folder).orThrow();
        var said = CompletableFuture.supplyAsync(() -> shell().run("data", "list"));
        assertThat(said.isDone()).isFalse();
        closing.close();

        assertThat(said.get().exit()).isZero();
    }

    private Shell shell() {
        return new Shell(folder, workspace);
    }

    /** Holds the workspace as a process with a long command does. */
    private final class HoldingThread implements AutoCloseable {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch enough = new CountDownLatch(1);
        private final CompletableFuture<Void> ended;

        HoldingThread() throws InterruptedException {
            ended = CompletableFuture.runAsync(this::hold);
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        }

        boolean stillHolds() {
            return !ended.isDone();
        }

        private void hold() {
            var terminal = new io.quantloom.app.cli.session.Terminal(
                    new java.io.PrintWriter(new java.io.StringWriter()),
                    new java.io.PrintWriter(new java.io.StringWriter()),
                    false,
                    Surroundings.ofThisProcess());
            var request = new io.quantloom.app.lifecycle.CommandRequest(
                    java.util.List.of("factory", "run", "long.yaml"), folder, false);
            new OwnedWorkspace(
                            request,
                            terminal,
                            workspace,
                            java.time.InstantSource.system(),
                            io.quantloom.engine.base.JobContext.none())
                    .run(folder, _ -> {
                        begun.countDown();
                        try {
                            return enough.await(20, TimeUnit.SECONDS) ? 0 : 1;
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .orThrow();
        }

        @Override
        public void close() {
            enough.countDown();
            ended.join();
        }
    }
}
