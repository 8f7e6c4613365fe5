package io.quantloom.app.cli.command.backtest;

import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.output.JsonWriter;
import io.quantloom.app.cli.output.TextTable;
import io.quantloom.app.cli.session.CommandSession;
import io.quantloom.app.cli.session.Reply;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.Experiment;
import io.quantloom.engine.experiment.RunQuery;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code experiments}: collections of runs. */
@Command(name = "experiments", description = "Experiments: list.")
public final class ExperimentCommands {

    private final CommandSession session;

    /** Takes the session. */
    public ExperimentCommands(CommandSession session) {
        this.session = session;
    }

    @Command(name = "list", description = "Lists every experiment.")
    int list() {
        return session.onWorkspace((application, _) -> {
            var runs = application.stores().runs();
            var table = TextTable.of("experiment", "runs", "created");
            List<JsonObject> experiments = new ArrayList<>();
            for (Experiment experiment : runs.experiments()) {
                int count = runs.search(RunQuery.of(experiment.name())).size();
                table.row(experiment.name(), count, JsonWriter.time(experiment.created()));
                experiments.add(JsonObject.empty()
                        .put("id", experiment.id().value())
                        .put("name", experiment.name())
                        .put("created", experiment.created())
                        .put("runs", count));
            }
            return Outcome.success(Reply.done(
                    JsonObject.empty().put("experiments", experiments), out -> table.print(out, "No experiment yet.")));
        });
    }
}
