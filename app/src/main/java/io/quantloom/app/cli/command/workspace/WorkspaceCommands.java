package io.quantloom.app.cli.command.workspace;

import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.session.CommandSession;
import io.quantloom.app.cli.session.Reply;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.workspace.WorkspaceReport;
import picocli.CommandLine.Command;

/** {@code workspace}: the store as a whole. */
@Command(name = "workspace", description = "The store as a whole: info.")
public final class WorkspaceCommands {

    private final CommandSession session;

    /** Takes the session. */
    public WorkspaceCommands(CommandSession session) {
        this.session = session;
    }

    @Command(name = "info", description = "Tells where the workspace is and what it holds.")
    int info() {
        return session.onWorkspace((application, _) -> Outcome.success(info(application.report())));
    }

    private static Reply info(WorkspaceReport report) {
        var counts = JsonObject.empty();
        report.counts().forEach(counts::put);
        var document = JsonObject.empty()
                .put("folder", report.folder())
                .put("schema_version", report.schemaVersion())
                .put("product_version", report.productVersion())
                .put("bytes", report.bytes())
                .put("counts", counts);
        return Reply.done(document, out -> {
            out.println(report.folder());
            out.println("schema " + report.schemaVersion() + ", written by " + report.productVersion() + ", "
                    + report.bytes() / 1024 + " KiB");
            report.counts().forEach((kind, count) -> out.println(kind + ": " + count));
        });
    }
}
