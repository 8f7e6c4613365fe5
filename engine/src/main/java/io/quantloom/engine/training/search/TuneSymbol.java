package io.quantloom.engine.training.search;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.LibraryDefaults;
import io.quantloom.engine.model.calibration.CalibratedLearner;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.training.configuration.FactorySpec.Settings;
import io.quantloom.engine.training.configuration.FeatureSearch;
import io.quantloom.engine.training.configuration.TrialChoice;
import io.quantloom.engine.training.preparation.Ingested;
import io.quantloom.engine.training.preparation.LabelVariants;
import io.quantloom.engine.training.search.Tuned.Candidate;
import io.quantloom.engine.training.search.Tuned.LearnerStudy;
import io.quantloom.engine.training.tracking.FactoryContext;
import io.quantloom.engine.training.tracking.StageText;
import io.quantloom.engine.training.tracking.SymbolRun;
import io.quantloom.engine.tuning.Dimension;
import io.quantloom.engine.tuning.RunStudy;
import io.quantloom.engine.tuning.SearchParameter;
import io.quantloom.engine.tuning.SearchSpace;
import io.quantloom.engine.tuning.StudySpec;
import io.quantloom.engine.tuning.StudyStore;
import io.quantloom.engine.tuning.Trial;
import io.quantloom.engine.tuning.pruning.Pruners;
import io.quantloom.engine.tuning.tpe.Samplers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The stage tune of one symbol: one study for each learner. Of each the trial with the highest value goes on and learners are
 * compared by it; or the center of the best plateau, and learners are compared by its neighborhood. Of equal ones the first.
 */
public final class TuneSymbol {

    private final FactoryContext factory;
    private final FactorySpec spec;
    private final String family;
    private final Seeds seeds;
    private final SymbolRun run;

    public TuneSymbol(FactoryContext factory, FactorySpec spec, String family, Seeds seeds, SymbolRun run) {
        this.factory = factory;
        this.spec = spec;
        this.family = family;
        this.seeds = seeds;
        this.run = run;
    }

    /** {@return the study of a learner in a symbol's run} */
    public static String study(RunId run, String learner) {
        return run.value() + "/" + learner;
    }

    /** {@return what all trials ever run for the model on these bars have in common} */
    public static String family(String model, Ingested ingested) {
        return model + "|" + ingested.hash().hex();
    }

    /** Returns every trial ever run in the family, as the deflated Sharpe counts them, whatever order they ended in. */
    public static Trials trials(StudyStore studies, String family) {
        List<Trial> all = studies.family(family).stream().filter(Trial::isTry).toList();
        double[] sharpes = all.stream()
                .map(Trial::sharpePerBar)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .sorted()
                .toArray();
        return Trials.of(Math.max(1, all.size()), sharpes);
    }

    /** {@return this search on the calling thread, with other seeds and without a record} */
    public TuneSymbol onTwin(Seeds others) {
        return new TuneSymbol(factory.scratch(), spec, family, others, run);
    }

    /**
     * Searches as {@link #run} does but records nothing in the symbol's run. CALCULATION_FAILED when no trial has a
     * result.
     */
    public Outcome<Tuned> search(LabelVariants variants, JobContext context) {
        return factory.learners().named(spec.learners()).then(learners -> {
            List<LearnerStudy> studies = new ArrayList<>();
            for (Learner learner : learners) {
                Outcome<LearnerStudy> study = study(variants, learner, context.quiet());
                if (!(study instanceof Outcome.Success<LearnerStudy>(var done))) {
                    return study.then(_ -> Outcome.canceled());
                }
                studies.add(done);
            }
            return chosen(variants, studies);
        });
    }

    /** Searches and records what came of it. CALCULATION_FAILED when no trial has a result. */
    public Outcome<Tuned> run(LabelVariants variants, JobContext context) {
        return factory.learners()
                .named(spec.learners())
                .then(learners -> studies(variants, learners, context))
                .then(studies -> recorded(studies, chosen(variants, studies)));
    }

    private Outcome<List<LearnerStudy>> studies(LabelVariants variants, List<Learner> learners, JobContext context) {
        var runs = new LearnerRuns(factory, spec, run, learners.size());
        Outcome<List<LearnerStudy>> studies = Outcome.success(List.of());
        for (int i = 0; i < learners.size(); i++) {
            Learner learner = learners.get(i);
            JobContext part = context.part(learner.name(), (double) i / learners.size(), (i + 1.0) / learners.size());
            studies = studies.then(done -> study(variants, learner, part)
                    .then(next -> runs.record(next, variants, part))
                    .map(this::said)
                    .map(next -> Stream.concat(done.stream(), Stream.of(next)).toList()));
        }
        return studies;
    }

