package io.quantloom.engine.training.tracking;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunQuery;
import io.quantloom.engine.experiment.RunQuery.Comparison;
import io.quantloom.engine.experiment.RunQuery.Condition;
import io.quantloom.engine.experiment.RunQuery.Field;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.training.tracking.FactoryReport.Stage;
import io.quantloom.engine.training.tracking.FactoryReport.Status;
import io.quantloom.engine.training.tracking.FactoryReport.SymbolReport;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells from the store what factory runs came to, or how far they are. */
public final class FactoryRuns {

    /** {@link Tags#KIND} of a factory run. */
    public static final String KIND = "factory";
    /** {@link Tags#KIND} of the run of one of its symbols. */
    public static final String SYMBOL_KIND = "symbol";

    /** {@link Tags#KIND} of the run of one of several learners below a symbol's. */
    public static final String LEARNER_KIND = "learner";

    /** Path of the stitched walk-forward curve in the run of a symbol; the holdout stands where every backtest does. */
    public static final String WALK_FORWARD = "walk-forward/result.json";

    /** Path of the curve whose every window was chosen inside its own training window. */
    public static final String NESTED = "nested/result.json";

    public static final String CONFIG = "config.yaml";
    public static final String REPORT = "report.json";
    public static final String STAGES = "stages.json";
    public static final String SYMBOLS = "symbols";
    public static final String FOLDS = "folds.json";

    private final RunStore runs;

    /** Takes where runs live. */
    public FactoryRuns(RunStore runs) {
        this.runs = runs;
    }

    /** Returns the reports of the newest factory runs, newest first. */
    public List<FactoryReport> list(int limit) {
        var factory = new Condition(Field.TAG, Tags.KIND, Comparison.EQUAL, KIND);
        return runs
                .search(new RunQuery(List.of(), List.of(factory), Optional.empty(), Optional.empty(), limit))
                .stream()
                .map(this::report)
                .toList();
    }

    /** Returns the report of a factory run. MISSING_DATA for an unknown run, NOT_APPLICABLE for one of another kind. */
    public Outcome<FactoryReport> show(RunId run) {
        return find(run).map(this::report);
    }

    /** Returns the windows of the folds of a symbol's run, the holdout last. MISSING_DATA when none were recorded. */
    public Outcome<List<FoldWindows>> folds(RunId symbolRun) {
        return runs.loadArtifact(symbolRun, FOLDS)
                .then(content -> FoldWindowsJson.read(content)
                        .map(Outcome::success)
                        .orElseGet(() -> Outcome.failed(Failure.of(
                                Reason.PARSING,
                                "windows of folds",
                                "another file",
                                FOLDS,
                                "run the configuration again"))));
    }

    /** Returns the stages a symbol's run has ended so far, with what they said; none when none was recorded. */
    public List<Stage> stages(RunId symbolRun) {
        boolean isRecorded = runs.artifacts(symbolRun).stream()
                .anyMatch(artifact -> artifact.path().equals(STAGES));
        return isRecorded && runs.loadArtifact(symbolRun, STAGES) instanceof Outcome.Success<byte[]>(var content)
                ? SymbolReportJson.stagesOf(content)
                : List.of();
    }

    /** Returns the parent run. */
    public Outcome<Run> find(RunId id) {
        Optional<Run> run = runs.find(id);
        if (run.isEmpty()) {
            return Outcome.failed(
                    Failure.of(Reason.MISSING_DATA, "a factory run " + id, "none", "", "list them with factory list"));
        }
        String kind = run.get().tag(Tags.KIND).orElse("unknown");
        return kind.equals(KIND)
                ? Outcome.success(run.get())
                : Outcome.failed(Failure.of(
                        Reason.NOT_APPLICABLE,
                        "a factory run",
                        "the run " + id + " of kind " + kind,
                        "",
                        "list them with factory list"));
    }

    /** {@return the runs of a factory run's symbols, by symbol} */
    public SortedMap<Symbol, Run> symbolRuns(RunId parent) {
        var bySymbol = new TreeMap<Symbol, Run>();
        for (Run run : runs.search(RunQuery.childrenOf(parent))) {
            if (run.tag(Tags.KIND).equals(Optional.of(SYMBOL_KIND))) {
                run.tag(Tags.SYMBOL).filter(Symbol::isValid).ifPresent(name -> bySymbol.put(new Symbol(name), run));
            }
        }
        return bySymbol;
    }

    /** {@return the report of a symbol that was passed or refused} */
    public Optional<SymbolReport> decision(Run symbolRun) {
        return ended(symbolRun).filter(report -> report.status() == Status.PASSED || report.status() == Status.REFUSED);
    }

    private FactoryReport report(Run parent) {
        SortedMap<Symbol, Run> known = symbolRuns(parent.id());
        List<SymbolReport> symbols = Arrays.stream(
                        parent.params().getOrDefault(SYMBOLS, "").split(",", -1))
                .filter(Symbol::isValid)
                .map(Symbol::new)
                .map(symbol -> report(symbol, Optional.ofNullable(known.get(symbol))))
                .toList();
        return new FactoryReport(parent.id(), parent.name(), parent.started(), symbols);
    }

    private SymbolReport report(Symbol symbol, Optional<Run> run) {
        return run.flatMap(this::ended).orElseGet(() -> pending(symbol, run.map(Run::id)));
    }

    private Optional<SymbolReport> ended(Run symbolRun) {
        String status = symbolRun.tag(Tags.STATUS).orElse(Status.PENDING.text());
        if (status.equals(Status.PENDING.text())) {
            return Optional.empty();
        }
        return runs.loadArtifact(symbolRun.id(), REPORT) instanceof Outcome.Success<byte[]>(var content)
                ? SymbolReportJson.read(content)
                : Optional.empty();
    }

    public static SymbolReport pending(Symbol symbol, Optional<RunId> run) {
        return new SymbolReport(
                symbol,
                run,
                Status.PENDING,
                0,
                Optional.empty(),
                Hyperparameters.empty(),
                new TreeMap<>(),
                List.of(),
                Optional.empty(),
                OptionalInt.empty(),
                List.of(),
                "");
    }
}
