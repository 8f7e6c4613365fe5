package io.quantloom.app.cli.command.data;

import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.output.JsonWriter;
import io.quantloom.app.cli.output.TextTable;
import io.quantloom.app.cli.session.CommandSession;
import io.quantloom.app.cli.session.ErrorDocument;
import io.quantloom.app.cli.session.Reply;
import io.quantloom.app.wiring.Application;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.market.ImportReport;
import io.quantloom.engine.market.ImportSpec;
import io.quantloom.engine.market.Timeframe;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code data import}: reads files, each of them whole or not at all. */
@Command(
        name = "import",
        description = "Imports bars or funding from CSV, .csv.gz or .zip; what no option says is concluded and stored.")
public final class DataImport implements Callable<Integer> {

    private static final int REJECTIONS_SHOWN = 20;

    private final CommandSession session;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "several files are several imports")
    private List<Path> files = List.of();

    @Option(
            names = "--symbol",
            paramLabel = "S",
            description = "else the file's column, else its name up to the first _")
    private @Nullable String symbol;

    @Option(names = "--timeframe", paramLabel = "T", description = "else the most frequent step")
    private @Nullable Timeframe timeframe;

    @Option(names = "--source", paramLabel = "NAME", description = "else the second part of the file's name, else file")
    private @Nullable String source;

    @Option(names = "--calendar", paramLabel = "C", description = "else concluded from the days that carry bars")
    private @Nullable String calendar;

    @Option(names = "--zone", paramLabel = "Z", description = "zone of stamps without an offset; else UTC")
    private @Nullable ZoneId zone;

    @Option(names = "--stamps", paramLabel = "start|end", description = "what a stamp names; start")
    private Stamps stamps = Stamps.START;

    @Option(names = "--accept-partial", description = "stores the possible rows of a file that has impossible ones")
    private boolean acceptPartial;

    /** Takes the session. */
    public DataImport(CommandSession session) {
        this.session = session;
    }

    /** What a stamp names. */
    enum Stamps {
        START,
        END
    }

    @Override
    public Integer call() {
        return session.onWorkspace(this::run);
    }

    private Outcome<Reply> run(Application application, JobContext context) {
        List<ImportReport> reports = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            JobContext part = context.part(
                    files.get(i).getFileName().toString(), (double) i / files.size(), (i + 1.0) / files.size());
            switch (application.market().importBars().run(spec(session.path(files.get(i))), part)) {
                case Outcome.Success<ImportReport>(var report) -> reports.add(report);
                case Outcome.Failed<ImportReport>(var failure) -> failures.add(failure);
                case Outcome.Canceled<ImportReport> _ -> {
                    return Outcome.canceled();
                }
            }
        }
        return reports.isEmpty() && files.size() == 1
                ? Outcome.failed(failures.getFirst())
                : Outcome.success(reply(reports, failures));
    }

    private ImportSpec spec(Path file) {
        return new ImportSpec(
                file,
                Optional.ofNullable(symbol),
                Optional.ofNullable(timeframe),
                Optional.ofNullable(source),
                Optional.ofNullable(calendar),
                Optional.ofNullable(zone),
                stamps == Stamps.END,
                acceptPartial);
    }

    private static Reply reply(List<ImportReport> reports, List<Failure> failures) {
        var document = JsonObject.empty()
                .put("series", reports.stream().map(DataImport::series).toList());
        failures.stream().findFirst().ifPresent(first -> document.putAll(ErrorDocument.of(first)));
        List<String> complaints = new ArrayList<>();
        reports.stream().filter(ImportReport::isRefused).forEach(report -> complaints.add(refusal(report)));
        failures.forEach(failure -> complaints.add(failure.sentence()));
        return complaints.isEmpty()
                ? Reply.done(document, out -> print(reports, out))
                : Reply.partial(document, out -> print(reports, out), String.join(System.lineSeparator(), complaints));
    }

    private static String refusal(ImportReport report) {
        var first = report.rejected().getFirst();
        return "expected only possible rows for " + report.key() + ", found "
                + report.rejected().size() + " impossible, the first in line " + first.line() + ", column "
                + first.column() + ": '" + first.value() + "' (" + first.reason()
                + "); nothing was stored: mend the file or give --accept-partial";
    }

    private static void print(List<ImportReport> reports, PrintWriter out) {
        var table = TextTable.of(
                "series",
                "rows",
                "stored",
                "inserted",
                "revised",
                "duplicates",
                "rejected",
                "first",
                "last",
                "calendar");
        for (ImportReport report : reports) {
            table.row(
                    report.key(),
                    report.rows(),
                    report.stored(),
                    report.inserted(),
                    report.revised(),
                    report.duplicates(),
                    report.rejected().size(),
                    report.first().map(JsonWriter::time).orElse("—"),
                    report.last().map(JsonWriter::time).orElse("—"),
                    report.calendar());
        }
        table.print(out, "Nothing was imported.");
        for (ImportReport report : reports) {
            report.concluded().forEach((option, why) -> out.println(report.key() + ": " + option + " " + why));
            report.rejected().stream()
                    .limit(REJECTIONS_SHOWN)
                    .forEach(row -> out.println(report.key() + ": line " + row.line() + ", " + row.column() + " '"
                            + row.value() + "': " + row.reason()));
        }
    }

    private static JsonObject series(ImportReport report) {
        var concluded = JsonObject.empty();
        report.concluded().forEach(concluded::put);
        return JsonObject.empty()
                .put("kind", report.kind())
                .put("symbol", report.key().symbol().name())
                .put("timeframe", report.key().timeframe().toString())
                .put("source", report.key().source())
                .put("calendar", report.calendar().toLowerCase(Locale.ROOT))
                .put("rows", report.rows())
                .put("stored", report.stored())
                .put("first", report.first())
                .put("last", report.last())
                .put("inserted", report.inserted())
                .put("revised", report.revised())
                .put("duplicates", report.duplicates())
                .put(
                        "rejected",
                        report.rejected().stream()
                                .map(row -> JsonObject.empty()
                                        .put("line", row.line())
                                        .put("column", row.column())
                                        .put("value", row.value())
                                        .put("reason", row.reason()))
                                .toList())
                .put("hash", report.hash().map(hash -> hash.hex()))
                .put("concluded", concluded);
    }
}
