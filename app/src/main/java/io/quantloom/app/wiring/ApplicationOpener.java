package io.quantloom.app.wiring;

import io.quantloom.engine.base.Outcome;
import java.nio.file.Path;

/** Opens a workspace. */
@FunctionalInterface
public interface ApplicationOpener {

    /**
     * Opens the workspace for this process alone. CONFLICT when another process holds it, INVALID when its store is of a
     * newer version, UNAVAILABLE when the folder cannot be used.
     */
    Outcome<Application> open(Path workspace);
}
