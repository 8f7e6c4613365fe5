package io.quantloom.app.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quantloom.app.config.Surroundings;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.StoreException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Phaser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers other processes on the socket of the workspace this process holds. Each request runs on a thread of its own, a
 * platform thread, because training would keep a virtual one from ever yielding. Closing it takes no new request and waits
 * for those under way.
 */
public final class CommandServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CommandServer.class);

    private final Path workspace;
    private final Holder holder;
    private final CommandHost host;
    private final ServerSocketChannel socket;
    private final Phaser underWay = new Phaser(1);
    private volatile boolean closing;

    private CommandServer(Path workspace, Holder holder, CommandHost host, ServerSocketChannel socket) {
        this.workspace = workspace;
        this.holder = holder;
        this.host = host;
        this.socket = socket;
    }

    /**
     * Begins to answer. The caller holds the lock of the workspace.
     *
     * @param command what this process runs, for people
     * @param since when it took the workspace
     */
    public static CommandServer start(
            Path workspace, Surroundings surroundings, String command, Instant since, CommandHost host) {
        IOException refusal = new IOException("no place for a socket");
        for (Path path : SocketPath.candidates(workspace, surroundings)) {
            try {
                ServerSocketChannel socket = bind(path);
                var holder =
                        new Holder(ProcessHandle.current().pid(), since.truncatedTo(ChronoUnit.SECONDS), command, path);
                holder.write(workspace);
                var server = new CommandServer(workspace, holder, host, socket);
                Thread.ofPlatform().daemon().name("command-server").start(server::accept);
                return server;
            } catch (IOException e) {
                refusal = e;
            }
        }
        throw new StoreException(Failure.of(
                        Failure.Reason.UNAVAILABLE,
                        "a Unix socket for other processes",
                        refusal.toString(),
                        workspace.toString(),
                        "make the folder writable")
                .causedBy(refusal));
    }

    private static ServerSocketChannel bind(Path path) throws IOException {
        // What is there was left by a process that died: we hold the lock.
        Files.deleteIfExists(path);
        ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            socket.bind(UnixDomainSocketAddress.of(path));
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            }
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** {@return how other processes see this one} */
    public Holder holder() {
        return holder;
    }

    /** {@return how many commands of other processes run now} */
    public int requestsUnderWay() {
        return underWay.getUnarrivedParties() - 1;
    }

    /** Takes no new request, waits for those under way, and removes the socket. */
    @Override
    public void close() {
        closing = true;
        underWay.arriveAndAwaitAdvance();
        try {
            socket.close();
            Holder.remove(workspace);
            Files.deleteIfExists(holder.socket());
        } catch (IOException e) {
            LOG.warn("The socket {} could not be removed", holder.socket(), e);
        }
    }

    private void accept() {
        while (socket.isOpen()) {
            try {
                SocketChannel channel = socket.accept();
                // Registered first: close() waits for every request that was registered before it looked.
                underWay.register();
                if (closing) {
                    underWay.arriveAndDeregister();
                    channel.close();
                    continue;
                }
                Thread.ofPlatform().daemon().name("command-request").start(() -> {
                    try {
                        answer(channel);
                    } finally {
                        underWay.arriveAndDeregister();
                    }
                });
            } catch (IOException e) {
                if (!closing) {
                    LOG.warn("A request on {} could not be taken", holder.socket(), e);
                }
            }
        }
    }

    private void answer(SocketChannel channel) {
        try (var connection = new Connection(channel)) {
            JsonNode request = connection.receive().orElse(null);
            if (request == null) {
                return;
            }
            var accepted = JsonNodeFactory.instance.objectNode();
            accepted.putObject("accepted").put("pid", holder.pid());
            connection.send(accepted);
            int exit = run(request(request), connection);
            connection.send(JsonNodeFactory.instance.objectNode().put("exit", exit));
        } catch (IOException e) {
            // The other process is gone: its command was canceled, there is nobody to tell.
            LOG.debug("A request on {} ended early", holder.socket(), e);
        }
    }

    private int run(CommandRequest request, Connection connection) {
        var out = new PrintWriter(new StreamWriter(connection, "out"));
        var err = new PrintWriter(new StreamWriter(connection, "err"), true);
        var caller = new Caller();
        Thread.ofVirtual().name("command-caller").start(() -> caller.waitForEnd(connection));
        int exit = 1;
        try {
            exit = host.run(request, out, err, caller);
        } catch (RuntimeException e) {
            // The border of the task: the other process is told, this one lives.
            LOG.error("The command {} of another process ended by a fault", request.arguments(), e);
            err.println("quantloom: a fault in the process that holds the workspace ended the command: " + e);
        }
        out.flush();
        err.flush();
        return exit;
    }

    private static CommandRequest request(JsonNode node) {
        List<String> arguments = new ArrayList<>();
        node.path("args").forEach(argument -> arguments.add(argument.asText()));
        return new CommandRequest(
                arguments,
                Path.of(node.path("cwd").asText()),
                node.path("terminal").asBoolean());
    }
}
