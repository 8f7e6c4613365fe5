package io.quantloom.app.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Sends a command to the process that holds the workspace and passes on what it says. */
public final class CommandClient {

    private static final Duration POLL = Duration.ofMillis(50);

    private final Holder holder;
    private final Duration patience;

    /**
     * Takes whom to ask.
     *
     * @param patience how long the holder may take to accept the request
     */
    public CommandClient(Holder holder, Duration patience) {
        this.holder = holder;
        this.patience = patience;
    }

    /** How a request ended. */
    public sealed interface Answer {

        /** The command ran to its end. */
        record Ended(int exitCode) implements Answer {}

        /** Nobody listens: the holder is gone, or closing. */
        record Absent() implements Answer {}

        /** Somebody listens but did not accept the request in time. */
        record Silent() implements Answer {}

        /** The holder died while the command ran. */
        record Broken() implements Answer {}
    }

    /**
     * Runs the command there. Blocks until its end.
     *
     * @param canceled asked while it runs; once true, the holder is told to cancel and its end is waited for
     */
    public Answer run(CommandRequest request, PrintWriter out, PrintWriter err, BooleanSupplier canceled) {
        SocketChannel channel;
        try {
            channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.connect(UnixDomainSocketAddress.of(holder.socket()));
        } catch (IOException e) {
            return new Answer.Absent();
        }
        var exchange = new Exchange(new Connection(channel), out, err);
        Thread.ofVirtual().name("command-answer").start(() -> exchange.run(request));
        return exchange.await(patience, canceled);
    }

    private static ObjectNode message(CommandRequest request) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        var arguments = message.putArray("args");
        request.arguments().forEach(arguments::add);
        return message.put("cwd", request.workingFolder().toString()).put("terminal", request.terminal());
    }

    /** One request and its answer; one thread talks, another waits. */
    private static final class Exchange {
        private final Connection connection;
        private final PrintWriter out;
        private final PrintWriter err;
        private final CountDownLatch accepted = new CountDownLatch(1);
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile Answer answer = new Answer.Absent();

        Exchange(Connection connection, PrintWriter out, PrintWriter err) {
            this.connection = connection;
            this.out = out;
            this.err = err;
        }

        void run(CommandRequest request) {
            try (connection) {
                connection.send(message(request));
                Optional<JsonNode> received = connection.receive();
                while (received.isPresent() && !take(received.get())) {
                    received = connection.receive();
                }
            } catch (IOException e) {
                // The answer so far tells how far it came.
            } finally {
                accepted.countDown();
                ended.countDown();
            }
        }

        private boolean take(JsonNode message) {
            if (message.has("accepted")) {
                answer = new Answer.Broken();
                accepted.countDown();
            } else if (message.has("out")) {
                out.print(message.get("out").asText());
                out.flush();
            } else if (message.has("err")) {
                err.print(message.get("err").asText());
                err.flush();
            } else if (message.has("exit")) {
                answer = new Answer.Ended(message.get("exit").asInt());
                return true;
            }
            return false;
        }

        Answer await(Duration patience, BooleanSupplier canceled) {
            try {
                if (!accepted.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    connection.close();
                    return new Answer.Silent();
                }
                boolean told = false;
                while (!ended.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    if (!told && canceled.getAsBoolean()) {
                        told = true;
                        connection.endSending();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                return new Answer.Broken();
            }
            return answer;
        }
    }
}
