package io.quantloom.app.lifecycle;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.Writer;

/** Sends what is written to it as messages of one stream. */
final class StreamWriter extends Writer {

    private static final int CHUNK = 32 * 1024;

    private final Connection connection;
    private final String stream;
    private final StringBuilder pending = new StringBuilder();

    /** Takes the name of the stream, {@code out} or {@code err}. */
    StreamWriter(Connection connection, String stream) {
        this.connection = connection;
        this.stream = stream;
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        synchronized (lock) {
            pending.append(characters, offset, length);
            if (pending.length() >= CHUNK) {
                flush();
            }
        }
    }

    @Override
    public void flush() throws IOException {
        synchronized (lock) {
            if (!pending.isEmpty()) {
                String text = pending.toString();
                pending.setLength(0);
                connection.send(JsonNodeFactory.instance.objectNode().put(stream, text));
            }
        }
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
