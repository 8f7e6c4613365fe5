package io.quantloom.engine.training;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.tuning.Pruner;
import io.quantloom.engine.tuning.RunStudy;
import io.quantloom.engine.tuning.Sampler;
import io.quantloom.engine.tuning.SearchParameter;
import io.quantloom.engine.tuning.SearchSpace;
import io.quantloom.engine.tuning.StudyResult;
import io.quantloom.engine.tuning.StudySpec;
import io.quantloom.engine.tuning.StudyStore;
import io.quantloom.engine.tuning.Trial;
import io.quantloom.engine.tuning.pruning.Pruners;
import io.quantloom.engine.tuning.tpe.Samplers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The stage tune of one symbol: one study for each learner; the best trial of all of them wins, of equal ones the first. */
final class TuneSymbol {

    private final FactoryContext factory;
    private final FactorySpec spec;
    private final String family;
    private final Seeds seeds;
    private final SymbolRun run;

    TuneSymbol(FactoryContext factory, FactorySpec spec, String family, Seeds seeds, SymbolRun run) {
        this.factory = factory;
        this.spec = spec;
        this.family = family;
        this.seeds = seeds;
        this.run = run;
    }

    /** {@return the study of a learner in a symbol's run} */
    static String study(RunId run, String learner) {
        return run.value() + "/" + learner;
    }

    /** {@return what all trials ever run for the model on these bars have in common} */
    static String family(String model, Ingested ingested) {
        return model + "|" + ingested.hash().hex();
    }

    /** Returns every trial ever run in the family, as the deflated Sharpe counts them, whatever order they ended in. */
    static Trials trials(StudyStore studies, String family) {
        List<Trial> all = studies.family(family);
        double[] sharpes = all.stream()
                .map(Trial::sharpePerBar)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .sorted()
                .toArray();
        return Trials.of(Math.max(1, all.size()), sharpes);
    }

    Outcome<Tuned> run(Prepared prepared, JobContext context) {
        var variants = new LabelVariants(spec, prepared);
        return factory.learners()
                .named(spec.learners())
                .then(learners -> studies(variants, learners, context))
                .then(studies -> best(variants, studies));
    }

    private Outcome<List<LearnerStudy>> studies(LabelVariants variants, List<Learner> learners, JobContext context) {
        Outcome<List<LearnerStudy>> studies = Outcome.success(List.of());
        for (int i = 0; i < learners.size(); i++) {
            Learner learner = learners.get(i);
            JobContext part = context.part(learner.name(), (double) i / learners.size(), (i + 1.0) / learners.size());
            studies = studies.then(done -> study(variants, learner, part)
                    .map(next -> Stream.concat(done.stream(), Stream.of(next)).toList()));
        }
        return studies;
    }

    private Outcome<LearnerStudy> study(LabelVariants variants, Learner learner, JobContext context) {
        var study = new StudySpec(
                study(run.id(), learner.name()),
                family,
                space(learner),
                spec.study().trials(),
                spec.study().batch(),
                spec.study().method());
        var objective = new WalkForwardObjective(
                learner, variants, spec.study().objective(), seeds.child("fit/" + learner.name()));
        Sampler sampler = Samplers.of(study, seeds.child("study/" + learner.name()));
        Pruner pruner = Pruners.of(study, learner.name());
        return new RunStudy(factory.stores().studies(), factory.runner(), factory.clock(), factory.active())
                .run(study, sampler, pruner, objective, context)
                .map(result -> new LearnerStudy(learner, objective, result));
    }

    private SearchSpace space(Learner learner) {
        return new SearchSpace(spec.study().space().dimensions().stream()
                .filter(dimension -> learner.parameters().contains(dimension.name())
                        || SearchParameter.parse(dimension.name())
                                .filter(parameter -> !parameter.isOfLearner())
                                .isPresent())
                .toList());
    }

    private Outcome<Tuned> best(LabelVariants variants, List<LearnerStudy> studies) {
        var trials = new ArrayList<Trial>();
        Optional<LearnerStudy> best = Optional.empty();
        for (LearnerStudy study : studies) {
            trials.addAll(study.result.trials());
            Optional<Trial> own = study.result.best();
            if (own.isPresent()
                    && (best.isEmpty() || value(own.get()) > value(best.get().best()))) {
                best = Optional.of(study);
            }
        }
        run.metrics(Map.of("trials", (double) trials.size()));
        List<Trial> scored =
                trials.stream().filter(trial -> trial.value().isPresent()).toList();
        run.series(
                "objective",
                scored.stream().map(Trial::number).toList(),
                scored.stream().map(TuneSymbol::value).toList());
        return best.map(study -> tuned(variants, study)).orElseGet(() -> Outcome.failed(noneComplete(trials)));
    }

    private Outcome<Tuned> tuned(LabelVariants variants, LearnerStudy study) {
        Trial best = study.best();
        return variants.of(best.parameters()).map(variant -> {
            var tuned = new Tuned(variant.prepared(), variant.trading(), study.learner, study.objective, best);
            record(tuned);
            return tuned;
        });
    }

    private void record(Tuned tuned) {
        run.tags(Map.of(
                Tags.LEARNER,
                tuned.learner().name(),
                Tags.DATASET,
                tuned.prepared().dataset().fingerprint().hex()));
        run.params(Map.of(
                "learner", tuned.learner().name(), "best_trial", tuned.best().number()));
        run.params(tuned.best().parameters().values());
    }

    private static double value(Trial trial) {
        return trial.value().orElseThrow();
    }

    private static Failure noneComplete(List<Trial> trials) {
        return Failure.of(
                Reason.CALCULATION_FAILED,
                "at least one trial with a result",
                trials.size() + " failed ones, the first with: "
                        + trials.getFirst().reason(),
                "",
                "search elsewhere or import more bars");
    }

    private record LearnerStudy(Learner learner, WalkForwardObjective objective, StudyResult result) {
        Trial best() {
            return result.best().orElseThrow();
        }
    }
}
