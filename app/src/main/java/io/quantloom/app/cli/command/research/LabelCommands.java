package io.quantloom.app.cli.command.research;

import io.quantloom.app.cli.command.CsvOutput;
import io.quantloom.app.cli.command.TextFile;
import io.quantloom.app.cli.command.data.SeriesOptions;
import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.output.TextTable;
import io.quantloom.app.cli.session.CommandSession;
import io.quantloom.app.cli.session.Reply;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.label.DescribeLabels;
import io.quantloom.engine.dataset.label.LabelCatalog;
import io.quantloom.engine.dataset.label.LabelDefinition;
import io.quantloom.engine.dataset.label.LabelReader;
import io.quantloom.engine.dataset.label.LabelSanity;
import io.quantloom.engine.dataset.label.Predictability;
import io.quantloom.engine.instrument.Symbol;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code labels}: what followed the events of a series, and whether it can be learned from. */
@Command(name = "labels", description = "Labels: list, export, describe.")
public final class LabelCommands {

    private static final String LABEL = "a name such as triple-barrier, or a YAML file";

    private final CommandSession session;

    /** Takes the session. */
    public LabelCommands(CommandSession session) {
        this.session = session;
    }

    @Command(name = "list", description = "Lists the labels that have a name.")
    int list() {
        return session.alone(_ -> {
            var table = TextTable.of("label", "definition");
            List<JsonObject> labels = new ArrayList<>();
            LabelCatalog.all().forEach((name, definition) -> {
                table.row(name, definition.text());
                labels.add(JsonObject.empty().put("name", name).put("definition", definition.text()));
            });
            return Outcome.success(Reply.done(JsonObject.empty().put("labels", labels), out -> table.print(out, "")));
        });
    }

    @Command(name = "export", description = "Writes one CSV row for every label, with its start and end.")
    int export(
            @Option(names = "--label", required = true, paramLabel = "FILE|NAME", description = LABEL) String label,
            @Option(names = "--symbol", required = true, paramLabel = "S") Symbol symbol,
            @Mixin SeriesOptions series,
            @Option(names = "--out", paramLabel = "FILE", description = "else standard output") @Nullable Path file) {
        return session.onWorkspace((application, context) -> definition(label)
                .then(definition -> series.find(application, symbol, key -> {
                    JsonObject head =
                            JsonObject.empty().put("label", definition.text()).put("series", key.toString());
                    return CsvOutput.write(
                            session,
                            file,
                            head,
                            out -> application.dataset().exportLabels().run(definition, key, out, context));
                })));
    }

    @Command(
            name = "describe",
            description = "Balance, overlap and predictability, on the series and on placebo twins.")
    int describe(
            @Option(names = "--label", required = true, paramLabel = "FILE|NAME", description = LABEL) String label,
            @Option(names = "--symbol", required = true, paramLabel = "S") Symbol symbol,
            @Mixin SeriesOptions series) {
        return session.onWorkspace((application, context) -> definition(label)
                .then(definition -> series.find(
                        application,
                        symbol,
                        key -> application
                                .dataset()
                                .describeLabels()
                                .run(definition, key, session.seedOrDefault(), context)
                                .map(LabelCommands::reply))));
    }

    private Outcome<LabelDefinition> definition(String label) {
        boolean isFile = label.endsWith(".yaml") || label.endsWith(".yml");
        return isFile
                ? TextFile.read(session.path(Path.of(label))).then(text -> LabelReader.read(label, text))
                : LabelCatalog.named(label);
    }

    private static Reply reply(DescribeLabels.Description description) {
        LabelSanity sanity = description.sanity();
        List<JsonObject> scorers = new ArrayList<>();
        for (Predictability each : sanity.predictability()) {
            scorers.add(JsonObject.empty()
                    .put("scorer", each.scorer())
                    .put("auc", boxed(each.auc()))
                    .put("placebo", boxed(each.placebo()))
                    .put("twins", each.twins()));
        }
        JsonObject document = JsonObject.empty()
                .put("label", sanity.definition())
                .put("series", description.bars().key().toString())
                .put("bars", sanity.bars())
                .put("labels", sanity.size())
                .put("positive", sanity.positive())
                .put("neutral", sanity.neutral())
                .put("negative", sanity.negative())
                .put("balance", sanity.balance())
                .put("ambiguous", sanity.ambiguous())
                .put("mean_length", sanity.meanLength())
                .put("mean_concurrency", sanity.meanConcurrency())
                .put("mean_uniqueness", sanity.meanUniqueness())
                .put("effective_size", sanity.effectiveSize())
                .put("mean_return", sanity.meanReturn())
                .put("predictability", scorers);
        return Reply.done(document, out -> {
            out.println(sanity.definition());
            out.println(String.format(
                    Locale.ROOT,
                    "%d labels in %d bars: %d up, %d neither, %d down (%.1f %% positive), %d ambiguous",
                    sanity.size(),
                    sanity.bars(),
                    sanity.positive(),
                    sanity.neutral(),
                    sanity.negative(),
                    100 * sanity.balance(),
                    sanity.ambiguous()));
            out.println(String.format(
                    Locale.ROOT,
                    "%.1f bars long, %.1f at a time: worth %.0f labels without overlap",
                    sanity.meanLength(),
                    sanity.meanConcurrency(),
                    sanity.effectiveSize()));
            var table = TextTable.of("guess by", "AUC", "on placebo twins");
            sanity.predictability().forEach(each -> table.row(each.scorer(), text(each.auc()), text(each.placebo())));
            table.print(out, "");
        });
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private static String text(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.3f", value.getAsDouble()) : "-";
    }
}
