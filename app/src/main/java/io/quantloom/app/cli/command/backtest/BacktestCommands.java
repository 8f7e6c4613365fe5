package io.quantloom.app.cli.command.backtest;

import io.quantloom.app.cli.command.TextFile;
import io.quantloom.app.cli.session.CommandSession;
import io.quantloom.app.cli.session.Reply;
import io.quantloom.app.wiring.Application;
import io.quantloom.engine.backtest.BacktestFile;
import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.grid.GridFile;
import io.quantloom.engine.backtest.grid.GridResult;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.RunId;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backtest}: strategies on the past. */
@Command(name = "backtest", description = "Backtests: run, grid, show, compare, report.")
public final class BacktestCommands {

    private static final int SHOWN = 10;

    private final CommandSession session;

    /** Takes the session. */
    public BacktestCommands(CommandSession session) {
        this.session = session;
    }

    @Command(name = "run", description = "Runs one backtest and records it.")
    int run(@Parameters(paramLabel = "SPEC.yaml") Path spec) {
        return session.onWorkspace((application, context) -> run(application, session.path(spec), context));
    }

    @Command(name = "grid", description = "Runs a backtest for each combination of a grid and records them as one run.")
    int grid(
            @Parameters(paramLabel = "SPEC.yaml") Path spec,
            @Option(
                            names = "--top",
                            paramLabel = "N",
                            defaultValue = "" + SHOWN,
                            description = "How many to list: ${DEFAULT-VALUE}.")
                    int top) {
        return session.onWorkspace(
                (application, context) -> grid(application, session.path(spec), Math.max(1, top), context));
    }

    @Command(name = "show", description = "Shows a recorded backtest or grid.")
    int show(@Parameters(paramLabel = "RUN") String run) {
        return session.onWorkspace((application, _) -> show(application, new RunId(run)));
    }

    @Command(name = "compare", description = "Puts recorded backtests side by side: what differs, and growth.")
    int compare(
            @Parameters(arity = "1..*", paramLabel = "RUN") List<String> runs,
            @Option(names = "--all", description = "also what is equal") boolean all) {
        return session.onWorkspace(
                (application, context) -> new BacktestReports(session).compare(application, runs, all, context));
    }

    @Command(
            name = "report",
            description =
                    "Writes a recorded backtest as a page that needs nothing else, or as tables; analyzes it first"
                            + " unless that was done.")
    int report(
            @Parameters(paramLabel = "RUN") String run,
            @Option(names = "--html", paramLabel = "FILE", description = "the page; without any option in this folder")
                    @Nullable
                    Path html,
            @Option(
                            names = "--csv",
                            paramLabel = "FILE",
                            description = "the trades; beside it FILE-equity and FILE-statistics")
                    @Nullable
                    Path csv) {
        return session.onWorkspace(
                (application, context) -> new BacktestReports(session).report(application, run, html, csv, context));
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

    private Outcome<Reply> grid(Application application, Path file, int top, JobContext context) {
        return TextFile.read(file)
                .then(text -> GridFile.parse(file.getFileName().toString(), text)
                        .map(spec -> session.seed().isPresent()
                                ? spec.withSeed(session.seed().getAsLong())
                                : spec)
                        .then(spec -> application.backtests().runGrid().run(spec, text, context))
                        .map(result -> reply(result, top)));
    }

    // What a run holds is known by its files: a grid has no result of a single backtest.
    private static Outcome<Reply> show(Application application, RunId run) {
        Outcome<GridResult> grid = application.backtests().loadGrid().run(run);
        return grid instanceof Outcome.Success<GridResult>(var result)
                ? Outcome.success(reply(result, SHOWN))
                : application.backtests().loadBacktest().run(run).map(BacktestCommands::reply);
    }

    private static Reply reply(GridResult result, int top) {
        return Reply.done(GridDocument.of(result, top), out -> GridDocument.print(result, top, out));
    }

    private static Reply reply(BacktestResult result) {
        return Reply.done(BacktestDocument.of(result), out -> BacktestDocument.print(result, out));
    }
}
