package io.quantloom.engine.training;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.StoreException;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunDraft;
import io.quantloom.engine.experiment.RunEvent;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.model.Learners;
import io.quantloom.engine.training.configuration.FactoryFile;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.training.tracking.FactoryContext;
import io.quantloom.engine.training.tracking.FactoryReport;
import io.quantloom.engine.training.tracking.FactoryReport.Status;
import io.quantloom.engine.training.tracking.FactoryReport.SymbolReport;
import io.quantloom.engine.training.tracking.FactoryRuns;
import io.quantloom.engine.training.tracking.FactoryStores;
import io.quantloom.engine.training.tracking.SymbolReportJson;
import io.quantloom.engine.training.tracking.SymbolRun;
import io.quantloom.engine.tuning.ActiveStudies;
import io.quantloom.engine.tuning.TrialRunner;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loop A: runs a factory configuration, symbol by symbol, and continues a run that was cut off. One run of the
 * configuration's experiment holds the configuration, a nested run for each symbol everything else. What a symbol came to
 * is stored before the next begins; a symbol that fails does not stop the others. A resumed run ends with the same bits as
 * one that was never cut off.
 */
public final class RunFactory {

    private static final Logger LOG = LoggerFactory.getLogger(RunFactory.class);

    private final FactoryContext factory;
    private final RunStore runs;
    private final FactoryRuns known;

    /**
     * Takes its ports.
     *
     * @param runner computes trials; the report does not depend on how many at a time
     * @param runtime versions of product, JDK, operating system and libraries, for model cards
     */
    public RunFactory(
            FactoryStores stores,
            Learners learners,
            TrialRunner runner,
            Events events,
            InstantSource clock,
            SortedMap<String, String> runtime) {
        this(new FactoryContext(stores, learners, runner, events, clock, runtime, new ActiveStudies()));
    }

    /**
     * Takes its ports.
     *
     * @param active where its studies can be paused while they are under way
     */
    public RunFactory(
            FactoryStores stores,
            Learners learners,
            TrialRunner runner,
            Events events,
            InstantSource clock,
            SortedMap<String, String> runtime,
            ActiveStudies active) {
        this(new FactoryContext(stores, learners, runner, events, clock, runtime, active));
    }

    private RunFactory(FactoryContext factory) {
        this.factory = factory;
        this.runs = factory.stores().runs();
        this.known = new FactoryRuns(runs);
    }

    /**
     * Runs the configuration. Succeeds with a report as soon as every symbol was tried, whatever each came to; canceled
     * runs can be resumed.
     */
    public Outcome<FactoryReport> run(FactorySpec spec, JobContext context) {
        String symbols = spec.symbols().stream().map(Symbol::name).collect(Collectors.joining(","));
        var params = new TreeMap<String, String>();
        params.put(FactoryRuns.SYMBOLS, symbols);
        params.put("seed", String.valueOf(spec.seed()));
        params.put("features", String.join(" ", spec.featureSets()));
        params.put("label", spec.label().text());
        params.put("learners", String.join(",", spec.learners()));
        params.put("trials", String.valueOf(spec.study().trials()));
        factory.runtime().forEach((name, version) -> params.put("runtime." + name, version));
        Run parent = runs.begin(new RunDraft(
                spec.name(),
                spec.name(),
                Optional.empty(),
                factory.clock().instant(),
                params,
                Map.of(Tags.KIND, FactoryRuns.KIND, Tags.SEED, String.valueOf(spec.seed()))));
        runs.saveArtifact(parent.id(), FactoryRuns.CONFIG, spec.text().getBytes(StandardCharsets.UTF_8));
        factory.events().publish(new RunEvent.Began(parent.id()));
        return work(parent.id(), spec, context);
    }

    /**
     * Continues a run that was canceled, interrupted or has failed symbols: decided symbols stay as they are, studies go
     * on where they stopped; a finished run gives its report again. MISSING_DATA for an unknown run, NOT_APPLICABLE for one of another kind, CONFLICT for one that
     * is under way.
     */
    public Outcome<FactoryReport> resume(RunId run, JobContext context) {
        return known.find(run).then(parent -> {
            if (parent.status() == RunStatus.RUNNING) {
                return Outcome.failed(Failure.of(
                        Reason.CONFLICT,
                        "a factory run that has ended or was interrupted",
                        "one that is under way",
                        run.value(),
                        "wait for its end or cancel it first"));
            }
            if (parent.status() == RunStatus.FINISHED) {
                return known.show(run);
            }
            return spec(parent).then(spec -> {
                runs.setStatus(run, RunStatus.RUNNING, factory.clock().instant());
                return work(run, spec, context);
            });
        });
    }

    private Outcome<FactorySpec> spec(Run parent) {
        OptionalLong seed = parent.tag(Tags.SEED)
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
        return runs.loadArtifact(parent.id(), FactoryRuns.CONFIG)
                .then(content -> new FactoryFile(
                                factory.learners(), factory.stores().features())
                        .read(FactoryRuns.CONFIG, new String(content, StandardCharsets.UTF_8), seed));
    }

