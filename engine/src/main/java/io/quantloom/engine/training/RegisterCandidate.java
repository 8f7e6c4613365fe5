package io.quantloom.engine.training;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.Dataset;
import io.quantloom.engine.dataset.label.LabelDefinition;
import io.quantloom.engine.dataset.label.SmaTrend;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.model.ModelCard;
import io.quantloom.engine.model.evaluation.Evaluation;
import io.quantloom.engine.model.evaluation.Measure;
import io.quantloom.engine.performance.Statistics;
import io.quantloom.engine.registry.Gate;
import io.quantloom.engine.registry.GateMetric;
import io.quantloom.engine.registry.GateResult;
import io.quantloom.engine.registry.ModelVersion;
import io.quantloom.engine.registry.PromoteModel;
import io.quantloom.engine.registry.RegistryStore;
import io.quantloom.engine.registry.Transition;
import io.quantloom.engine.registry.Trend;
import io.quantloom.engine.registry.TrendTags;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.training.measurement.Measured;
import io.quantloom.engine.training.measurement.Trained;
import io.quantloom.engine.training.preparation.Prepared;
import io.quantloom.engine.training.search.Measures;
import io.quantloom.engine.training.search.Tuned;
import io.quantloom.engine.training.search.WalkForwardObjective;
import io.quantloom.engine.training.tracking.FactoryContext;
import io.quantloom.engine.training.tracking.SymbolRun;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** The stages gate and register of one symbol. */
final class RegisterCandidate {

    static final String ORIGIN = "factory";

    private static final long DAY_MILLIS = 86_400_000;

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
        return new Judged(
                measured,
                spec.gates().stream().map(gate -> check(gate, measured)).toList());
    }

    private static GateResult check(Gate gate, Measured measured) {
        boolean onHoldout = gate.basis() == Gate.Basis.HOLDOUT;
        Optional<GateMetric> metric = GateMetric.ofKey(gate.metric());
        if (metric.isEmpty()) {
            Statistics statistics = traded(gate.basis(), measured).statistics();
            return gate.check(
                    statistics.get(gate.metric()),
                    statistics.notes().getOrDefault(gate.metric(), "it was not measured"));
        }
        return switch (metric.get()) {
            case PBO ->
                gate.check(
                        measured.overfitting()
                                .probability()
                                .map(pbo -> OptionalDouble.of(pbo.probability()))
                                .orElse(OptionalDouble.empty()),
                        measured.overfitting().notes().getOrDefault("pbo", "there is no search to judge"));
            case PLACEBO_PERCENTILE ->
                gate.check(
                        measured.placebo()
                                .map(placebo -> OptionalDouble.of(placebo.percentile()))
                                .orElse(OptionalDouble.empty()),
                        "there was no placebo");
            case OVERALL_SCORE, POSITIVE_ACCURACY, NEGATIVE_ACCURACY, ACCURACY, PRECISION, AUC, BRIER ->
                check(
                        gate,
                        onHoldout
                                ? measured.classes().holdout()
                                : measured.classes().walkForward());
        };
    }

    private static BacktestResult traded(Gate.Basis basis, Measured measured) {
        return switch (basis) {
            case HOLDOUT, BACKTEST -> measured.holdout();
            case WALK_FORWARD -> measured.walkForward();
            case NESTED ->
                measured.nested()
                        .orElseThrow(() -> new IllegalStateException("a gate on nested was read without a selection"));
        };
    }

    private static GateResult check(Gate gate, Optional<Evaluation> evaluation) {
        if (evaluation.isEmpty()) {
            return gate.check(OptionalDouble.empty(), "no labeled sample lies there");
        }
        Measure measure = evaluation.get().measure(gate.metric());
        return gate.check(measure.value(), measure.reason());
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
                .map(_ -> {
                    run.says(model + " v" + version.version() + " is " + alias + " now");
                    return version;
                });
    }

    private ModelVersion version(int number, Judged judged) {
        Measured measured = judged.measured();
        var metrics = new TreeMap<String, Double>();
        measured.holdout()
                .statistics()
                .values()
                .forEach((key, value) -> value.ifPresent(present -> metrics.put(key, present)));
        measured.classes()
                .holdout()
                .map(evaluation -> Measures.defined("", evaluation))
                .ifPresent(metrics::putAll);
        var tags = new TreeMap<String, String>();
        tags.putAll(trend(measured.trained()));
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

    private SortedMap<String, String> trend(Trained trained) {
        LabelDefinition label = trained.tuned().variant().label();
        Prepared prepared = trained.tuned().prepared();
        var importance = new TreeMap<String, Double>();
        trained.explanation()
                .ifPresent(explanation ->
                        explanation.features().forEach(each -> importance.put(each.feature(), each.meanAbsolute())));
        long days =
                label.horizon() * prepared.ingested().bars().key().timeframe().millis() / DAY_MILLIS;
        var tags = new TrendTags(
                run.symbol(),
                trained.tuned().learner().name(),
                spec.trend().orElse(Trend.UPTREND),
                label instanceof SmaTrend sma ? OptionalDouble.of(sma.change()) : OptionalDouble.empty(),
                days > 0 ? OptionalInt.of((int) days) : OptionalInt.empty(),
                prepared.dataset().features().columns(),
                importance);
        return spec.trend().isPresent() ? tags.tags() : tags.tagsOfMeta();
    }

    private ModelCard card(Trained trained) {
        Tuned tuned = trained.tuned();
        Prepared prepared = tuned.prepared();
        Dataset dataset = prepared.dataset();
        return new ModelCard(
                tuned.learner().name(),
                tuned.chosen().parameters(),
                dataset.features().name(),
                dataset.features().fingerprint(),
                dataset.label(),
                dataset.bars().key(),
                prepared.ingested().hash(),
                dataset.fingerprint(),
                Instant.ofEpochMilli(dataset.bars().openTime(prepared.holdout().trainedFrom())),
                Instant.ofEpochMilli(dataset.bars().openTime(prepared.holdout().trainedTo())),
                spec.trading().rule(WalkForwardObjective.threshold(tuned.chosen().parameters())),
                trained.hash(),
                spec.seed(),
                factory.runtime());
    }
}
