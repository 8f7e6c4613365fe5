package io.quantloom.app.cli.session;

import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.output.JsonWriter;
import io.quantloom.app.cli.output.ProgressLine;
import io.quantloom.app.config.Surroundings;
import io.quantloom.app.config.WorkspaceFolder;
import io.quantloom.app.wiring.Application;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.StoreException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One command from its options to its exit code. Finds the workspace, runs the work with progress, and prints how it
 * ended: the only place that does. Used by one thread.
 */
public final class CommandSession {

    private static final Logger LOG = LoggerFactory.getLogger(CommandSession.class);

    private final GlobalOptions options;
    private final Terminal terminal;
    private final WorkspaceAccess access;
    private final JobContext caller;
    private boolean announced;

    /** Takes what was typed, where, the way to the workspace, and who waits for the end. */
    public CommandSession(GlobalOptions options, Terminal terminal, WorkspaceAccess access, JobContext caller) {
        this.options = options;
        this.terminal = terminal;
        this.access = access;
        this.caller = caller;
    }

    /** What a command does on an open workspace. */
    @FunctionalInterface
    public interface Work {
        /** Does it. */
        Outcome<Reply> run(Application application, JobContext context);
    }

    /** Runs the work on the workspace and prints its end; returns the exit code. */
    public int onWorkspace(Work work) {
        try {
            return switch (access.run(workspace(), application -> end(context -> work.run(application, context)))) {
                case Outcome.Success<Integer>(var exit) -> exit;
                case Outcome.Failed<Integer>(var failure) -> print(failure);
                case Outcome.Canceled<Integer> _ -> printCanceled();
            };
        } catch (StoreException e) {
            return print(e.failure());
        }
    }

    /**
     * Runs the work on the workspace, or, when that cannot be opened, replies to the reason; returns the exit code.
     *
     * @param otherwise what to say then
     */
    public int onWorkspaceOrNot(Work work, Function<Failure, Reply> otherwise) {
        Outcome<Integer> outcome;
        try {
            outcome = access.run(workspace(), application -> end(context -> work.run(application, context)));
        } catch (StoreException e) {
            outcome = Outcome.failed(e.failure());
        }
        return switch (outcome) {
            case Outcome.Success<Integer>(var exit) -> exit;
            case Outcome.Failed<Integer>(var failure) -> end(_ -> Outcome.success(otherwise.apply(failure)));
            case Outcome.Canceled<Integer> _ -> printCanceled();
        };
    }

    /** Runs work that needs no workspace and prints its end; returns the exit code. */
    public int alone(Function<JobContext, Outcome<Reply>> work) {
        return end(work);
    }

    /** {@return the folder of the workspace, absolute} */
    public Path workspace() {
        return WorkspaceFolder.of(options.workspace(), surroundings());
    }

    /** {@return environment and working folder of the process in which the command was typed} */
    public Surroundings surroundings() {
        return terminal.surroundings();
    }

    /** Returns the path that was typed, resolved against the folder in which it was typed. */
    public Path path(Path typed) {
        return surroundings().workingFolder().resolve(typed).normalize();
    }

    /** {@return the seed asked for, which goes before that of a file} */
    public OptionalLong seed() {
        return options.seed();
    }

    /** {@return the seed asked for, else the default} */
    public long seedOrDefault() {
        return options.seed().orElse(GlobalOptions.DEFAULT_SEED);
    }

    /** {@return standard output, for results too large to be held; never for {@code --json}} */
    public PrintWriter out() {
        return terminal.out();
    }

    /** {@return whether the result goes out as one JSON document} */
    public boolean json() {
        return options.json();
    }

    /**
     * Prints the result of a command that then goes on working until it is canceled; nothing is printed at its end.
     *
     * @param document what {@code --json} prints
     * @param text what is printed for people
     */
    public void announce(JsonObject document, Consumer<PrintWriter> text) {
        announced = true;
        if (options.json()) {
            JsonWriter.write(document, terminal.out());
        } else {
            text.accept(terminal.out());
        }
        terminal.out().flush();
    }

    private int end(Function<JobContext, Outcome<Reply>> work) {
        var progress = new ProgressLine(terminal.err(), mode(), caller, System::nanoTime);
        Outcome<Reply> outcome = guarded(work, progress);
        progress.end();
        return switch (outcome) {
            case Outcome.Success<Reply>(var reply) -> print(reply);
            case Outcome.Failed<Reply>(var failure) -> print(failure);
            case Outcome.Canceled<Reply> _ -> printCanceled();
        };
    }

    private static Outcome<Reply> guarded(Function<JobContext, Outcome<Reply>> work, JobContext context) {
        try {
            return work.apply(context);
        } catch (StoreException e) {
            LOG.warn("The store did not do its part", e);
            return Outcome.failed(e.failure());
        } catch (RuntimeException e) {
            // The border of the task: a bug ends the command, not the process that may serve others.
            return Outcome.failed(faultIn(e));
        }
    }

    /** Prints that the program has a fault; returns the exit code. */
    public int fault(Exception fault) {
        return print(faultIn(fault));
    }

    private static Failure faultIn(Exception fault) {
        LOG.error("A command ended by a fault in the program", fault);
        return Failure.of(
                        Failure.Reason.CALCULATION_FAILED,
                        "the command to run without a fault in the program",
                        fault.toString(),
                        "",
                        "report this with the log file of the workspace")
                .causedBy(fault);
    }

    private int print(Reply reply) {
        if (announced) {
            return reply.exit().number();
        }
        if (options.json()) {
            JsonWriter.write(reply.document(), terminal.out());
        } else {
            reply.text().accept(terminal.out());
        }
        terminal.out().flush();
        reply.complaint().ifPresent(this::complain);
        return reply.exit().number();
    }

    private int print(Failure failure) {
        failure.cause().ifPresent(cause -> LOG.debug("Cause of a failed command", cause));
        if (options.json()) {
            JsonWriter.write(ErrorDocument.of(failure), terminal.out());
            terminal.out().flush();
        }
        complain(failure.sentence());
        return ExitCode.FAILED.number();
    }

    private int printCanceled() {
        if (options.json()) {
            JsonWriter.write(
                    ErrorDocument.of("canceled", "the command to run to its end", "a request to cancel", "", ""),
                    terminal.out());
            terminal.out().flush();
        }
        complain("canceled");
        return ExitCode.CANCELED.number();
    }

    private void complain(String sentence) {
        terminal.err().println("quantloom: " + sentence);
        terminal.err().flush();
    }

    private ProgressLine.Mode mode() {
        if (options.quiet()) {
            return ProgressLine.Mode.SILENT;
        }
        return terminal.interactive() ? ProgressLine.Mode.UPDATING : ProgressLine.Mode.PLAIN;
    }
}
