package io.quantloom.app.cli.command.backtest;

import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.output.TextTable;
import io.quantloom.app.cli.session.CommandSession;
import io.quantloom.app.cli.session.Reply;
import io.quantloom.app.wiring.Application;
import io.quantloom.engine.backtest.analysis.AnalysisSettings;
import io.quantloom.engine.backtest.analysis.BacktestAnalysis;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.performance.EquityCurve;
import io.quantloom.engine.report.BacktestComparison;
import java.nio.file.Path;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code backtest compare} and {@code backtest report}: recorded backtests side by side, and files of one. */
final class BacktestReports {

    private static final int SHORT_ID = 8;
    private static final long SEED = 42;

    private final CommandSession session;

    BacktestReports(CommandSession session) {
        this.session = session;
    }

    Outcome<Reply> compare(Application application, List<String> ids, boolean all, JobContext context) {
        return application
                .backtests()
                .evidence()
                .compare()
                .run(ids.stream().map(RunId::new).toList(), context)
                .map(comparison -> compared(comparison, all));
    }

    /** What was found out about the backtest belongs into its report: it is found out now when nobody asked before. */
    Outcome<Reply> report(
            Application application, String id, @Nullable Path html, @Nullable Path csv, JobContext context) {
        RunId run = new RunId(id);
        Outcome<BacktestAnalysis> analysis = analysis(application, run, context);
        if (analysis instanceof Outcome.Canceled) {
            return Outcome.canceled();
        }
        var report = application.backtests().evidence().report();
        boolean neither = html == null && csv == null;
        Path page = neither ? Path.of("backtest-" + id.substring(0, Math.min(SHORT_ID, id.length())) + ".html") : html;
        Outcome<Optional<Path>> written = page == null
                ? Outcome.success(Optional.empty())
                : report.html(run, session.path(page)).map(Optional::of);
        return written.then(file -> csv == null
                ? Outcome.success(reply(run, file, List.of(), analysis))
                : report.csv(run, session.path(csv)).map(tables -> reply(run, file, tables, analysis)));
    }

    private Outcome<BacktestAnalysis> analysis(Application application, RunId run, JobContext context) {
        Outcome<BacktestAnalysis> saved =
                application.backtests().evidence().loadAnalysis().run(run);
        return saved instanceof Outcome.Success
                ? saved
                : application
                        .backtests()
                        .evidence()
                        .analyze()
                        .run(run, AnalysisSettings.of(session.seed().orElse(SEED)), context);
    }

    private static Reply reply(RunId run, Optional<Path> page, List<Path> tables, Outcome<BacktestAnalysis> analysis) {
        var findings = new ArrayList<JsonObject>();
        String missing = "";
        switch (analysis) {
            case Outcome.Success<BacktestAnalysis>(BacktestAnalysis made) ->
                made.findings()
                        .forEach(finding -> findings.add(JsonObject.empty()
                                .put("alarm", finding.alarm().key())
                                .put("sentence", finding.sentence())));
            case Outcome.Failed<BacktestAnalysis>(Failure failure) -> missing = failure.sentence();
            case Outcome.Canceled<BacktestAnalysis> _ -> missing = "canceled";
        }
        var document = JsonObject.empty()
                .put("run", run.value())
                .put("html", page.map(Path::toString))
                .put("csv", tables.stream().map(Path::toString).toList())
                .put("findings", findings)
                .put("not_analyzed", missing.isEmpty() ? Optional.empty() : Optional.of(missing));
        String why = missing;
        return Reply.done(document, out -> {
            page.ifPresent(file -> out.println("Report in " + file));
            tables.forEach(file -> out.println("Table in " + file));
            if (analysis instanceof Outcome.Success<BacktestAnalysis>(BacktestAnalysis made)) {
                out.println(
                        made.findings().isEmpty()
                                ? "No sanity check found anything suspicious."
                                : made.findings().size() + " alarms:");
                made.findings()
                        .forEach(finding -> out.println("  " + finding.alarm().key() + ": " + finding.sentence()));
            } else {
                out.println("Without an analysis: " + why);
            }
        });
    }

    private static Reply compared(BacktestComparison comparison, boolean all) {
        var equity = new ArrayList<JsonObject>();
        for (int i = 0; i < comparison.growth().size(); i++) {
            equity.add(JsonObject.empty()
                    .put("run", comparison.runs().runs().get(i).id().value())
                    .put("growth", points(comparison.growth().get(i))));
        }
        Optional<Instant> from = comparison.from().isPresent()
                ? Optional.of(Instant.ofEpochMilli(comparison.from().getAsLong()))
                : Optional.empty();
        var document =
                ComparisonDocument.of(comparison.runs()).put("from", from).put("equity", equity);
        return Reply.done(document, out -> {
            ComparisonDocument.table(comparison.runs(), all).print(out, "Nothing differs.");
            from.ifPresent(start -> {
                var table = TextTable.of("growth since " + start, "last");
                for (int i = 0; i < comparison.growth().size(); i++) {
                    EquityCurve curve = comparison.growth().get(i);
                    table.row(
                            comparison.runs().runs().get(i).name(),
                            curve.size() == 0 ? "—" : Double.toString(curve.value(curve.size() - 1)));
                }
                table.print(out, "");
            });
            comparison.missing().forEach(failure -> out.println(failure.sentence()));
        });
    }

    private static List<List<Object>> points(EquityCurve curve) {
        return new AbstractList<>() {
            @Override
            public List<Object> get(int i) {
                return List.of(Instant.ofEpochMilli(curve.time(i)), curve.value(i));
            }

            @Override
            public int size() {
                return curve.size();
            }
        };
    }
}
