package io.quantloom.app.desktop;

import io.quantloom.app.lifecycle.CommandHost;
import io.quantloom.app.lifecycle.CommandRequest;
import io.quantloom.app.lifecycle.EitherCanceled;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.ui.task.TaskLane;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.TaskSpec;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Runs the commands of other processes as jobs of the window: they show in the status bar, and canceling them there ends
 * them here as well as at the other process. Called by several threads.
 */
public final class DesktopCommandHost implements CommandHost {

    private static final int FAILED = 1;
    private static final int CANCELED = 130;

    private final CommandHost commands;
    private final TaskRunner tasks;
    private final Runnable raise;

    /**
     * Takes who knows the commands, who shows jobs, and how the window comes to the front.
     *
     * @param raise called on any thread
     */
    public DesktopCommandHost(CommandHost commands, TaskRunner tasks, Runnable raise) {
        this.commands = commands;
        this.tasks = tasks;
        this.raise = raise;
    }

    @Override
    public int run(CommandRequest request, PrintWriter out, PrintWriter err, JobContext caller) {
        // The command runs on the calling thread, which is there for it alone: no queue of the window waits behind a
        // bot
        // that trades for hours. The job only stands for it.
        var begun = new CompletableFuture<Optional<JobContext>>();
        var exit = new CompletableFuture<Integer>();
        tasks.<Integer>start(spec(request.arguments()), job -> {
                    begun.complete(Optional.of(job));
                    return outcome(exit.join());
                })
                // Canceled before its turn: it never began.
                .onEnd(_ -> begun.complete(Optional.empty()));
        int code = FAILED;
        try {
            code = begun.join()
                    .map(job -> commands.run(request, out, err, new EitherCanceled(job, caller)))
                    .orElse(CANCELED);
        } finally {
            exit.complete(code);
        }
        return code;
    }

    @Override
    public boolean raise() {
        raise.run();
        return true;
    }

    private static TaskSpec spec(List<String> arguments) {
        // The person who typed it sees its end in the terminal.
        return new TaskSpec("quantloom " + String.join(" ", arguments), TaskLane.READING, false, "");
    }

    private static Outcome<Integer> outcome(int code) {
        if (code == 0) {
            return Outcome.success(code);
        }
        return code == CANCELED
                ? Outcome.canceled()
                : Outcome.failed(Failure.of(
                        Failure.Reason.NOT_APPLICABLE,
                        "exit code 0",
                        "exit code " + code,
                        "",
                        "see the terminal in which the command was typed"));
    }
}
