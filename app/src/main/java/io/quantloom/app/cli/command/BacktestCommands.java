package io.quantloom.app.cli.command;

import io.quantloom.app.cli.session.CommandSession;
import io.quantloom.app.cli.session.Reply;
import io.quantloom.app.wiring.Application;
import io.quantloom.engine.backtest.BacktestFile;
import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.RunId;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code backtest}: strategies on the past. */
@Command(name = "backtest", description = "Backtests: run, show.")
public final class BacktestCommands {

    private final CommandSession session;

    /** Takes the session. */
    public BacktestCommands(CommandSession session) {
        this.session = session;
    }

    @Command(name = "run", description = "Runs one backtest and records it.")
    int run(@Parameters(paramLabel = "SPEC.yaml") Path spec) {
        return session.onWorkspace((application, context) -> run(application, session.path(spec), context));
    }

    @Command(name = "show", description = "Shows a recorded backtest.")
    int show(@Parameters(paramLabel = "RUN") String run) {
        return session.onWorkspace((application, _) ->
                application.backtests().loadBacktest().run(new RunId(run)).map(BacktestCommands::reply));
    }

    private Outcome<Reply> run(Application application, Path file, JobContext context) {
        return TextFile.read(file)
                .then(text -> BacktestFile.parse(file.getFileName().toString(), text)
                        .map(spec -> session.seed().isPresent()
                                ? spec.withSeed(session.seed().getAsLong())
                                : spec)
                        .then(spec -> application.backtests().runBacktest().run(spec, text, context))
                        .map(BacktestCommands::reply));
    }

    private static Reply reply(BacktestResult result) {
        return Reply.done(BacktestDocument.of(result), out -> BacktestDocument.print(result, out));
    }
}
