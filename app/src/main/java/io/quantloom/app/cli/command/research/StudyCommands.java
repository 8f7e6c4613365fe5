package io.quantloom.app.cli.command.research;

import io.quantloom.app.cli.command.Documents;
import io.quantloom.app.cli.command.TextFile;
import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.output.TextTable;
import io.quantloom.app.cli.session.CommandSession;
import io.quantloom.app.cli.session.ExitCode;
import io.quantloom.app.cli.session.Reply;
import io.quantloom.app.wiring.Application;
import io.quantloom.app.wiring.ComputePool;
import io.quantloom.app.wiring.RunCancellations.Tracked;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.training.search.StudiesReport;
import io.quantloom.engine.training.search.StudyOverview;
import io.quantloom.engine.tuning.ActiveStudies;
import io.quantloom.engine.tuning.SearchMethod.SamplerName;
import io.quantloom.engine.tuning.Trial;
import io.quantloom.engine.tuning.bench.BenchFunction;
import io.quantloom.engine.tuning.bench.BenchResult;
import io.quantloom.engine.tuning.bench.RunBench;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code study}: search for settings. */
@Command(
        name = "study",
        description = "Hyper-parameter studies: run, resume, list, show, pause, cancel, enqueue, bench.")
public final class StudyCommands {

    private final CommandSession session;

    /** Takes the session. */
    public StudyCommands(CommandSession session) {
        this.session = session;
    }

    @Command(
            name = "run",
            description =
                    "Runs the studies of a factory configuration, one for each symbol and learner; registers nothing.")
    int run(@Parameters(paramLabel = "CONFIG.yaml") Path config) {
        return session.onWorkspace((application, context) -> run(application, session.path(config), context));
    }

    @Command(
            name = "resume",
            description = "Continues a study that was paused, canceled or cut off, and those of its run.")
    int resume(@Parameters(paramLabel = "STUDY") String study) {
        return session.onWorkspace((application, context) -> ended(
                application,
                application
                        .training()
                        .cancellations()
                        .track(context, job -> application.studies().run().resume(study, job))));
    }

    @Command(name = "list", description = "Lists studies, those of factory runs too, newest first.")
    int list(
            @Option(names = "--max-results", paramLabel = "N", defaultValue = "100", description = "${DEFAULT-VALUE}")
                    int limit) {
        return session.onWorkspace((application, _) -> {
            List<StudyOverview> studies = application.studies().find().list(Math.max(1, limit));
            var document = JsonObject.empty()
                    .put("studies", studies.stream().map(StudyDocument::summary).toList());
            return Outcome.success(Reply.done(document, out -> StudyDocument.print(studies, out)));
        });
    }

    @Command(name = "show", description = "Shows a study: trials, what matters, what to take.")
    int show(@Parameters(paramLabel = "STUDY") String study) {
        return session.onWorkspace((application, _) -> application
                .studies()
                .find()
                .show(study)
                .map(found -> Reply.done(StudyDocument.whole(found), out -> StudyDocument.print(found, out))));
    }

    @Command(name = "pause", description = "Begins no more trials of a study under way; those under way end.")
    int pause(@Parameters(paramLabel = "STUDY") String study) {
        return ask(study, "pausing", ActiveStudies::pause);
    }

    @Command(name = "cancel", description = "Stops a study under way at once; it can be resumed.")
    int cancel(@Parameters(paramLabel = "STUDY") String study) {
        return ask(study, "canceling", ActiveStudies::cancel);
    }

