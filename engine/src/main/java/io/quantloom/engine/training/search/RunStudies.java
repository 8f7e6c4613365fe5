package io.quantloom.engine.training.search;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunDraft;
import io.quantloom.engine.experiment.RunEvent;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunQuery;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.model.Learners;
import io.quantloom.engine.training.configuration.FactoryFile;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.training.preparation.PrepareSymbol;
import io.quantloom.engine.training.search.StudiesReport.SymbolStudies;
import io.quantloom.engine.training.tracking.FactoryContext;
import io.quantloom.engine.training.tracking.FactoryRuns;
import io.quantloom.engine.training.tracking.FactoryStores;
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

/**
 * The studies of a factory configuration by themselves: ingest, label, features and tune of each symbol, and nothing behind.
 * Their trials count for the deflated Sharpe of the model that the configuration would register, like any others, and are
 * those that the factory would have tried.
 */
public final class RunStudies {

    /** {@link Tags#KIND} of a run of studies, and of those of its symbols. */
    public static final String KIND = "studies";

    private final FactoryContext factory;
    private final RunStore runs;
    private final FindStudies find;

    /**
     * Takes its ports.
     *
     * @param active where studies can be paused while they are under way
     */
    public RunStudies(
            FactoryStores stores,
            Learners learners,
            TrialRunner runner,
            Events events,
            InstantSource clock,
            ActiveStudies active) {
        this.factory = new FactoryContext(stores, learners, runner, events, clock, new TreeMap<>(), active);
        this.runs = stores.runs();
        this.find = new FindStudies(stores.studies(), runs, active);
    }

    /** Runs the studies. Succeeds as soon as every symbol was tried; canceled and paused ones can be resumed. */
    public Outcome<StudiesReport> run(FactorySpec spec, JobContext context) {
        Run parent = runs.begin(draft(spec, spec.name(), Optional.empty(), new TreeMap<>()));
        runs.saveArtifact(parent.id(), FactoryRuns.CONFIG, spec.text().getBytes(StandardCharsets.UTF_8));
        factory.events().publish(new RunEvent.Began(parent.id()));
        return work(parent.id(), spec, context);
    }

    /**
     * Goes on with the studies of a run, or with those of the run that a study belongs to; finished ones are left as they
     * are. MISSING_DATA for what is neither, NOT_APPLICABLE for the studies of a factory run, CONFLICT for what is under way.
     */
    public Outcome<StudiesReport> resume(String id, JobContext context) {
        return parent(id).then(parent -> {
            if (parent.status() == RunStatus.RUNNING) {
                return Outcome.failed(Failure.of(
                        Reason.CONFLICT,
                        "studies that have ended or were interrupted",
                        "ones that are under way",
                        parent.id().value(),
                        "wait for their end or pause them first"));
            }
            return spec(parent).then(spec -> {
                runs.setStatus(parent.id(), RunStatus.RUNNING, factory.clock().instant());
                return work(parent.id(), spec, context);
            });
        });
    }

    /** Returns what the studies of a run came to so far. MISSING_DATA and NOT_APPLICABLE as {@link #resume}. */
    public Outcome<StudiesReport> show(RunId run) {
        return parent(run.value()).then(parent -> spec(parent).map(spec -> report(parent.id(), spec, Map.of())));
    }

