package io.quantloom.app.desktop;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.StoreException;
import io.quantloom.ui.shell.window.UiStateStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** What the window remembers, in the file {@code window.json} of the workspace: all of it or what was there before. */
final class UiStateFile implements UiStateStore {

    private final Path file;

    UiStateFile(Path workspace) {
        this.file = workspace.resolve("window.json");
    }

    @Override
    public Optional<String> load() {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw fault(e);
        }
    }

    // Two threads may come at once: a change while the window closes.
    @Override
    public synchronized void save(String json) {
        Path temporary = file.resolveSibling("window.json.tmp");
        try {
            Files.writeString(temporary, json);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw fault(e);
        }
    }

    private StoreException fault(IOException e) {
        return new StoreException(Failure.of(
                        Failure.Reason.UNAVAILABLE,
                        "to read and write what the window remembers",
                        e.toString(),
                        file.toString(),
                        "make the file writable, or delete it")
                .causedBy(e));
    }
}
