package io.quantloom.app.cli.command;

import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.output.TextTable;
import io.quantloom.app.cli.session.CommandSession;
import io.quantloom.app.cli.session.Reply;
import io.quantloom.app.wiring.LearnerCatalog;
import io.quantloom.engine.base.Outcome;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code models}: the learner catalog. */
@Command(name = "models", description = "The learners: list.")
public final class ModelCommands {

    private final CommandSession session;

    /** Takes the session. */
    public ModelCommands(CommandSession session) {
        this.session = session;
    }

    @Command(name = "list", description = "Lists the learners a factory can use.")
    int list() {
        return session.alone(_ -> {
            List<String> names = LearnerCatalog.byName().names();
            var table = TextTable.of("learner");
            names.forEach(table::row);
            var document = JsonObject.empty()
                    .put(
                            "learners",
                            names.stream()
                                    .map(name -> JsonObject.empty().put("name", name))
                                    .toList());
            return Outcome.success(Reply.done(document, out -> table.print(out, "")));
        });
    }
}
