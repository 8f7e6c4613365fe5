package io.quantloom.app.cli;

import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.session.CommandSession;
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
                        new HeldDesktop())
                .execute(request.arguments());
    }

    @Override
    public boolean raise() {
        return false;
    }

    /** The desktop as other processes see it: there is one to raise, or none. */
    private static final class HeldDesktop implements DesktopEntry {
        @Override
        public Outcome<Reply> show(CommandSession session, Application application, JobContext context) {
            if (application.host().raise()) {
                return Outcome.success(Reply.done(
                        JsonObject.empty().put("raised", true), out -> out.println("The window is in front.")));
            }
            return held(application, "a free workspace or an open window on it", " without a window");
        }

        @Override
        public Outcome<Reply> walk(
                CommandSession session, Application application, boolean screensOnly, JobContext context) {
            return held(application, "a workspace that no other process holds", "");
        }

        private static Outcome<Reply> held(Application application, String expected, String how) {
            return Outcome.failed(Failure.of(
                    Failure.Reason.CONFLICT,
                    expected,
                    "process " + ProcessHandle.current().pid() + " holds it" + how,
                    application.folder().toString(),
                    "wait for the end of that process or choose another --workspace"));
        }
    }
}