    private Outcome<Run> parent(String id) {
        Optional<Run> named = runs.find(new RunId(id)).or(() -> runs.find(FindStudies.runOf(id)));
        Optional<Run> parent =
                named.flatMap(run -> run.parent().flatMap(runs::find).or(() -> named));
        if (parent.isEmpty()) {
            return Outcome.failed(Failure.of(
                    Reason.MISSING_DATA, "a study or a run of studies " + id, "none", "", "list them with study list"));
        }
        String kind = parent.get().tag(Tags.KIND).orElse("unknown");
        if (!kind.equals(KIND)) {
            return Outcome.failed(Failure.of(
                    Reason.NOT_APPLICABLE,
                    "a run of studies",
                    "one of the kind " + kind,
                    parent.get().id().value(),
                    kind.equals(FactoryRuns.KIND)
                            ? "continue with factory resume " + parent.get().id()
                            : "list studies with study list"));
        }
        return Outcome.success(parent.get());
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

    private Outcome<StudiesReport> work(RunId parent, FactorySpec spec, JobContext context) {
        var reasons = new TreeMap<Symbol, String>();
        SortedMap<Symbol, Run> begun = symbolRuns(parent);
        int count = spec.symbols().size();
        boolean canceled = false;
        for (int i = 0; i < count && !canceled; i++) {
            Symbol symbol = spec.symbols().get(i);
            JobContext part = context.part(symbol.name(), (double) i / count, (i + 1.0) / count);
            Run run = open(parent, spec, symbol, Optional.ofNullable(begun.get(symbol)));
            factory.events().publish(new RunEvent.Began(run.id()));
            switch (tune(spec, symbol, run, part)) {
                case Outcome.Success<Tuned> _ -> end(run.id(), RunStatus.FINISHED);
                case Outcome.Failed<Tuned>(var failure) -> {
                    reasons.put(symbol, failure.sentence());
                    end(run.id(), RunStatus.FAILED);
                }
                case Outcome.Canceled<Tuned> _ -> {
                    canceled = true;
                    end(run.id(), RunStatus.KILLED);
                }
            }
        }
        end(parent, canceled ? RunStatus.KILLED : reasons.isEmpty() ? RunStatus.FINISHED : RunStatus.FAILED);
        return canceled ? Outcome.canceled() : Outcome.success(report(parent, spec, reasons));
    }

    private Outcome<Tuned> tune(FactorySpec spec, Symbol symbol, Run run, JobContext context) {
        var symbolRun = new SymbolRun(runs, factory.events(), factory.clock(), run, context);
        Seeds seeds = spec.seeds(symbol);
        return new PrepareSymbol(spec, symbol, factory.stores(), symbolRun)
                .run()
                .then(prepared -> {
                    String family = TuneSymbol.family(spec.model(symbol), prepared.ingested());
                    var tune = new TuneSymbol(factory, spec, family, seeds, symbolRun);
                    return symbolRun.stage(SymbolRun.Step.TUNE, part -> tune.run(prepared, part));
                });
    }

    private StudiesReport report(RunId parent, FactorySpec spec, Map<Symbol, String> reasons) {
        SortedMap<Symbol, Run> begun = symbolRuns(parent);
        List<SymbolStudies> symbols = new ArrayList<>();
        for (Symbol symbol : spec.symbols()) {
            Optional<Run> run = Optional.ofNullable(begun.get(symbol));
            run.ifPresent(known ->
                    symbols.add(new SymbolStudies(symbol, find.of(known.id()), reasons.getOrDefault(symbol, ""))));
        }
        return new StudiesReport(parent, spec.name(), symbols);
    }

    private SortedMap<Symbol, Run> symbolRuns(RunId parent) {
        var bySymbol = new TreeMap<Symbol, Run>();
        for (Run run : runs.search(RunQuery.childrenOf(parent))) {
            run.tag(Tags.SYMBOL).filter(Symbol::isValid).ifPresent(name -> bySymbol.put(new Symbol(name), run));
        }
        return bySymbol;
    }

    private Run open(RunId parent, FactorySpec spec, Symbol symbol, Optional<Run> earlier) {
        if (earlier.isPresent()) {
            runs.setStatus(
                    earlier.get().id(), RunStatus.RUNNING, factory.clock().instant());
            return earlier.get();
        }
        var tags = new TreeMap<String, String>();
        tags.put(Tags.SYMBOL, symbol.name());
        return runs.begin(draft(spec, symbol.name(), Optional.of(parent), tags));
    }

    private RunDraft draft(FactorySpec spec, String name, Optional<RunId> parent, SortedMap<String, String> tags) {
        tags.put(Tags.KIND, KIND);
        tags.put(Tags.SEED, String.valueOf(spec.seed()));
        return new RunDraft(
                spec.name(),
                name,
                parent,
                factory.clock().instant(),
                Map.of("seed", String.valueOf(spec.seed())),
                tags);
    }

    private void end(RunId run, RunStatus status) {
        runs.setStatus(run, status, factory.clock().instant());
        factory.events().publish(new RunEvent.Ended(run, status));
    }
}
