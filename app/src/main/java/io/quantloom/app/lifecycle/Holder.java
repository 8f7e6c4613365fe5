package io.quantloom.app.lifecycle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Who holds a workspace, as it stands in the file {@code workspace.holder} beside the lock. Only the holder of the lock
 * writes it. Immutable.
 *
 * @param pid process id
 * @param since when it took the workspace
 * @param command what it runs, for people
 * @param socket where it answers, absolute
 */
public record Holder(long pid, Instant since, String command, Path socket) {

    private static final String FILE = "workspace.holder";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Writes this holder into its workspace: all of it or nothing. */
    public void write(Path workspace) {
        var node = JSON.createObjectNode()
                .put("pid", pid)
                .put("since", since.toString())
                .put("command", command)
                .put("socket", socket.toString());
        try {
            Path temporary = Files.createTempFile(workspace, FILE, ".tmp");
            Files.write(temporary, JSON.writeValueAsBytes(node));
            Files.move(temporary, workspace.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritable(workspace, e);
        }
    }

    /** Reads who holds the workspace; empty when nobody does or the file is not readable. */
    public static Optional<Holder> read(Path workspace) {
        try {
            JsonNode node = JSON.readTree(Files.readAllBytes(workspace.resolve(FILE)));
            return Optional.of(new Holder(
                    node.path("pid").asLong(),
                    Instant.parse(node.path("since").asText()),
                    node.path("command").asText(),
                    Path.of(node.path("socket").asText())));
        } catch (NoSuchFileException | JsonProcessingException | DateTimeException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unwritable(workspace, e);
        }
    }

    /** Removes the file. */
    static void remove(Path workspace) {
        try {
            Files.deleteIfExists(workspace.resolve(FILE));
        } catch (IOException e) {
            throw unwritable(workspace, e);
        }
    }

    private static StoreException unwritable(Path workspace, IOException e) {
        return new StoreException(Failure.of(
                        Failure.Reason.UNAVAILABLE,
                        "to write and read the file " + FILE,
                        e.toString(),
                        workspace.toString(),
                        "make the folder writable")
                .causedBy(e));
    }
}
