package io.quantloom.engine.training;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.Dataset;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.model.ModelCard;
import io.quantloom.engine.performance.Statistics;
import io.quantloom.engine.registry.Gate;
import io.quantloom.engine.registry.GateResult;
import io.quantloom.engine.registry.ModelVersion;
import io.quantloom.engine.registry.PromoteModel;
import io.quantloom.engine.registry.RegistryStore;
import io.quantloom.engine.registry.Transition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The stages gate and register of one symbol. */
final class RegisterCandidate {

    static final String ORIGIN = "factory";

    private final FactoryContext factory;
    private final FactorySpec spec;
    private final String model;
    private final SymbolRun run;

    RegisterCandidate(FactoryContext factory, FactorySpec spec, String model, SymbolRun run) {
        this.factory = factory;
        this.spec = spec;
        this.model = model;
        this.run = run;
    }

    /** Runs every gate, whether or not one before it failed. */
    Judged gate(Measured measured) {
        List<GateResult> results = spec.gates().stream()
                .map(gate -> {
                    Statistics statistics = gate.basis() == Gate.Basis.HOLDOUT
                            ? measured.holdout().statistics()
                            : measured.walkForward().statistics();
                    return gate.check(
                            statistics.get(gate.metric()),
                            statistics.notes().getOrDefault(gate.metric(), "it was not measured"));
                })
                .toList();
        return new Judged(measured, results);
    }

    /**
     * Registers a candidate that passed and gives it its alias. What an attempt before a crash has done already is not
     * done twice: a version belongs to the run that made it.
     */
    Outcome<ModelVersion> register(Judged judged) {
        RegistryStore registry = factory.stores().registry();
        Optional<ModelVersion> earlier = registry.versions(model).stream()
                .filter(version -> version.run().equals(run.id()))
                .findFirst();
        ModelVersion version = earlier.orElseGet(() -> {
            factory.stores().artifacts().put(judged.measured().trained().file());
            return registry.register(model, number -> version(number, judged));
        });
        return promoted(version);
    }

    private Outcome<ModelVersion> promoted(ModelVersion version) {
        RegistryStore registry = factory.stores().registry();
        String alias = spec.registration().alias();
        boolean already = registry.history(model).stream()
                .anyMatch(transition -> transition.alias().equals(alias)
                        && transition.kind() == Transition.Kind.PROMOTED
                        && transition.to().equals(OptionalInt.of(version.version())));
        if (already) {
            return Outcome.success(version);
        }
        String reason = "passed " + version.gates().size() + " gates in run " + run.id();
        return new PromoteModel(registry, factory.events(), factory.clock())
                .run(model, version.version(), alias, reason, ORIGIN)
                .map(_ -> version);
    }

    private ModelVersion version(int number, Judged judged) {
        Measured measured = judged.measured();
        var metrics = new TreeMap<String, Double>();
        measured.holdout()
                .statistics()
                .values()
                .forEach((key, value) -> value.ifPresent(present -> metrics.put(key, present)));
        var tags = new TreeMap<String, String>();
        tags.put(Tags.SYMBOL, measured.holdout().series().symbol().name());
        measured.holdout().synthetic().ifPresent(why -> tags.put(Tags.SYNTHETIC, why));
        return new ModelVersion(
                model,
                number,
                factory.clock().instant(),
                run.id(),
                card(measured.trained()),
                judged.gates(),
                metrics,
                tags);
    }

    private ModelCard card(Trained trained) {
        Tuned tuned = trained.tuned();
        Prepared prepared = tuned.prepared();
        Dataset dataset = prepared.dataset();
        return new ModelCard(
                tuned.learner().name(),
                tuned.best().parameters(),
                dataset.features().name(),
                dataset.features().fingerprint(),
                dataset.label(),
                dataset.bars().key(),
                prepared.ingested().hash(),
                dataset.fingerprint(),
                Instant.ofEpochMilli(dataset.bars().openTime(prepared.holdout().trainedFrom())),
                Instant.ofEpochMilli(dataset.bars().openTime(prepared.holdout().trainedTo())),
                spec.trading().rule(WalkForwardObjective.threshold(tuned.best().parameters())),
                trained.hash(),
                spec.seed(),
                factory.runtime());
    }
}
