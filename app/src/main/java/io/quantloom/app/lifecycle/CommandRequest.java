package io.quantloom.app.lifecycle;

import java.nio.file.Path;
import java.util.List;

/**
 * A command that another process asks for. Immutable.
 *
 * @param arguments as they were typed
 * @param workingFolder what relative paths in them are resolved against, absolute
 * @param terminal whether progress is shown to a person on a terminal
 */
public record CommandRequest(List<String> arguments, Path workingFolder, boolean terminal) {

    /** Copies the list. */
    public CommandRequest {
        arguments = List.copyOf(arguments);
    }
}
