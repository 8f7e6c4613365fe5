package io.quantloom.app.cli;

import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.session.Reply;
import io.quantloom.app.cli.session.Terminal;
import io.quantloom.app.config.Surroundings;
import io.quantloom.app.lifecycle.CommandHost;
import io.quantloom.app.lifecycle.CommandRequest;
import io.quantloom.app.lifecycle.EitherCanceled;
import io.quantloom.app.wiring.Application;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import java.io.PrintWriter;

/** Runs the commands of other processes on the workspace that this process holds, at once and without a window. */
final class TreeCommandHost implements CommandHost {

    private final Application application;
    private final Surroundings surroundings;
    private final JobContext process;

    TreeCommandHost(Application application, Surroundings surroundings, JobContext process) {
        this.application = application;
        this.surroundings = surroundings;
        this.process = process;
    }

    @Override
    public int run(CommandRequest request, PrintWriter out, PrintWriter err, JobContext caller) {
        var terminal = new Terminal(out, err, request.terminal(), surroundings.in(request.workingFolder()));
        return CommandTree.of(
                        terminal,
                        (_, work) -> Outcome.success(work.applyAsInt(application)),
                        new EitherCanceled(caller, process),
                        (_, _) -> raised())
                .execute(request.arguments());
    }

    @Override
    public boolean raise() {
        return false;
    }

    private Outcome<Reply> raised() {
        if (application.host().raise()) {
            return Outcome.success(
                    Reply.done(JsonObject.empty().put("raised", true), out -> out.println("The window is in front.")));
        }
        return Outcome.failed(Failure.of(
                Failure.Reason.CONFLICT,
                "a free workspace or an open window on it",
                "process " + ProcessHandle.current().pid() + " holds it without a window",
                application.folder().toString(),
                "wait for the end of that process or choose another --workspace"));
    }
}
