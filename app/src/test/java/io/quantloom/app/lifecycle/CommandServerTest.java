package io.quantloom.app.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.app.config.Surroundings;
import io.quantloom.engine.base.JobContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class CommandServerTest {
    private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path workspace;

    @Test
    void theCommandRunsThereAndSpeaksHere() {
        try (var _ = serve((request, out, err, _) -> {
            out.println("ran " + request.arguments() + " in " + request.workingFolder());
            err.println("terminal " + request.terminal());
            return 3;
        })) {
            assertThat(ask("data", "list")).isEqualTo(new CommandClient.Answer.Ended(3));
        }
        assertThat(out.toString().strip()).isEqualTo("ran [data, list] in " + workspace);
        assertThat(err.toString().strip()).isEqualTo("terminal true");
    }

    @Test
    void largeOutputArrivesWholeAndInOrder() {
        var expected = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            expected.append("line ").append(i).append(" €\n");
        }
        try (var _ = serve((_, out, _, _) -> {
            out.print(expected);
            return 0;
        })) {
            ask("big");
        }
        assertThat(out.toString()).isEqualTo(expected.toString());
    }

    @Test
    void progressArrivesWhileTheCommandRuns() throws Exception {
        var seen = new CountDownLatch(1);
        try (var _ = serve((_, _, err, _) -> {
            err.print("half way");
            err.flush();
            return await(seen) ? 0 : 1;
        })) {
            var answer = CompletableFuture.supplyAsync(() -> ask("slow"));
            while (!err.toString().contains("half way")) {
                Thread.onSpinWait();
            }
            seen.countDown();
            assertThat(answer.get()).isEqualTo(new CommandClient.Answer.Ended(0));
        }
    }

    @Test
    void cancelingHereCancelsThereAndTheEndIsWaitedFor() {
        var canceled = new AtomicBoolean();
        try (var _ = serve((_, out, _, caller) -> {
            canceled.set(true);
            while (!caller.isCanceled()) {
                Thread.onSpinWait();
            }
            out.println("what was done until then");
            return 130;
        })) {
            var client = new CommandClient(Holder.read(workspace).orElseThrow(), PATIENCE);
            var answer = client.run(request("slow"), new PrintWriter(out), new PrintWriter(err), canceled::get);
            assertThat(answer).isEqualTo(new CommandClient.Answer.Ended(130));
        }
        assertThat(out.toString()).contains("what was done until then");
    }

    @Test
    void aCallerThatDiesCancelsItsCommand() throws Exception {
        var begun = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        try (var _ = serve((_, _, _, caller) -> {
            begun.countDown();
            while (!caller.isCanceled()) {
                Thread.onSpinWait();
            }
            ended.countDown();
            return 130;
        })) {
            var channel = java.nio.channels.SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.connect(UnixDomainSocketAddress.of(
                    Holder.read(workspace).orElseThrow().socket()));
            var connection = new Connection(channel);
            connection.send(new com.fasterxml.jackson.databind.ObjectMapper()
                    .readTree("{\"args\":[\"slow\"],\"cwd\":\"/\",\"terminal\":false}"));
            assertThat(await(begun)).isTrue();
            channel.close();
            assertThat(await(ended)).isTrue();
        }
    }

    @Test
    void closingWaitsForCommandsUnderWay() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var server = serve((_, out, _, _) -> {
            begun.countDown();
            await(goOn);
            out.println("done");
            return 0;
        });
        var answer = CompletableFuture.supplyAsync(() -> ask("slow"));
        assertThat(await(begun)).isTrue();
        assertThat(server.requestsUnderWay()).isEqualTo(1);

        var closed = CompletableFuture.runAsync(server::close);
        goOn.countDown();
        closed.get();

        assertThat(answer.get()).isEqualTo(new CommandClient.Answer.Ended(0));
        assertThat(Holder.read(workspace)).isEmpty();
        assertThat(workspace).isEmptyDirectory();
    }

    @Test
    void nobodyListeningIsAbsent() {
        new Holder(1, SINCE, "gone", workspace.resolve("workspace.sock")).write(workspace);

        assertThat(ask("data", "list")).isEqualTo(new CommandClient.Answer.Absent());
    }

    @Test
    void aHolderThatDoesNotAcceptInTimeIsSilent() throws IOException {
        Path socket = workspace.resolve("workspace.sock");
        try (var listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            // Bound, but nobody accepts: the kernel takes the connection all the same.
            listening.bind(UnixDomainSocketAddress.of(socket));
            var client = new CommandClient(new Holder(1, SINCE, "hung", socket), Duration.ofMillis(100));

            var answer = client.run(request("x"), new PrintWriter(out), new PrintWriter(err), () -> false);

            assertThat(answer).isEqualTo(new CommandClient.Answer.Silent());
        }
    }

    @Test
    void aSocketLeftByADeadHolderIsReplaced() throws IOException {
        try (var listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listening.bind(UnixDomainSocketAddress.of(workspace.resolve("workspace.sock")));
        }
        assertThat(workspace.resolve("workspace.sock")).exists();

        try (var _ = serve((_, _, _, _) -> 0)) {
            assertThat(ask("x")).isEqualTo(new CommandClient.Answer.Ended(0));
        }
    }

    @Test
    void aWorkspaceWithALongPathHasItsSocketElsewhere() throws IOException {
        Path deep = Files.createDirectories(workspace.resolve("d".repeat(60)).resolve("e".repeat(60)));
        var surroundings = Surroundings.ofThisProcess();

        try (var server = CommandServer.start(deep, surroundings, "x", SINCE, host((_, _, _, _) -> 7))) {
            assertThat(server.holder().socket().toString().length()).isLessThanOrEqualTo(100);
            var client = new CommandClient(Holder.read(deep).orElseThrow(), PATIENCE);
            assertThat(client.run(request("x"), new PrintWriter(out), new PrintWriter(err), () -> false))
                    .isEqualTo(new CommandClient.Answer.Ended(7));
        }
    }

    @Test
    void aFolderThatHoldsNoSocketHasItElsewhereToo() throws IOException {
        Files.createDirectories(workspace.resolve("workspace.sock").resolve("in the way"));

        try (var server = serve((_, _, _, _) -> 0)) {
            assertThat(server.holder().socket().getParent()).isNotEqualTo(workspace);
            assertThat(ask("x")).isEqualTo(new CommandClient.Answer.Ended(0));
        }
    }

    @Test
    void theHolderFileTellsWhoAndSinceWhen() {
        try (var _ = serve((_, _, _, _) -> 0)) {
            Holder holder = Holder.read(workspace).orElseThrow();

            assertThat(holder.pid()).isEqualTo(ProcessHandle.current().pid());
            assertThat(holder.since()).isEqualTo(SINCE);
            assertThat(holder.command()).isEqualTo("factory run a.yaml");
        }
    }

    @Test
    void aDamagedHolderFileNamesNobody() throws IOException {
        Files.writeString(workspace.resolve("workspace.holder"), "{\"pid\":");

        assertThat(Holder.read(workspace)).isEmpty();
    }

    private CommandServer serve(Command command) {
        return CommandServer.start(workspace, Surroundings.ofThisProcess(), "factory run a.yaml", SINCE, host(command));
    }

    private CommandClient.Answer ask(String... arguments) {
        var client = new CommandClient(Holder.read(workspace).orElseThrow(), PATIENCE);
        return client.run(request(arguments), new PrintWriter(out), new PrintWriter(err), () -> false);
    }

    private CommandRequest request(String... arguments) {
        return new CommandRequest(List.of(arguments), workspace, true);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Command {
        int run(CommandRequest request, PrintWriter out, PrintWriter err, JobContext caller);
    }

    private static CommandHost host(Command command) {
        return new CommandHost() {
            @Override
            public int run(CommandRequest request, PrintWriter out, PrintWriter err, JobContext caller) {
                return command.run(request, out, err, caller);
            }

            @Override
            public boolean raise() {
                return false;
            }
        };
    }
}
