package io.quantloom.app.cli.command.research;

import io.quantloom.app.cli.command.Documents;
import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.output.JsonWriter;
import io.quantloom.app.cli.output.TextTable;
import io.quantloom.app.cli.session.CommandSession;
import io.quantloom.app.cli.session.ExitCode;
import io.quantloom.app.cli.session.Reply;
import io.quantloom.app.wiring.Application;
import io.quantloom.app.wiring.RunCancellations.Tracked;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.training.tracking.FactoryReport;
import io.quantloom.engine.training.tracking.FactoryReport.Status;
import io.quantloom.engine.training.tracking.FactoryReport.SymbolReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code factory}: Loop A. */
@Command(name = "factory", description = "The training factory: run, resume, list, show, cancel.")
public final class FactoryCommands {

    private final CommandSession session;

    /** Takes the session. */
    public FactoryCommands(CommandSession session) {
        this.session = session;
    }

    @Command(name = "run", description = "Trains, measures, gates and registers a model for each symbol of a file.")
    int run(@Parameters(paramLabel = "CONFIG.yaml") Path config) {
        return session.onWorkspace((application, context) -> run(application, config, context));
    }

    @Command(name = "resume", description = "Continues a run that was canceled, interrupted or has failed symbols.")
    int resume(@Parameters(paramLabel = "RUN") String run) {
        return session.onWorkspace((application, context) -> {
            var training = application.training();
            var id = new RunId(run);
            return ended(
                    application,
                    training.cancellations()
                            .track(id, context, job -> training.runFactory().resume(id, job)));
        });
    }

    @Command(name = "list", description = "Lists the factory runs, newest first.")
    int list(
            @Option(names = "--max-results", paramLabel = "N", defaultValue = "100", description = "${DEFAULT-VALUE}")
                    int limit) {
        return session.onWorkspace((application, _) -> {
            List<FactoryReport> reports = application.training().factoryRuns().list(Math.max(1, limit));
            var table = TextTable.of("run", "name", "started", "symbols");
            reports.forEach(report -> table.row(
                    report.run(), report.name(), JsonWriter.time(report.started()), counts(report.symbols())));
            var document = JsonObject.empty()
                    .put("runs", reports.stream().map(FactoryCommands::document).toList());
            return Outcome.success(
                    Reply.done(document, out -> table.print(out, "No factory run yet: quantloom factory run FILE")));
        });
    }

    @Command(name = "show", description = "Shows what a factory run came to, or how far it is.")
    int show(@Parameters(paramLabel = "RUN") String run) {
        return session.onWorkspace((application, _) -> application
                .training()
                .factoryRuns()
                .show(new RunId(run))
                .map(report -> Reply.done(document(report), out -> print(report, out))));
    }

    @Command(name = "cancel", description = "Stops a run that is under way; it can be resumed.")
    int cancel(@Parameters(paramLabel = "RUN") String run) {
        return session.onWorkspace((application, _) -> {
            var id = new RunId(run);
            return application
                    .training()
                    .factoryRuns()
                    .show(id)
                    .then(_ -> application.training().cancellations().cancel(id)
                            ? Outcome.success(Reply.done(
                                    JsonObject.empty().put("run", run).put("canceling", true),
                                    out -> out.println("Run " + run + " is being canceled.")))
                            : Outcome.failed(Failure.of(
                                    Failure.Reason.NOT_APPLICABLE,
                                    "a factory run that a command is working on",
                                    "nobody works on " + run,
                                    "",
                                    "see quantloom factory show " + run)));
        });
    }

    private Outcome<Reply> run(Application application, Path config, JobContext context) {
        var training = application.training();
        return Presets.text(config, session.path(config))
                .then(text -> training.file().read(config.getFileName().toString(), text, session.seed()))
                .then(spec -> ended(
                        application,
                        training.cancellations()
                                .track(context, job -> training.runFactory().run(spec, job))));
    }

    /** Prints the report; what a canceled run has come to is printed too. */
    static Outcome<Reply> ended(Application application, Tracked<FactoryReport> tracked) {
        if (tracked.outcome() instanceof Outcome.Canceled && tracked.run().isPresent()) {
            RunId run = tracked.run().get();
            return application
                    .training()
                    .factoryRuns()
                    .show(run)
                    .map(report -> new Reply(
                            ExitCode.CANCELED,
                            document(report),
                            out -> print(report, out),
                            Optional.of("canceled; continue with quantloom factory resume " + run)));
        }
        return tracked.outcome().map(FactoryCommands::decided);
    }

    private static Reply decided(FactoryReport report) {
        List<String> failed = report.symbols().stream()
                .filter(symbol -> symbol.status() == Status.FAILED)
                .map(symbol -> symbol.symbol() + ": " + symbol.reason())
                .toList();
        return failed.isEmpty()
                ? Reply.done(document(report), out -> print(report, out))
                : Reply.partial(
                        document(report),
                        out -> print(report, out),
                        failed.size() + " of " + report.symbols().size() + " symbols failed: "
                                + String.join("; ", failed));
    }

    private static String counts(List<SymbolReport> symbols) {
        return symbols.stream()
                .collect(Collectors.groupingBy(
                        SymbolReport::status, () -> new java.util.EnumMap<>(Status.class), Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().text())
                .collect(Collectors.joining(", "));
    }

    private static JsonObject document(FactoryReport report) {
        return JsonObject.empty()
                .put("run", report.run().value())
                .put("name", report.name())
                .put("started", report.started())
                .put(
                        "symbols",
                        report.symbols().stream().map(FactoryCommands::symbol).toList());
    }

    private static JsonObject symbol(SymbolReport symbol) {
        Optional<JsonObject> best = symbol.learner()
                .map(learner -> JsonObject.empty()
                        .put("learner", learner)
                        .put("params", Documents.parameters(symbol.parameters())));
        Optional<JsonObject> registered = symbol.model()
                .map(model -> JsonObject.empty().put("model", model).put("version", symbol.version()));
        return JsonObject.empty()
                .put("symbol", symbol.symbol().name())
                .put("run", symbol.run().map(RunId::value))
                .put("status", symbol.status().text())
                .put("trials", symbol.trials())
                .put("best", best)
                .put("metrics", Documents.statistics(symbol.metrics()))
                .put("gates", Documents.gates(symbol.gates()))
                .put("registered", registered)
                .put("reason", symbol.reason())
                .put(
                        "stages",
                        symbol.stages().stream()
                                .map(stage -> JsonObject.empty()
                                        .put("name", stage.name())
                                        .put("seconds", stage.seconds())
                                        .put("lines", stage.lines()))
                                .toList());
    }

    private static void print(FactoryReport report, PrintWriter out) {
        out.println("Run " + report.run() + ", " + report.name());
        var table = TextTable.of("symbol", "status", "trials", "best", "registered", "reason");
        for (SymbolReport symbol : report.symbols()) {
            table.row(
                    symbol.symbol(),
                    symbol.status().text(),
                    symbol.trials(),
                    symbol.learner().orElse("—"),
                    symbol.model()
                            .map(model -> model + "/" + symbol.version().orElse(0))
                            .orElse("—"),
                    symbol.reason());
        }
        table.print(out, "No symbol.");
        for (SymbolReport symbol : report.symbols()) {
            if (!symbol.gates().isEmpty()) {
                out.println();
                out.println(symbol.symbol() + ":");
                Documents.gateTable(symbol.gates()).print(out, "");
            }
        }
    }
}