    @Command(
            name = "enqueue",
            description =
                    "Asks for a trial with parameters of your own; it is tried next, or when the study is resumed.")
    int enqueue(
            @Parameters(index = "0", paramLabel = "STUDY") String study,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "NAME=VALUE") Map<String, String> parameters) {
        return session.onWorkspace((application, _) ->
                application.studies().enqueue().run(study, parameters).map(StudyCommands::enqueued));
    }

    private static Reply enqueued(Trial trial) {
        var document = JsonObject.empty()
                .put("study", trial.study())
                .put("trial", trial.number())
                .put("state", trial.state().name().toLowerCase(Locale.ROOT))
                .put("params", Documents.parameters(trial.parameters()));
        return Reply.done(
                document,
                out -> out.println("Study " + trial.study() + ": trial " + trial.number() + " is tried next."));
    }

    @Command(name = "bench", description = "Measures a sampler on a function whose minimum is known.")
    int bench(
            @Parameters(paramLabel = "FUNCTION", description = "branin, hartmann6, mixed or conditional")
                    String function,
            @Option(names = "--sampler", paramLabel = "NAME", defaultValue = "tpe", description = "tpe, random or grid")
                    String sampler,
            @Option(names = "--seeds", paramLabel = "N", defaultValue = "60", description = "from 0: ${DEFAULT-VALUE}")
                    int seeds,
            @Option(names = "--trials", paramLabel = "N", defaultValue = "100", description = "${DEFAULT-VALUE}")
                    int trials) {
        Optional<BenchFunction> known = BenchFunction.parse(function);
        Optional<SamplerName> named = Arrays.stream(SamplerName.values())
                .filter(each -> each.text().equals(sampler))
                .findFirst();
        if (known.isEmpty() || named.isEmpty() || seeds < 1 || trials < 1) {
            String found = function + " --sampler " + sampler + " --seeds " + seeds + " --trials " + trials;
            return session.alone(_ -> Outcome.success(Reply.wrongUsage(Failure.of(
                    Failure.Reason.INVALID,
                    "one of " + words(BenchFunction.values()) + ", a sampler among tpe, random, grid, seeds and trials"
                            + " above 0",
                    found,
                    "",
                    "see quantloom study bench --help"))));
        }
        return session.alone(context -> {
            try (var pool = new ComputePool()) {
                return new RunBench(pool.trialRunner())
                        .run(known.get(), named.get(), seeds, trials, context)
                        .map(result -> bench(known.get(), named.get(), trials, result));
            }
        });
    }

    private static String words(BenchFunction... functions) {
        return Arrays.stream(functions).map(BenchFunction::text).collect(Collectors.joining(", "));
    }

    private static Reply bench(BenchFunction function, SamplerName sampler, int trials, BenchResult result) {
        var document = JsonObject.empty()
                .put("function", function.text())
                .put("sampler", sampler.text())
                .put("seeds", result.best().size())
                .put("trials", trials)
                .put("median", result.median())
                .put("q25", result.quantile(0.25))
                .put("q75", result.quantile(0.75));
        var table = TextTable.of("function", "sampler", "seeds", "trials", "median", "q25", "q75")
                .row(
                        function.text(),
                        sampler.text(),
                        result.best().size(),
                        trials,
                        TextTable.number(result.median()),
                        TextTable.number(result.quantile(0.25)),
                        TextTable.number(result.quantile(0.75)));
        return Reply.done(document, out -> table.print(out, ""));
    }

    private int ask(String study, String doing, BiPredicate<ActiveStudies, String> asked) {
        return session.onWorkspace((application, _) -> application
                .studies()
                .find()
                .show(study)
                .then(_ -> asked.test(application.studies().active(), study)
                        ? Outcome.success(Reply.done(
                                JsonObject.empty().put("study", study).put(doing, true),
                                out -> out.println("Study " + study + ": " + doing + ".")))
                        : Outcome.failed(Failure.of(
                                Failure.Reason.NOT_APPLICABLE,
                                "a study that a command is working on",
                                "nobody works on " + study,
                                "",
                                "see quantloom study show " + study))));
    }

    private Outcome<Reply> run(Application application, Path config, JobContext context) {
        var training = application.training();
        return TextFile.read(config)
                .then(text -> training.file().read(config.getFileName().toString(), text, session.seed()))
                .then(spec -> ended(
                        application,
                        training.cancellations()
                                .track(
                                        context,
                                        job -> application.studies().run().run(spec, job))));
    }

    /** Prints the report; what canceled and paused studies have come to is printed too. */
    private static Outcome<Reply> ended(Application application, Tracked<StudiesReport> tracked) {
        if (tracked.outcome() instanceof Outcome.Canceled && tracked.run().isPresent()) {
            RunId run = tracked.run().get();
            return application
                    .studies()
                    .run()
                    .show(run)
                    .map(report -> new Reply(
                            ExitCode.CANCELED,
                            StudyDocument.report(report),
                            out -> print(report, out),
                            Optional.of("canceled; continue with quantloom study resume " + run)));
        }
        return tracked.outcome().map(StudyCommands::decided);
    }

    private static Reply decided(StudiesReport report) {
        List<String> failed = report.symbols().stream()
                .filter(symbol -> !symbol.reason().isEmpty())
                .map(symbol -> symbol.symbol() + ": " + symbol.reason())
                .toList();
        return failed.isEmpty()
                ? Reply.done(StudyDocument.report(report), out -> print(report, out))
                : Reply.partial(
                        StudyDocument.report(report),
                        out -> print(report, out),
                        failed.size() + " of " + report.symbols().size() + " symbols failed: "
                                + String.join("; ", failed));
    }

    private static void print(StudiesReport report, PrintWriter out) {
        out.println("Run " + report.run() + ", " + report.name());
        StudyDocument.print(report.studies(), out);
    }
}
