package io.quantloom.engine.training.search;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunDraft;
import io.quantloom.engine.experiment.RunEvent;
import io.quantloom.engine.experiment.RunQuery;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.training.preparation.LabelVariants;
import io.quantloom.engine.training.search.Tuned.Candidate;
import io.quantloom.engine.training.search.Tuned.LearnerStudy;
import io.quantloom.engine.training.tracking.FactoryContext;
import io.quantloom.engine.training.tracking.FactoryRuns;
import io.quantloom.engine.training.tracking.SymbolRun;
import io.quantloom.engine.tuning.Trial;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where several learners compete, a run of each below the symbol's, named {@code SYMBOL_LEARNER}: the trial that would go on and how that
 * did out of sample. The holdout is not looked at for them: only the winner's is (product.md F22).
 */
final class LearnerRuns {

    private final FactoryContext factory;
    private final FactorySpec spec;
    private final SymbolRun parent;
    private final int learners;

    LearnerRuns(FactoryContext factory, FactorySpec spec, SymbolRun parent, int learners) {
        this.factory = factory;
        this.spec = spec;
        this.parent = parent;
        this.learners = learners;
    }

    /** Records the study unless it is the only one or recorded already, and returns it. */
    Outcome<LearnerStudy> record(LearnerStudy study, LabelVariants variants, JobContext context) {
        if (learners < 2) {
            return Outcome.success(study);
        }
        Run child = open(study.learner().name());
        if (child.status() == RunStatus.FINISHED || child.status() == RunStatus.FAILED) {
            return Outcome.success(study);
        }
        var run = new SymbolRun(factory.stores().runs(), factory.events(), factory.clock(), child, context);
        List<Trial> trials = study.result().trials();
        run.metrics(Map.of("trials", (double) trials.size()));
        List<Trial> scored =
                trials.stream().filter(trial -> trial.value().isPresent()).toList();
        run.series(
                "objective",
                scored.stream().map(Trial::number).toList(),
                scored.stream().map(trial -> trial.value().orElseThrow()).toList());
        Optional<Candidate> choice = study.choice();
        if (choice.isEmpty()) {
            run.tags(Map.of(Tags.REASON, trials.getFirst().reason()));
            end(child, RunStatus.FAILED);
            return Outcome.success(study);
        }
        return measured(study, choice.get().trial(), variants, run, context).map(done -> {
            end(child, RunStatus.FINISHED);
            return done;
        });
    }

    private Outcome<LearnerStudy> measured(
            LearnerStudy study, Trial chosen, LabelVariants variants, SymbolRun run, JobContext context) {
        run.params(Map.of("learner", study.learner().name(), "chosen_trial", chosen.number()));
        run.params(chosen.parameters().values());
        run.metrics(Map.of(spec.study().yardstick(), chosen.value().orElseThrow()));
        return variants.of(chosen.parameters())
                .then(variant -> study.objective()
                        .probabilities(chosen.parameters(), context)
                        .map(probabilities -> {
                            StitchedClasses.of(variant.prepared(), probabilities)
                                    .ifPresent(
                                            evaluation -> run.metrics(Measures.defined("walk_forward.", evaluation)));
                            return study;
                        }));
    }

    private Run open(String learner) {
        RunStore runs = factory.stores().runs();
        Optional<Run> earlier = runs.search(RunQuery.childrenOf(parent.id())).stream()
                .filter(run -> run.tag(Tags.LEARNER).equals(Optional.of(learner)))
                .findFirst();
        if (earlier.isPresent()) {
            return earlier.get();
        }
        String symbol = parent.symbol();
        Run run = runs.begin(new RunDraft(
                spec.name(),
                symbol + "_" + learner,
                Optional.of(parent.id()),
                factory.clock().instant(),
                Map.of("symbol", symbol),
                Map.of(
                        Tags.KIND,
                        FactoryRuns.LEARNER_KIND,
                        Tags.SYMBOL,
                        symbol,
                        Tags.LEARNER,
                        learner,
                        Tags.SEED,
                        String.valueOf(spec.seed()))));
        factory.events().publish(new RunEvent.Began(run.id()));
        return run;
    }

    private void end(Run run, RunStatus status) {
        factory.stores().runs().setStatus(run.id(), status, factory.clock().instant());
        factory.events().publish(new RunEvent.Ended(run.id(), status));
    }
}
