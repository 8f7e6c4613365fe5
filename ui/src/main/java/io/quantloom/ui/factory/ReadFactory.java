package io.quantloom.ui.factory;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunQuery;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.training.tracking.FactoryReport;
import io.quantloom.engine.training.tracking.FactoryReport.Stage;
import io.quantloom.engine.training.tracking.FactoryReport.Status;
import io.quantloom.engine.training.tracking.FactoryReport.SymbolReport;
import io.quantloom.engine.training.tracking.FactoryRuns;
import io.quantloom.ui.factory.SymbolRow.Fact;
import io.quantloom.ui.factory.SymbolRow.Registered;
import io.quantloom.ui.factory.SymbolRow.Result;
import io.quantloom.ui.statistic.GateTexts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads factory runs. */
final class ReadFactory {

    private static final String SECONDS = "stage_seconds.";
    private static final String CONFIG = "config.yaml";
    private static final int MOST = 200;
    private static final List<String> STAGES =
            List.of("ingest", "label", "features", "tune", "train", "validate", "backtest", "gate", "register");

    private final RunStore runs;
    private final FactoryRuns factory;

    ReadFactory(RunStore runs) {
        this.runs = runs;
        this.factory = new FactoryRuns(runs);
    }

    /** Returns the factory runs, newest first. */
    List<FactoryRow> list() {
        return runs.search(RunQuery.of()).stream()
                .filter(run -> run.tag(Tags.KIND).equals(Optional.of(FactoryRuns.KIND)))
                .limit(MOST)
                .map(ReadFactory::row)
                .toList();
    }

    private static FactoryRow row(Run run) {
        String symbols = run.params().getOrDefault("symbols", "");
        return new FactoryRow(
                run.id().value(),
                run.name(),
                run.started().toEpochMilli(),
                state(run.status()),
                symbols.isEmpty() ? 0 : symbols.split(",", -1).length);
    }

    private static FactoryRow.State state(RunStatus status) {
        return switch (status) {
            case RUNNING -> FactoryRow.State.RUNNING;
            case FINISHED -> FactoryRow.State.FINISHED;
            case FAILED -> FactoryRow.State.FAILED;
            case KILLED -> FactoryRow.State.CANCELED;
            case INTERRUPTED -> FactoryRow.State.INTERRUPTED;
        };
    }

    /** Returns a run with everything that was written of it so far. */
    Outcome<FactoryContent> read(String id) {
        RunId run = new RunId(id);
        return factory.show(run).map(report -> content(report, runs.find(run).orElseThrow()));
    }

    private FactoryContent content(FactoryReport report, Run parent) {
        SortedMap<String, Run> bySymbol = new TreeMap<>();
        for (Run run : runs.search(RunQuery.childrenOf(parent.id()))) {
            run.tag(Tags.SYMBOL).ifPresent(symbol -> bySymbol.putIfAbsent(symbol, run));
        }
        SequencedSet<String> stages = new LinkedHashSet<>(STAGES);
        report.symbols().forEach(symbol -> symbol.stages().forEach(stage -> stages.add(stage.name())));
        List<String> columns = List.copyOf(stages);
        return new FactoryContent(
                row(parent),
                columns,
                report.symbols().stream()
                        .map(symbol -> symbol(
                                symbol,
                                Optional.ofNullable(bySymbol.get(symbol.symbol().name())),
                                columns))
                        .toList(),
                runs.loadArtifact(parent.id(), CONFIG) instanceof Outcome.Success<byte[]>(byte[] bytes)
                        ? new String(bytes, StandardCharsets.UTF_8)
                        : "");
    }

    private static SymbolRow symbol(SymbolReport report, Optional<Run> run, List<String> columns) {
        Result result = result(report.status(), run);
        return new SymbolRow(
                report.symbol().name(),
                run.map(one -> one.id().value()).orElse(""),
                result,
                cells(seconds(report, run), result, columns),
                trials(report, run),
                report.learner()
                        .orElseGet(
                                () -> run.flatMap(one -> one.tag(Tags.LEARNER)).orElse("")),
                report.model()
                        .flatMap(model -> report.version().isPresent()
                                ? Optional.of(
                                        new Registered(model, report.version().getAsInt()))
                                : Optional.empty()),
                capital(report.reason()),
                report.gates().stream().map(GateTexts::of).toList(),
                run.map(ReadFactory::facts).orElse(List.of()));
    }

    private static int trials(SymbolReport report, Optional<Run> run) {
        return report.trials() > 0
                ? report.trials()
                : (int) Math.round(run.map(one -> one.metrics().getOrDefault("trials", 0.0))
                        .orElse(0.0));
    }

    private static Result result(Status status, Optional<Run> run) {
        return switch (status) {
            case PASSED -> Result.PASSED;
            case REFUSED -> Result.REFUSED;
            case FAILED -> Result.FAILED;
            case CANCELED -> Result.CUT_OFF;
            case PENDING ->
                run.isEmpty()
                        ? Result.WAITING
                        : run.get().status() == RunStatus.RUNNING ? Result.RUNNING : Result.CUT_OFF;
        };
    }

    /** What has ended is in the report; while a symbol is under way, its metrics say how far it is. */
    private static Map<String, Double> seconds(SymbolReport report, Optional<Run> run) {
        var seconds = new TreeMap<String, Double>();
        for (Stage stage : report.stages()) {
            seconds.put(stage.name(), stage.seconds());
        }
        if (seconds.isEmpty()) {
            run.ifPresent(one -> one.metrics().forEach((key, value) -> {
                if (key.startsWith(SECONDS)) {
                    seconds.put(key.substring(SECONDS.length()), value);
                }
            }));
        }
        return seconds;
    }

    private static List<StageCell> cells(Map<String, Double> seconds, Result result, List<String> columns) {
        var cells = new ArrayList<StageCell>();
        int last = -1;
        for (int i = 0; i < columns.size(); i++) {
            last = seconds.containsKey(columns.get(i)) ? i : last;
        }
        for (int i = 0; i < columns.size(); i++) {
            double took = seconds.getOrDefault(columns.get(i), Double.NaN);
            cells.add(new StageCell(columns.get(i), state(!Double.isNaN(took), i, last, result), took));
        }
        return cells;
    }

    /** A failed stage was timed too: it is the last that was. */
    private static StageCell.State state(boolean isTimed, int column, int last, Result result) {
        return switch (result) {
            case PASSED, REFUSED -> isTimed ? StageCell.State.DONE : StageCell.State.LEFT_OUT;
            case FAILED ->
                column == last ? StageCell.State.FAILED : isTimed ? StageCell.State.DONE : StageCell.State.LEFT_OUT;
            case CUT_OFF ->
                column == last + 1 ? StageCell.State.CUT_OFF : isTimed ? StageCell.State.DONE : StageCell.State.WAITING;
            case RUNNING ->
                column == last + 1 ? StageCell.State.RUNNING : isTimed ? StageCell.State.DONE : StageCell.State.WAITING;
            case WAITING -> StageCell.State.WAITING;
        };
    }

    private static String capital(String sentence) {
        return sentence.isEmpty() ? "" : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static List<Fact> facts(Run run) {
        var facts = new ArrayList<Fact>();
        run.params().forEach((name, value) -> facts.add(new Fact(name, value)));
        return facts;
    }
}
