package io.quantloom.app.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Messages over a socket: a length and that many bytes of JSON. One thread reads; any thread sends. */
final class Connection implements AutoCloseable {

    private static final int LARGEST = 16 * 1024 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SocketChannel channel;
    private final ReentrantLock sending = new ReentrantLock();

    Connection(SocketChannel channel) {
        this.channel = channel;
    }

    /** Sends the message; blocks while the other side does not read. */
    void send(JsonNode message) throws IOException {
        byte[] body = JSON.writeValueAsBytes(message);
        ByteBuffer buffer = ByteBuffer.allocate(4 + body.length);
        buffer.putInt(body.length).put(body).flip();
        sending.lock();
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } finally {
            sending.unlock();
        }
    }

    /**
     * Waits for the next message.
     *
     * @return empty when the other side has ended its stream between messages
     * @throws IOException if it ended inside a message, or sent none of ours
     */
    Optional<JsonNode> receive() throws IOException {
        ByteBuffer length = ByteBuffer.allocate(4);
        if (!fill(length)) {
            return Optional.empty();
        }
        int size = length.flip().getInt();
        if (size < 0 || size > LARGEST) {
            throw new IOException("a message of " + size + " bytes is none of ours");
        }
        ByteBuffer body = ByteBuffer.allocate(size);
        if (!fill(body)) {
            throw new EOFException("the other side left inside a message");
        }
        return Optional.of(JSON.readTree(body.array()));
    }

    /** Says that nothing more will be sent; the other side can go on sending. */
    void endSending() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private boolean fill(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                if (buffer.position() == 0) {
                    return false;
                }
                throw new EOFException("the other side left inside a message");
            }
        }
        return true;
    }
}
