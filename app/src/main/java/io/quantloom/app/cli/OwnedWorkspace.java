package io.quantloom.app.cli;

import io.quantloom.app.cli.session.Terminal;
import io.quantloom.app.cli.session.WorkspaceAccess;
import io.quantloom.app.lifecycle.CommandClient;
import io.quantloom.app.lifecycle.CommandRequest;
import io.quantloom.app.lifecycle.CommandServer;
import io.quantloom.app.lifecycle.Holder;
import io.quantloom.app.wiring.Application;
import io.quantloom.app.wiring.ApplicationOpener;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToIntFunction;

/**
 * Opens the workspace for this process, or, when another holds it, has the command run there. While this process holds it,
 * it answers the others likewise.
 */
final class OwnedWorkspace implements WorkspaceAccess {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final CommandRequest request;
    private final Terminal terminal;
    private final ApplicationOpener opener;
    private final InstantSource clock;
    private final JobContext caller;

    OwnedWorkspace(
            CommandRequest request,
            Terminal terminal,
            ApplicationOpener opener,
            InstantSource clock,
            JobContext caller) {
        this.request = request;
        this.terminal = terminal;
        this.opener = opener;
        this.clock = clock;
        this.caller = caller;
    }

    @Override
    public Outcome<Integer> run(Path workspace, ToIntFunction<Application> work) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            switch (opener.open(workspace)) {
                case Outcome.Success<Application>(var application) -> {
                    return Outcome.success(serve(application, work));
                }
                case Outcome.Canceled<Application> _ -> {
                    return Outcome.canceled();
                }
                case Outcome.Failed<Application>(var failure) -> {
                    if (failure.reason() != Failure.Reason.CONFLICT) {
                        return Outcome.failed(failure);
                    }
                    Optional<Outcome<Integer>> answer = ask(workspace);
                    if (answer.isPresent()) {
                        return answer.get();
                    }
                    if (System.nanoTime() - end > 0) {
                        return Outcome.failed(unanswered(failure));
                    }
                }
            }
            // The holder is starting or closing: it will answer, or the workspace will be free.
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private int serve(Application application, ToIntFunction<Application> work) {
        try (application) {
            var host = new TreeCommandHost(application, terminal.surroundings(), caller);
            application.host().wrap(_ -> host);
            try (var server = CommandServer.start(
                    application.folder(),
                    terminal.surroundings(),
                    String.join(" ", request.arguments()),
                    clock.instant(),
                    application.host())) {
                int exit = work.applyAsInt(application);
                if (server.requestsUnderWay() > 0) {
                    terminal.err().println("quantloom: waiting for a command of another process on this workspace");
                    terminal.err().flush();
                }
                return exit;
            }
        }
    }

    /** Returns how the command ended at the holder; empty when nobody is there (yet, or any more). */
    private Optional<Outcome<Integer>> ask(Path workspace) {
        Holder holder = Holder.read(workspace).orElse(null);
        if (holder == null) {
            return Optional.empty();
        }
        var client = new CommandClient(holder, PATIENCE);
        return switch (client.run(request, terminal.out(), terminal.err(), caller::isCanceled)) {
            case CommandClient.Answer.Ended(int exit) -> Optional.of(Outcome.success(exit));
            case CommandClient.Answer.Absent _ -> Optional.empty();
            case CommandClient.Answer.Silent _ -> Optional.of(Outcome.failed(silent(workspace, holder)));
            case CommandClient.Answer.Broken _ ->
                Optional.of(Outcome.failed(Failure.of(
                        Failure.Reason.UNAVAILABLE,
                        "the process that holds the workspace to run the command to its end",
                        "process " + holder.pid() + " died before it had",
                        workspace.toString(),
                        "run the command again; a factory run can be resumed")));
        };
    }

    private static Failure silent(Path workspace, Holder holder) {
        return Failure.of(
                Failure.Reason.CONFLICT,
                "the process that holds the workspace to answer within " + PATIENCE.toSeconds() + " s",
                "no answer from process " + holder.pid() + ", which holds it since " + holder.since() + " ("
                        + holder.command() + ")",
                workspace.toString(),
                "wait for that process, end it, or choose another --workspace");
    }

    /** The lock itself says who holds it: the holder's own record may be that of a dead one. */
    private static Failure unanswered(Failure lock) {
        return Failure.of(
                Failure.Reason.CONFLICT,
                "the process that holds the workspace to answer within " + PATIENCE.toSeconds() + " s",
                lock.found(),
                lock.where(),
                "wait for that process, end it, or choose another --workspace");
    }
}
