package io.quantloom.app.lifecycle;

import io.quantloom.app.config.Surroundings;
import io.quantloom.engine.base.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Chooses where the socket of a workspace stands. */
final class SocketPath {

    // The kernel's limit is 108 bytes on Linux and Windows, 104 on macOS, the closing zero included.
    private static final int LONGEST = 100;

    private SocketPath() {}

    /**
     * Returns where the socket can stand, the best place first: {@code workspace.sock} in the workspace, unless that path is
     * longer than a socket's may be, then a short one in the folder for run-time files, named after the workspace, for long
     * paths and for file systems that hold no sockets.
     */
    static List<Path> candidates(Path workspace, Surroundings surroundings) {
        Path inside = workspace.resolve("workspace.sock");
        Path folder = surroundings.folder("XDG_RUNTIME_DIR").orElse(surroundings.temporary());
        Path elsewhere = folder.resolve(
                "quantloom-" + Sha256.ofText(workspace.toString()).abbreviated() + ".sock");
        boolean fits = inside.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST;
        return fits ? List.of(inside, elsewhere) : List.of(elsewhere);
    }
}
