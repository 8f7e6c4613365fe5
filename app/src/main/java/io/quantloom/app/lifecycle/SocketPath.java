package io.quantloom.app.lifecycle;

import io.quantloom.app.config.Surroundings;
import io.quantloom.engine.base.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Chooses where the socket of a workspace stands. */
final class SocketPath {

    // The kernel's limit is 108 bytes on Linux and Windows, 104 on macOS, the closing zero included.
    private static final int LONGEST = 100;

    private SocketPath() {}

    /**
     * Returns {@code workspace.sock} in the workspace, or, where that path is longer than a socket's may be, a short one in
     * the folder for run-time files, named after the workspace.
     */
    static Path of(Path workspace, Surroundings surroundings) {
        Path inside = workspace.resolve("workspace.sock");
        if (inside.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            return inside;
        }
        Path folder = surroundings.folder("XDG_RUNTIME_DIR").orElse(surroundings.temporary());
        return folder.resolve("quantloom-" + Sha256.ofText(workspace.toString()).abbreviated() + ".sock");
    }
}
