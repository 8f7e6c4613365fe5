package io.quantloom.app.cli.command;

import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.output.TextTable;
import io.quantloom.app.cli.session.CommandSession;
import io.quantloom.app.cli.session.Reply;
import io.quantloom.app.wiring.Application;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.ExportFeatures;
import io.quantloom.engine.dataset.FeatureExportSpec;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.FeatureSets;
import io.quantloom.engine.instrument.Symbol;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code features}: feature sets and their values. */
@Command(name = "features", description = "Feature sets: list, export.")
public final class FeatureCommands {

    private final CommandSession session;

    /** Takes the session. */
    public FeatureCommands(CommandSession session) {
        this.session = session;
    }

    @Command(name = "list", description = "Lists the feature sets.")
    int list() {
        return session.alone(_ -> {
            var table = TextTable.of("set", "columns", "warm-up", "fingerprint");
            List<JsonObject> sets = new ArrayList<>();
            for (FeatureSet set : FeatureSets.all()) {
                table.row(
                        set.name(),
                        set.columns().size(),
                        set.warmUp(),
                        set.fingerprint().abbreviated());
                sets.add(JsonObject.empty()
                        .put("name", set.name())
                        .put("columns", set.columns())
                        .put("warm_up", set.warmUp())
                        .put("fingerprint", set.fingerprint().hex()));
            }
            return Outcome.success(Reply.done(JsonObject.empty().put("sets", sets), out -> table.print(out, "")));
        });
    }

    @Command(name = "export", description = "Writes one CSV row for every bar; empty where a feature is undefined.")
    int export(
            @Option(names = "--set", required = true, paramLabel = "NAME", description = "for example alpha19")
                    String name,
            @Option(names = "--symbol", required = true, paramLabel = "S") Symbol symbol,
            @Mixin SeriesOptions series,
            @Mixin TimeRange range,
            @Option(names = "--out", paramLabel = "FILE", description = "else standard output") @Nullable Path file) {
        return session.onWorkspace((application, context) -> FeatureSets.named(name)
                .then(set -> series.find(application, symbol, key -> {
                    var spec = new FeatureExportSpec(set.name(), key, range.from(), range.to());
                    return export(application, set, spec, file, context);
                })));
    }

    private Outcome<Reply> export(
            Application application, FeatureSet set, FeatureExportSpec spec, @Nullable Path file, JobContext context) {
        var exporter = new ExportFeatures(application.stores().bars());
        var head = JsonObject.empty()
                .put("set", set.name())
                .put("fingerprint", set.fingerprint().hex())
                .put("series", spec.series().toString())
                .put("columns", set.columns());
        return CsvOutput.write(session, file, head, out -> exporter.run(spec, out, context));
    }
}
