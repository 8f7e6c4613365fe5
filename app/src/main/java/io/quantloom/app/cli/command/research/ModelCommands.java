package io.quantloom.app.cli.command.research;

import io.quantloom.app.cli.command.data.SeriesOptions;
import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.output.TextTable;
import io.quantloom.app.cli.session.CommandSession;
import io.quantloom.app.cli.session.Reply;
import io.quantloom.app.wiring.LearnerCatalog;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.LibraryDefaults;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.model.comparison.EvaluateLearners;
import io.quantloom.engine.model.comparison.LearnerScore;
import io.quantloom.engine.model.comparison.ReadTable;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code models}: the learner catalog, and why a registered model says what it says. */
@Command(name = "models", description = "Learners and models: list, evaluate, explain.")
public final class ModelCommands {

    private static final String ALL = "all";
    private static final List<String> MEASURES =
            List.of("accuracy", "balanced_accuracy", "precision", "recall", "auc", "brier");

    private final CommandSession session;

    /** Takes the session. */
    public ModelCommands(CommandSession session) {
        this.session = session;
    }

    @Command(name = "list", description = "Lists the learners a factory can use.")
    int list() {
        return session.alone(_ -> {
            var table = TextTable.of("learner", "library", "hyperparameters");
            List<JsonObject> learners = new ArrayList<>();
            for (Learner learner : LearnerCatalog.all()) {
                table.row(learner.name(), learner.library(), String.join(", ", learner.parameters()));
                learners.add(JsonObject.empty()
                        .put("name", learner.name())
                        .put("library", learner.library())
                        .put("parameters", learner.parameters()));
            }
            return Outcome.success(
                    Reply.done(JsonObject.empty().put("learners", learners), out -> table.print(out, "")));
        });
    }

    @Command(
            name = "explain",
            description = "Shows what a registered model looks at, and how its latest answer came about.")
    int explain(
            @Parameters(paramLabel = "MODEL", description = "models:/name@alias or models:/name/version") ModelRef ref,
            @Option(
                            names = "--symbol",
                            required = true,
                            paramLabel = "S",
                            description = "whose bars are explained: those after its training")
                    Symbol symbol,
            @Mixin SeriesOptions series) {
        return session.onWorkspace((application, context) -> series.find(
                application,
                symbol,
                key -> application
                        .registry()
                        .explainModel()
                        .run(ref, key, new Seeds(session.seedOrDefault()), context)
                        .map(ExplanationDocument::reply)));
    }

    @Command(
            name = "evaluate",
            description = "Fits learners to the first rows of a table and measures them on the others.")
    int evaluate(
            @Parameters(paramLabel = "DATA.csv[.gz]", description = "every column but the target is a feature")
                    Path file,
            @Option(
                            names = "--target",
                            required = true,
                            paramLabel = "COLUMN",
                            description = "the column of the class, 0 or 1")
                    String target,
            @Option(
                            names = "--train",
                            required = true,
                            paramLabel = "N",
                            description = "fit to so many of the first rows")
                    int train,
            @Option(
                            names = "--learners",
                            split = ",",
                            defaultValue = ALL,
                            paramLabel = "NAME",
                            description = "names separated by commas, or all: the ten and logistic-regression")
                    List<String> names) {
        return session.alone(context -> learners(names)
                .then(learners -> new ReadTable()
                        .run(session.path(file), target, context)
                        .then(rows -> evaluation()
                                .run(
                                        learners,
                                        rows,
                                        train,
                                        LibraryDefaults::of,
                                        new Seeds(session.seedOrDefault()),
                                        context))
                        .map(ModelCommands::reply)));
    }

    private static Outcome<List<Learner>> learners(List<String> names) {
        return names.equals(List.of(ALL))
                ? Outcome.success(LearnerCatalog.pool())
                : LearnerCatalog.byName().named(names);
    }

    private static EvaluateLearners evaluation() {
        return new EvaluateLearners(ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
    }

    private static Reply reply(List<LearnerScore> scores) {
        var table = TextTable.of(
                "learner", "accuracy", "balanced", "precision", "recall", "auc", "brier", "fit CPU s", "predict CPU s");
        List<JsonObject> documents = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (LearnerScore score : scores) {
            var document = JsonObject.empty().put("name", score.name());
            List<Object> cells = new ArrayList<>(List.of(score.name()));
            for (String measure : MEASURES) {
                document.put(measure, score.measure(measure));
                cells.add(TextTable.number(score.measure(measure)));
            }
            document.put("fit_cpu_seconds", score.fitCpuSeconds())
                    .put("predict_cpu_seconds", score.predictCpuSeconds());
            cells.addAll(List.of(score.fitCpuSeconds(), score.predictCpuSeconds()));
            table.row(cells.toArray());
            if (score.evaluation().isEmpty()) {
                document.put("problem", score.problem());
                problems.add(score.name() + ": " + score.problem());
            }
            documents.add(document);
        }
        var document = JsonObject.empty().put("learners", documents);
        return problems.isEmpty()
                ? Reply.done(document, out -> table.print(out, ""))
                : Reply.partial(document, out -> table.print(out, ""), String.join("\n", problems));
    }
}
