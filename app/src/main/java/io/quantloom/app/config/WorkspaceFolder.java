package io.quantloom.app.config;

import java.nio.file.Path;
import java.util.Optional;

/** Finds the workspace: the option, else {@code QUANTLOOM_HOME}, else the per-user data folder of the platform. */
public final class WorkspaceFolder {

    /** Name of the variable that overrides the platform's folder. */
    public static final String VARIABLE = "QUANTLOOM_HOME";

    private WorkspaceFolder() {}

    /**
     * Returns the workspace, absolute and without dots. The folder need not exist.
     *
     * @param option what the person asked for; relative to the working folder
     */
    public static Path of(Optional<Path> option, Surroundings surroundings) {
        return option.or(() -> surroundings.variable(VARIABLE).map(Path::of))
                .map(path -> surroundings.workingFolder().resolve(path))
                .orElseGet(() -> platformFolder(surroundings))
                .normalize();
    }

    private static Path platformFolder(Surroundings surroundings) {
        Path home = surroundings.home();
        return switch (surroundings.family()) {
            case WINDOWS ->
                surroundings
                        .folder("LOCALAPPDATA")
                        .orElse(home.resolve("AppData/Local"))
                        .resolve("Quantloom");
            case MAC -> home.resolve("Library/Application Support/Quantloom");
            // The XDG specification: a relative folder is to be ignored.
            case UNIX ->
                surroundings
                        .folder("XDG_DATA_HOME")
                        .orElse(home.resolve(".local/share"))
                        .resolve("quantloom");
        };
    }
}
