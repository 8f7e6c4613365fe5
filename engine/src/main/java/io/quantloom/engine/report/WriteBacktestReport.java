package io.quantloom.engine.report;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.LoadBacktest;
import io.quantloom.engine.backtest.analysis.AnalyzeBacktest;
import io.quantloom.engine.backtest.analysis.BacktestAnalysis;
import io.quantloom.engine.backtest.analysis.LoadAnalysis;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.report.ReportSource.Closes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Writes a recorded backtest down for people who do not have the workstation: as one page of HTML that fetches nothing and
 * prints as it looks, or as CSV. The same run gives the same bytes.
 */
public final class WriteBacktestReport {

    private final RunStore runs;
    private final BarStore bars;
    private final ReportTexts texts;

    /** Takes where runs and prices live, and what statistics are called. */
    public WriteBacktestReport(RunStore runs, BarStore bars, ReportTexts texts) {
        this.runs = runs;
        this.bars = bars;
        this.texts = texts;
    }

    /**
     * Returns the page of the backtest, with its analysis where one was saved. MISSING_DATA when there is no such run or it
     * has no backtest, INVALID when a file of it is damaged.
     */
    public Outcome<String> page(RunId run) {
        return source(run).map(source -> HtmlReport.of(source, texts));
    }

    /** Writes the page into the file and returns the file; fails as {@link #page}, or with UNAVAILABLE. */
    public Outcome<Path> html(RunId run, Path file) {
        return page(run).then(page -> write(file, page));
    }

    /**
     * Writes the trades into the file, and beside it, with {@code -equity} and {@code -statistics} before its ending, the
     * equity at every bar and the statistics. Returns the three files; fails as {@link #html}.
     */
    public Outcome<List<Path>> csv(RunId run, Path file) {
        return source(run)
                .then(source -> write(file, CsvTables.trades(source.result()))
                        .then(trades -> write(
                                        beside(file, "-equity"),
                                        CsvTables.equity(source.result().equity()))
                                .then(equity -> write(
                                                beside(file, "-statistics"),
                                                CsvTables.statistics(source.result(), texts))
                                        .map(statistics -> List.of(trades, equity, statistics)))));
    }

    private Outcome<ReportSource> source(RunId id) {
        Optional<Run> run = runs.find(id);
        if (run.isEmpty()) {
            return Outcome.failed(
                    Failure.of(Reason.MISSING_DATA, "a run", "none", "run " + id, "list the runs and name one"));
        }
        return new LoadBacktest(runs)
                .run(id)
                .then(result ->
                        analysis(id).map(analysis -> new ReportSource(run.get(), result, analysis, closes(result))));
    }

    private Outcome<Optional<BacktestAnalysis>> analysis(RunId run) {
        boolean saved = runs.artifacts(run).stream()
                .anyMatch(artifact -> artifact.path().equals(AnalyzeBacktest.ANALYSIS));
        return saved ? new LoadAnalysis(runs).run(run).map(Optional::of) : Outcome.success(Optional.empty());
    }

    /** Of other bars than those traded a benchmark would mislead. */
    private Closes closes(BacktestResult result) {
        long[] times = result.equity().times();
        Optional<BarSeries> series = times.length == 0 ? Optional.empty() : bars.load(result.series());
        if (series.isPresent()) {
            int from = series.get().firstAtOrAfter(times[0]);
            int to = Math.min(series.get().size(), from + times.length);
            BarSeries range = series.get().slice(from, to);
            if (Arrays.equals(range.openTimes(), times)) {
                return new Closes(range.closes());
            }
        }
        return new Closes(new double[0]);
    }

    private static Path beside(Path file, String part) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return file.resolveSibling(dot <= 0 ? name + part : name.substring(0, dot) + part + name.substring(dot));
    }

    /** Writes under another name first: the file is whole or not there. */
    private static Outcome<Path> write(Path file, String text) {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.writeString(temporary, text, StandardCharsets.UTF_8);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
            return Outcome.success(file);
        } catch (IOException e) {
            return Outcome.failed(Failure.of(
                            Reason.UNAVAILABLE,
                            "to write the file",
                            e.toString(),
                            file.toString(),
                            "choose a folder that exists and has room")
                    .causedBy(e));
        }
    }
}
