package io.quantloom.app.cli.command.research;

import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.output.JsonWriter;
import io.quantloom.app.cli.output.TextTable;
import io.quantloom.app.cli.session.CommandSession;
import io.quantloom.app.cli.session.Reply;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Partial;
import io.quantloom.engine.prediction.Prediction;
import io.quantloom.engine.registry.Trend;
import io.quantloom.engine.training.configuration.ConfigurationText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pool}: one trend classifier for each asset and trend. */
@Command(name = "pool", description = "The pool of trend classifiers: deploy, predict, presets.")
public final class PoolCommands {

    private final CommandSession session;

    /** Takes the session. */
    public PoolCommands(CommandSession session) {
        this.session = session;
    }

    @Command(
            name = "deploy",
            description =
                    "Trains, gates and registers a classifier of the trend for each asset; one that fails is alone.")
    int deploy(@Parameters(paramLabel = "uptrend|downtrend") Trend trend, @Mixin Universe universe) {
        return session.onWorkspace((application, context) -> {
            var training = application.training();
            return Presets.text(universe.preset, session.path(universe.preset))
                    .map(text -> universe.over(new ConfigurationText(text), trend))
                    .then(text -> training.file().read(universe.preset.toString(), text.text(), session.seed()))
                    .then(spec -> FactoryCommands.ended(
                            application,
                            training.cancellations()
                                    .track(context, job -> training.runFactory().run(spec, job))));
        });
    }

    @Command(name = "presets", description = "Lists the configurations that come with the product, or prints one.")
    int presets(@Parameters(arity = "0..1", paramLabel = "NAME") @Nullable Path name) {
        return session.alone(_ -> {
            if (name != null) {
                return Presets.text(name, session.path(name))
                        .map(text -> Reply.done(
                                JsonObject.empty().put("name", name.toString()).put("text", text),
                                out -> out.print(text)));
            }
            return Outcome.success(Reply.done(
                    JsonObject.empty().put("presets", Presets.names()),
                    out -> Presets.names().forEach(out::println)));
        });
    }

    /** Which assets a pool is of, and which prices. */
    static final class Universe {

        @Option(
                names = "--preset",
                paramLabel = "NAME|FILE",
                defaultValue = "source-2",
                description = "${DEFAULT-VALUE}, pool, or a file")
        private Path preset = Path.of("source-2");

        @Option(
                names = "--symbols",
                split = ",",
                paramLabel = "A,B",
                description = "only these; default those of the file")
        private List<String> symbols = List.of();

        @Option(
                names = "--source",
                split = ",",
                paramLabel = "NAME",
                description = "sources in the order of preference")
        private List<String> sources = List.of();

        @Option(
                names = "--quote",
                split = ",",
                paramLabel = "USDT",
                description = "quote currencies in the order of preference: BTC is BTC-USDT then")
        private List<String> quotes = List.of();

        /** Returns the configuration for the trend, over what was asked for. */
        ConfigurationText over(ConfigurationText text, Trend trend) {
            String name = text.value("name").replace(Trend.UPTREND.text(), trend.text());
            ConfigurationText changed = text.with("name", name).with("trend", trend.text());
            if (!symbols.isEmpty()) {
                changed = changed.with("symbols", list(symbols));
            }
            if (!sources.isEmpty() || !quotes.isEmpty()) {
                String data = "{timeframe: 1d, quote: "
                        + list(quotes.isEmpty() ? List.of("USDT", "USD") : quotes)
                        + (sources.isEmpty() ? "" : ", source: " + list(sources)) + "}";
                changed = changed.with("data", data);
            }
            return changed;
        }

        private static String list(List<String> words) {
            return words.stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(", ", "[", "]"));
        }
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
