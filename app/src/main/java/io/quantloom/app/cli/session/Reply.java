package io.quantloom.app.cli.session;

import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.engine.base.Failure;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a command has to say when it came to an end with a result. Immutable.
 *
 * @param exit how it ends for the shell
 * @param document what {@code --json} prints
 * @param text what is printed for people
 * @param complaint a sentence for standard error beside the result: a refusal, a part that failed
 */
public record Reply(ExitCode exit, JsonObject document, Consumer<PrintWriter> text, Optional<String> complaint) {

    /** Returns the reply of a command that did what was asked. */
    public static Reply done(JsonObject document, Consumer<PrintWriter> text) {
        return new Reply(ExitCode.DONE, document, text, Optional.empty());
    }

    /** Returns the reply of a command that was denied by a gate or a limit. */
    public static Reply refused(JsonObject document, Consumer<PrintWriter> text, String complaint) {
        return new Reply(ExitCode.REFUSED, document, text, Optional.of(complaint));
    }

    /** Returns the reply of a command of which a part failed; its result is printed all the same. */
    public static Reply partial(JsonObject document, Consumer<PrintWriter> text, String complaint) {
        return new Reply(ExitCode.FAILED, document, text, Optional.of(complaint));
    }

    /** Returns the reply of a command whose options leave a choice open or contradict each other. */
    public static Reply wrongUsage(Failure failure) {
        return new Reply(ExitCode.USAGE, ErrorDocument.of(failure), _ -> {}, Optional.of(failure.sentence()));
    }
}
