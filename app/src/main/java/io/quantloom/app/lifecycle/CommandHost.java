package io.quantloom.app.lifecycle;

import io.quantloom.engine.base.JobContext;
import java.io.PrintWriter;

/** Runs commands for other processes in the process that holds the workspace. Called by several threads. */
public interface CommandHost {

    /**
     * Runs the command to its end.
     *
     * @param out what the command says on standard output
     * @param err what it says on standard error
     * @param caller canceled when the other process is gone or its person pressed Ctrl-C
     * @return the exit code
     */
    int run(CommandRequest request, PrintWriter out, PrintWriter err, JobContext caller);

    /**
     * Brings the window to the front.
     *
     * @return whether there is one
     */
    boolean raise();
}