    private LearnerStudy said(LearnerStudy study) {
        var counts = new EnumMap<Trial.State, Integer>(Trial.State.class);
        study.result().trials().forEach(trial -> counts.merge(trial.state(), 1, Integer::sum));
        String states = counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        String best = study.result()
                .best()
                .map(trial -> "; best trial " + trial.number() + " with "
                        + spec.study().yardstick() + " " + StageText.number(value(trial)))
                .orElse("");
        run.says(study.learner().name() + ": "
                + StageText.count(study.result().trials().size(), "trial") + ", " + states + best);
        return study;
    }

    private Outcome<LearnerStudy> study(LabelVariants variants, Learner learner, JobContext context) {
        Learner able = CalibratedLearner.of(learner);
        var study = new StudySpec(
                study(run.id(), learner.name()),
                family,
                space(able),
                spec.study().trials(),
                spec.study().batch(),
                spec.study().method());
        var objective = new WalkForwardObjective(able, variants, spec.study(), seeds.child("fit/" + learner.name()));
        return new RunStudy(
                        factory.stores().studies(),
                        factory.runner(),
                        factory.clock(),
                        factory.active(),
                        factory.events())
                .run(
                        study,
                        Samplers.of(study, seeds.child("study/" + learner.name())),
                        Pruners.of(study, learner.name()),
                        objective,
                        context)
                .map(result -> new LearnerStudy(
                        able, objective, result, Candidate.of(spec.study().choice(), study.space(), result)));
    }

    /** What is searched and reaches this learner, and what is fixed for it. */
    private SearchSpace space(Learner learner) {
        Map<String, Dimension> dimensions = new LinkedHashMap<>();
        Settings settings = spec.research().settings();
        if (settings.ofLibrary()) {
            LibraryDefaults.of(learner.name()).values().forEach((name, value) -> fix(dimensions, learner, name, value));
        }
        if (settings.balanced()) {
            fix(dimensions, learner, "class_weight", "balanced");
            fix(dimensions, learner, "scale_pos_weight", "balanced");
        }
        spec.research()
                .calibration()
                .ifPresent(method -> fix(dimensions, learner, CalibratedLearner.CALIBRATION, method.text()));
        for (Dimension dimension : spec.study().space().dimensions()) {
            boolean isOfAll = FeatureSearch.isOfFeatures(dimension.name())
                    || SearchParameter.parse(dimension.name())
                            .filter(parameter -> !parameter.isOfLearner())
                            .isPresent();
            if (isOfAll || learner.parameters().contains(dimension.name())) {
                dimensions.put(dimension.name(), dimension);
            }
        }
        return SearchSpace.of(List.copyOf(dimensions.values()));
    }

    private static void fix(Map<String, Dimension> dimensions, Learner learner, String name, Object value) {
        if (learner.parameters().contains(name)) {
            dimensions.put(name, new Dimension.Fixed(name, value));
        }
    }

    private static Outcome<Tuned> chosen(LabelVariants variants, List<LearnerStudy> studies) {
        Optional<LearnerStudy> first = Optional.empty();
        for (LearnerStudy study : studies) {
            if (study.choice().isPresent() && (first.isEmpty() || standing(study) > standing(first.get()))) {
                first = Optional.of(study);
            }
        }
        return first.map(study -> {
                    Trial trial = study.choice().orElseThrow().trial();
                    return variants.of(trial.parameters())
                            .map(variant -> new Tuned(variant, study.learner(), study.objective(), trial, studies));
                })
                .orElseGet(() -> Outcome.failed(noneComplete(trials(studies))));
    }

    private Outcome<Tuned> recorded(List<LearnerStudy> studies, Outcome<Tuned> outcome) {
        List<Trial> trials = trials(studies);
        run.metrics(Map.of("trials", (double) trials.size()));
        List<Trial> scored =
                trials.stream().filter(trial -> trial.value().isPresent()).toList();
        run.series(
                "objective",
                scored.stream().map(Trial::number).toList(),
                scored.stream().map(TuneSymbol::value).toList());
        return outcome.map(this::recorded);
    }

    private Tuned recorded(Tuned tuned) {
        run.says("chosen: trial " + tuned.chosen().number() + " of "
                + tuned.learner().name()
                + (spec.study().choice() == TrialChoice.PLATEAU ? ", the center of the best plateau," : "") + " with "
                + tuned.chosen().parameters().values().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", ")));
        run.tags(Map.of(
                Tags.LEARNER,
                tuned.learner().name(),
                Tags.DATASET,
                tuned.prepared().dataset().fingerprint().hex()));
        run.params(Map.of(
                "learner",
                tuned.learner().name(),
                "chosen_trial",
                tuned.chosen().number()));
        run.params(tuned.chosen().parameters().values());
        run.params(Map.of(
                FeatureSearch.SETS,
                tuned.prepared().dataset().features().name(),
                "samples",
                tuned.prepared().dataset().size()));
        return tuned;
    }

    private static List<Trial> trials(List<LearnerStudy> studies) {
        return studies.stream()
                .flatMap(study -> study.result().trials().stream())
                .toList();
    }

    private static double standing(LearnerStudy study) {
        return study.choice().orElseThrow().standing();
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
}
