package io.quantloom.app.cli.command.backtest;

import io.quantloom.app.cli.command.Documents;
import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.output.JsonWriter;
import io.quantloom.app.cli.output.TextTable;
import io.quantloom.app.cli.session.CommandSession;
import io.quantloom.app.cli.session.Reply;
import io.quantloom.app.wiring.Application;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.CompareRuns;
import io.quantloom.engine.experiment.FilterParser;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunComparison;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code runs}: what was recorded. */
@Command(name = "runs", description = "Recorded runs: search, compare.")
public final class RunCommands {

    private final CommandSession session;

    /** Takes the session. */
    public RunCommands(CommandSession session) {
        this.session = session;
    }

    @Command(name = "search", description = "Finds runs of an experiment by MLflow's search grammar.")
    int search(
            @Parameters(paramLabel = "EXPERIMENT") String experiment,
            @Option(
                            names = "--filter",
                            defaultValue = "",
                            paramLabel = "TEXT",
                            description = "for example \"metrics.sharpe_ratio > 1 and params.learner = 'xgboost'\"")
                    String filter,
            @Option(names = "--order-by", paramLabel = "KEY", description = "for example \"metrics.sharpe_ratio DESC\"")
                    @Nullable
                    String order,
            @Option(names = "--max-results", paramLabel = "N", defaultValue = "1000", description = "${DEFAULT-VALUE}")
                    int limit) {
        return session.onWorkspace((application, _) -> query(application, experiment, filter, order, limit)
                .map(query -> found(application.stores().runs().search(query))));
    }

    @Command(name = "compare", description = "Puts runs side by side, what differs first.")
    int compare(
            @Parameters(arity = "1..*", paramLabel = "RUN") List<String> runs,
            @Option(names = "--all", description = "also what is equal") boolean all) {
        return session.onWorkspace(
                (application, _) -> new CompareRuns(application.stores().runs())
                        .run(runs.stream().map(RunId::new).toList())
                        .map(comparison -> compared(comparison, all)));
    }

    private static Outcome<RunQuery> query(
            Application application, String experiment, String filter, @Nullable String order, int limit) {
        if (application.stores().runs().experiment(experiment).isEmpty()) {
            return Outcome.failed(Failure.of(
                    Failure.Reason.MISSING_DATA,
                    "an experiment " + experiment,
                    "none of that name",
                    "",
                    "see quantloom experiments list"));
        }
        return FilterParser.conditions(filter)
                .then(conditions -> order(order)
                        .map(by -> new RunQuery(
                                List.of(experiment), conditions, Optional.empty(), by, Math.max(1, limit))));
    }

    private static Outcome<Optional<RunQuery.Order>> order(@Nullable String order) {
        return order == null
                ? Outcome.success(Optional.empty())
                : FilterParser.order(order).map(Optional::of);
    }

    private static Reply found(List<Run> runs) {
        var table = TextTable.of("run", "name", "status", "started", "sharpe_ratio", "total_return");
        for (Run run : runs) {
            table.row(
                    run.id(),
                    run.name(),
                    run.status().name().toLowerCase(Locale.ROOT),
                    JsonWriter.time(run.started()),
                    TextTable.number(run.metric("sharpe_ratio")),
                    TextTable.number(run.metric("total_return")));
        }
        var document =
                JsonObject.empty().put("runs", runs.stream().map(Documents::run).toList());
        return Reply.done(document, out -> table.print(out, "No run fits."));
    }

    private static Reply compared(RunComparison comparison, boolean all) {
        return Reply.done(
                ComparisonDocument.of(comparison),
                out -> ComparisonDocument.table(comparison, all).print(out, "Nothing differs."));
    }
}