    private Outcome<FactoryReport> work(RunId parent, FactorySpec spec, JobContext context) {
        List<SymbolReport> reports = new ArrayList<>();
        SortedMap<Symbol, Run> begun = known.symbolRuns(parent);
        int count = spec.symbols().size();
        for (int i = 0; i < count && !context.isCanceled(); i++) {
            Symbol symbol = spec.symbols().get(i);
            JobContext part = context.part(symbol.name(), (double) i / count, (i + 1.0) / count);
            Optional<Run> earlier = Optional.ofNullable(begun.get(symbol));
            reports.add(earlier.flatMap(known::decision)
                    .orElseGet(() -> train(spec, symbol, open(parent, spec, symbol, earlier), part)));
        }
        boolean canceled =
                reports.size() < count || reports.stream().anyMatch(report -> report.status() == Status.CANCELED);
        boolean failed = reports.stream().anyMatch(report -> report.status() == Status.FAILED);
        if (!canceled) {
            new AdjustPool(runs, factory.clock()).run(known.symbolRuns(parent).values());
        }
        end(parent, canceled ? RunStatus.KILLED : failed ? RunStatus.FAILED : RunStatus.FINISHED);
        return canceled ? Outcome.canceled() : known.show(parent);
    }

    private Run open(RunId parent, FactorySpec spec, Symbol symbol, Optional<Run> earlier) {
        if (earlier.isPresent()) {
            runs.setStatus(
                    earlier.get().id(), RunStatus.RUNNING, factory.clock().instant());
            runs.setTags(earlier.get().id(), Map.of(Tags.STATUS, Status.PENDING.text(), Tags.REASON, ""));
            return earlier.get();
        }
        var tags = new TreeMap<String, String>();
        tags.put(Tags.KIND, FactoryRuns.SYMBOL_KIND);
        tags.put(Tags.SYMBOL, symbol.name());
        tags.put(Tags.SEED, String.valueOf(spec.seed()));
        tags.put(Tags.STATUS, Status.PENDING.text());
        return runs.begin(new RunDraft(
                spec.name(),
                symbol.name(),
                Optional.of(parent),
                factory.clock().instant(),
                Map.of("symbol", symbol.name(), "seed", String.valueOf(spec.seed())),
                tags));
    }

    private SymbolReport train(FactorySpec spec, Symbol symbol, Run run, JobContext context) {
        factory.events().publish(new RunEvent.Began(run.id()));
        var symbolRun = new SymbolRun(runs, factory.events(), factory.clock(), run, context);
        var training = new TrainSymbol(factory, spec, symbol, symbolRun);
        Outcome<SymbolReport> outcome = guarded(symbol, training);
        SymbolReport report = switch (outcome) {
            case Outcome.Success<SymbolReport>(var decided) -> decided;
            case Outcome.Failed<SymbolReport>(var failure) ->
                undecided(symbol, symbolRun, Status.FAILED, training.trials(), failure.sentence());
            case Outcome.Canceled<SymbolReport> _ ->
                undecided(symbol, symbolRun, Status.CANCELED, training.trials(), "canceled");
        };
        save(symbolRun, report);
        return report;
    }

    // The border of one symbol: a bug or a fault in it must not take the others down.
    private static Outcome<SymbolReport> guarded(Symbol symbol, TrainSymbol training) {
        try {
            return training.run();
        } catch (StoreException e) {
            LOG.error("The store failed while {} was trained", symbol, e);
            return Outcome.failed(e.failure());
        } catch (RuntimeException e) {
            LOG.error("Training of {} broke off", symbol, e);
            return Outcome.failed(Failure.of(
                            Reason.CALCULATION_FAILED,
                            "training to end",
                            e.getClass().getSimpleName() + ": " + e.getMessage(),
                            symbol.name(),
                            "see the log, then resume the run")
                    .causedBy(e));
        }
    }

    private void save(SymbolRun run, SymbolReport report) {
        run.artifact(FactoryRuns.REPORT, SymbolReportJson.write(report));
        var tags = new TreeMap<String, String>();
        tags.put(Tags.STATUS, report.status().text());
        tags.put(Tags.REASON, report.reason());
        report.model().ifPresent(model -> tags.put(Tags.MODEL, model));
        report.version().ifPresent(version -> tags.put(Tags.VERSION, String.valueOf(version)));
        run.tags(tags);
        end(
                run.id(),
                switch (report.status()) {
                    case PASSED, REFUSED -> RunStatus.FINISHED;
                    case CANCELED -> RunStatus.KILLED;
                    case FAILED, PENDING -> RunStatus.FAILED;
                });
    }

    private void end(RunId run, RunStatus status) {
        runs.setStatus(run, status, factory.clock().instant());
        factory.events().publish(new RunEvent.Ended(run, status));
    }

    private static SymbolReport undecided(Symbol symbol, SymbolRun run, Status status, int trials, String reason) {
        SymbolReport pending = FactoryRuns.pending(symbol, Optional.of(run.id()));
        return new SymbolReport(
                symbol,
                pending.run(),
                status,
                trials,
                pending.learner(),
                pending.parameters(),
                pending.metrics(),
                pending.gates(),
                pending.model(),
                pending.version(),
                run.stages(),
                reason);
    }
}
