package io.quantloom.app.cli.command.research;

import io.quantloom.app.cli.command.CsvOutput;
import io.quantloom.app.cli.command.TimeRange;
import io.quantloom.app.cli.command.data.SeriesOptions;
import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.output.TextTable;
import io.quantloom.app.cli.session.CommandSession;
import io.quantloom.app.cli.session.Reply;
import io.quantloom.app.wiring.Application;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.FeatureExportSpec;
import io.quantloom.engine.dataset.FeatureInput;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.FeatureSets;
import io.quantloom.engine.dataset.check.CheckFeatures;
import io.quantloom.engine.dataset.check.Leak;
import io.quantloom.engine.instrument.Symbol;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code features}: feature sets and their values. */
@Command(name = "features", description = "Feature sets: list, check, export.")
public final class FeatureCommands {

    private final CommandSession session;

    /** Takes the session. */
    public FeatureCommands(CommandSession session) {
        this.session = session;
    }

    @Command(name = "list", description = "Lists the feature sets: built in, and in the workspace's folder features.")
    int list() {
        return session.onWorkspace((application, _) -> {
            FeatureSets catalog = application.dataset().sets();
            var table = TextTable.of("set", "columns", "warm-up", "needs", "fingerprint");
            List<JsonObject> sets = new ArrayList<>();
            for (FeatureSet set : catalog.all()) {
                List<String> inputs =
                        set.inputs().stream().map(FeatureInput::toString).toList();
                table.row(
                        set.name(),
                        set.columns().size(),
                        set.warmUp(),
                        String.join(", ", inputs),
                        set.fingerprint().abbreviated());
                sets.add(JsonObject.empty()
                        .put("name", set.name())
                        .put("columns", set.columns())
                        .put("warm_up", set.warmUp())
                        .put("inputs", inputs)
                        .put("fingerprint", set.fingerprint().hex()));
            }
            List<String> problems =
                    catalog.problems().stream().map(Failure::sentence).toList();
            return Outcome.success(Reply.done(
                    JsonObject.empty().put("sets", sets).put("problems", problems), out -> {
                        table.print(out, "");
                        problems.forEach(problem -> out.println("not read: " + problem));
                    }));
        });
    }

    @Command(name = "check", description = "Looks for values that depend on the future; exit 1 when one does.")
    int check(
            @Parameters(index = "0", paramLabel = "SET", description = "for example alpha19") String name,
            @Option(names = "--symbol", required = true, paramLabel = "S") Symbol symbol,
            @Mixin SeriesOptions series) {
        return session.onWorkspace((application, context) -> series.find(
                application,
                symbol,
                key -> application
                        .dataset()
                        .checkFeatures()
                        .run(name, key, session.seedOrDefault(), context)
                        .map(FeatureCommands::reply)));
    }

    private static Reply reply(CheckFeatures.Report report) {
        List<JsonObject> columns = new ArrayList<>();
        for (CheckFeatures.Column column : report.columns()) {
            Optional<Leak> leak = column.leak();
            columns.add(JsonObject.empty()
                    .put("name", column.name())
                    .put("ok", leak.isEmpty())
                    .put("defined", column.defined())
                    .put("check", leak.map(found -> found.check().text()))
                    .put("bar", leak.map(found -> time(report, found)))
                    .put("expected", leak.flatMap(found -> finite(found.expected())))
                    .put("found", leak.flatMap(found -> finite(found.found()))));
        }
        JsonObject document = JsonObject.empty()
                .put("set", report.set())
                .put("series", report.series().key().toString())
                .put("bars", report.series().size())
                .put("ok", report.isClean())
                .put("columns", columns);
        if (report.isClean()) {
            return Reply.done(
                    document,
                    out -> out.println(report.columns().size() + " columns of " + report.set() + " over "
                            + report.series().size() + " bars: none knows the future"));
        }
        return Reply.partial(
                document,
                out -> report.columns()
                        .forEach(column -> column.leak()
                                .ifPresent(leak -> out.println(leak.sentence() + ", bar " + time(report, leak)))),
                complaint(report));
    }

    private static String complaint(CheckFeatures.Report report) {
        Leak first = report.columns().stream()
                .flatMap(column -> column.leak().stream())
                .findFirst()
                .orElseThrow();
        return Failure.of(
                        Failure.Reason.INVALID,
                        first.column() + " = " + first.expected() + " on bar " + time(report, first),
                        first.found() + " (" + first.check().text() + ")",
                        "feature set " + report.set(),
                        "this column knows the future: correct it before anything is trained with it")
                .sentence();
    }

    private static String time(CheckFeatures.Report report, Leak leak) {
        return Instant.ofEpochMilli(report.series().openTime(leak.bar())).toString();
    }

    private static Optional<Double> finite(double value) {
        return Optional.of(value).filter(Double::isFinite);
    }

    @Command(name = "export", description = "Writes one CSV row for every bar; empty where a feature is undefined.")
    int export(
            @Option(names = "--set", required = true, paramLabel = "NAME", description = "for example alpha19")
                    String name,
            @Option(names = "--symbol", required = true, paramLabel = "S") Symbol symbol,
            @Mixin SeriesOptions series,
            @Mixin TimeRange range,
            @Option(names = "--out", paramLabel = "FILE", description = "else standard output") @Nullable Path file) {
        return session.onWorkspace((application, context) -> application
                .dataset()
                .sets()
                .named(name)
                .then(set -> series.find(application, symbol, key -> {
                    var spec = new FeatureExportSpec(set.name(), key, range.from(), range.to());
                    return export(application, set, spec, file, context);
                })));
    }

    private Outcome<Reply> export(
            Application application, FeatureSet set, FeatureExportSpec spec, @Nullable Path file, JobContext context) {
        var head = JsonObject.empty()
                .put("set", set.name())
                .put("fingerprint", set.fingerprint().hex())
                .put("series", spec.series().toString())
                .put("columns", set.columns());
        return CsvOutput.write(
                session,
                file,
                head,
                out -> application.dataset().exportFeatures().run(spec, out, context));
    }
}
