package io.quantloom.app.cli.session;

import io.quantloom.app.wiring.Application;
import io.quantloom.engine.base.Outcome;
import java.nio.file.Path;
import java.util.function.ToIntFunction;

/** The way to a workspace: opened here, or worked on by the process that holds it. */
@FunctionalInterface
public interface WorkspaceAccess {

    /**
     * Runs the work on the workspace, or has the whole command run by the process that holds it.
     *
     * @param work what to do if it is run here; returns an exit code
     * @return the exit code; CONFLICT when the holder does not answer
     */
    Outcome<Integer> run(Path workspace, ToIntFunction<Application> work);
}
