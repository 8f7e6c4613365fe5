package io.quantloom.app.cli.command;

import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.output.JsonWriter;
import io.quantloom.app.cli.output.TextTable;
import io.quantloom.app.cli.session.CommandSession;
import io.quantloom.app.cli.session.Reply;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Partial;
import io.quantloom.engine.prediction.Prediction;
import io.quantloom.engine.registry.Trend;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pool}: one trend classifier for each asset and trend. */
@Command(name = "pool", description = "The pool of trend classifiers: predict.")
public final class PoolCommands {

    private final CommandSession session;

    /** Takes the session. */
    public PoolCommands(CommandSession session) {
        this.session = session;
    }

    @Command(
            name = "predict",
            description = "Asks every model in service for its probability at the latest closed bar, and stores it.")
    int predict(
            @Parameters(paramLabel = "uptrend|downtrend") Trend trend,
            @Option(names = "--symbols", split = ",", paramLabel = "A,B", description = "only these; default all")
                    @Nullable
                    List<String> symbols) {
        return session.onWorkspace((application, context) -> application
                .predictions()
                .predictBatch()
                .run(trend, symbols == null ? List.of() : symbols, context)
                .map(PoolCommands::reply));
    }

    private static Reply reply(Partial<List<Prediction>> answers) {
        var document = JsonObject.empty()
                .put(
                        "predictions",
                        answers.value().stream().map(PoolCommands::document).toList());
        return answers.isComplete()
                ? Reply.done(document, out -> print(answers.value(), out))
                : Reply.partial(
                        document,
                        out -> print(answers.value(), out),
                        answers.failures().size() + " could not answer: "
                                + answers.failures().stream()
                                        .map(Failure::sentence)
                                        .collect(Collectors.joining("; ")));
    }

    private static JsonObject document(Prediction prediction) {
        return JsonObject.empty()
                .put("symbol", prediction.symbol())
                .put("trend_type", prediction.trend().text())
                .put("probability", prediction.probability())
                .put("model", prediction.model())
                .put("version", prediction.version())
                .put("as_of", prediction.asOf());
    }

    private static void print(List<Prediction> predictions, PrintWriter out) {
        var table = TextTable.of("symbol", "trend", "probability", "as of", "model");
        predictions.forEach(prediction -> table.row(
                prediction.symbol(),
                prediction.trend(),
                TextTable.number(java.util.OptionalDouble.of(prediction.probability())),
                JsonWriter.time(prediction.asOf()),
                prediction.model() + "/" + prediction.version()));
        table.print(out, "No trend classifier is in service: quantloom pool deploy uptrend");
    }
}
