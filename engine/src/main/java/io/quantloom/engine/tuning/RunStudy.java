package io.quantloom.engine.tuning;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.tuning.Trial.State;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Runs a study batch by batch, and continues one that was cut off. A trial is stored RUNNING before it begins and with its
 * end after it, so nothing that was tried is ever uncounted. Complete and failed trials of an earlier process are taken as
 * they are; those it left RUNNING or CANCELED run again under their number, with the same parameters.
 */
public final class RunStudy {

    private final StudyStore store;
    private final TrialRunner runner;
    private final InstantSource clock;

    /** Takes its ports. */
    public RunStudy(StudyStore store, TrialRunner runner, InstantSource clock) {
        this.store = store;
        this.runner = runner;
        this.clock = clock;
    }

    /** Runs what is left of the study. Canceled when the context says so: trials that have ended are kept. */
    public Outcome<StudyResult> run(StudySpec spec, Sampler sampler, Objective objective, JobContext context) {
        var ended = new TreeMap<Integer, Trial>();
        for (Trial trial : store.trials(spec.id())) {
            if (trial.number() < spec.trials() && isFinal(trial)) {
                ended.put(trial.number(), trial);
            }
        }
        var done = new AtomicInteger(ended.size());
        report(context, done.get(), spec);
        for (int from = 0; from < spec.trials(); from += spec.batch()) {
            int to = Math.min(from + spec.batch(), spec.trials());
            List<Trial> told = List.copyOf(ended.headMap(from).values());
            var work = new ArrayList<Supplier<Optional<Trial>>>();
            for (int number = from; number < to; number++) {
                if (!ended.containsKey(number)) {
                    int trial = number;
                    Hyperparameters parameters = sampler.propose(spec.space(), trial, told);
                    work.add(() -> {
                        Optional<Trial> end = runTrial(spec, trial, parameters, objective, context);
                        end.filter(RunStudy::isFinal).ifPresent(_ -> report(context, done.incrementAndGet(), spec));
                        return end;
                    });
                }
            }
            for (Optional<Trial> end : runner.run(work)) {
                if (end.filter(RunStudy::isFinal).isEmpty()) {
                    return Outcome.canceled();
                }
                ended.put(end.get().number(), end.get());
            }
        }
        return Outcome.success(new StudyResult(List.copyOf(ended.values())));
    }

    private Optional<Trial> runTrial(
            StudySpec spec, int number, Hyperparameters parameters, Objective objective, JobContext context) {
        if (context.isCanceled()) {
            return Optional.empty();
        }
        Instant started = clock.instant();
        var begun = new Trial(
                spec.id(),
                number,
                State.RUNNING,
                parameters,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                started,
                Optional.empty(),
                "");
        store.save(spec.family(), begun);
        Trial end = switch (objective.evaluate(number, parameters, context)) {
            case Outcome.Success<Objective.Score>(var score) ->
                ended(begun, State.COMPLETE, OptionalDouble.of(score.value()), score.sharpePerBar(), "");
            case Outcome.Failed<Objective.Score>(var failure) ->
                ended(begun, State.FAILED, OptionalDouble.empty(), OptionalDouble.empty(), failure.sentence());
            case Outcome.Canceled<Objective.Score> _ ->
                ended(begun, State.CANCELED, OptionalDouble.empty(), OptionalDouble.empty(), "");
        };
        store.save(spec.family(), end);
        return Optional.of(end);
    }

    private Trial ended(Trial trial, State state, OptionalDouble value, OptionalDouble sharpePerBar, String reason) {
        return new Trial(
                trial.study(),
                trial.number(),
                state,
                trial.parameters(),
                value,
                sharpePerBar,
                trial.started(),
                Optional.of(clock.instant()),
                reason);
    }

    private static boolean isFinal(Trial trial) {
        return trial.state() == State.COMPLETE || trial.state() == State.FAILED;
    }

    private static void report(JobContext context, int done, StudySpec spec) {
        context.report(Progress.of("trial " + done + " of " + spec.trials(), done, spec.trials()));
    }
}
