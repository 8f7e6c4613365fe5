package io.quantloom.app.cli.command.workspace;

import io.quantloom.app.cli.session.CommandSession;
import io.quantloom.app.cli.session.Reply;
import io.quantloom.engine.tour.TourReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code demo}: the whole loop on the sample market. */
@Command(
        name = "demo",
        description = "The whole loop on the sample market: data, factory, compare, gate, register, paper, twin.")
public final class DemoCommand implements Callable<Integer> {

    private final CommandSession session;

    /** Takes the session. */
    public DemoCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.onWorkspace((application, context) -> application
                .tour()
                .takeTour()
                .run(session.seedOrDefault(), context)
                .map(DemoCommand::reply));
    }

    private static Reply reply(TourReport report) {
        boolean reconciled = report.paper().map(TourReport.Paper::reconciled).orElse(true);
        return reconciled
                ? Reply.done(TourDocument.of(report), out -> TourDocument.print(report, out))
                : Reply.partial(
                        TourDocument.of(report),
                        out -> TourDocument.print(report, out),
                        "the paper account is not what its twin backtest says");
    }
}
