package io.quantloom.engine.tuning;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
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
 * end after it, so nothing that was tried is ever uncounted. Complete, pruned and failed trials of an earlier process are
 * taken as they are; those it left RUNNING or CANCELED run again under their number, with the same parameters.
 *
 * <p>All trials of a batch are proposed before the first of them begins, each knowing the earlier ones of its batch only as
 * RUNNING, and pruned by comparison with earlier batches alone. So neither the number of workers, nor who ends first, nor
 * a kill in between changes the study.
 *
 * <p>A trial that waits because a person asked for it takes the place of the one that would have been proposed under its
 * number; see {@link EnqueueTrial}.
 */
public final class RunStudy {

    private final StudyStore store;
    private final TrialRunner runner;
    private final InstantSource clock;
    private final ActiveStudies active;
    private final Events events;

    /**
     * Takes its ports.
     *
     * @param active where a study under way can be paused
     * @param events told of every trial that begins or ends
     */
    public RunStudy(StudyStore store, TrialRunner runner, InstantSource clock, ActiveStudies active, Events events) {
        this.store = store;
        this.runner = runner;
        this.clock = clock;
        this.active = active;
        this.events = events;
    }

    /** Takes its ports; studies under way can be stopped by their context alone. */
    public RunStudy(StudyStore store, TrialRunner runner, InstantSource clock) {
        this(store, runner, clock, new ActiveStudies(), new Events());
    }

    /** Runs what is left of the study, every trial to its end. */
    public Outcome<StudyResult> run(StudySpec spec, Sampler sampler, Objective objective, JobContext context) {
        return run(spec, sampler, Pruner.none(), objective, context);
    }

    /**
     * Runs what is left of the study. Canceled when the context says so or the study was paused: trials that have ended are
     * kept. CONFLICT when somebody works on it already.
     */
    public Outcome<StudyResult> run(
            StudySpec spec, Sampler sampler, Pruner pruner, Objective objective, JobContext context) {
        Optional<ActiveStudies.Work> begun = active.begin(spec.id(), context);
        if (begun.isEmpty()) {
            return Outcome.failed(Failure.of(
                    Reason.CONFLICT,
                    "a study that nobody works on",
                    "one that is under way",
                    spec.id(),
                    "wait for its end or pause it first"));
        }
        try (ActiveStudies.Work work = begun.get()) {
            StudySpec bounded = spec.atMost(sampler.most(spec.space()));
            store.define(new Study(bounded, clock.instant()));
            events.publish(new StudyEvent(spec.id()));
            return new Session(bounded, sampler, pruner, objective, work).run();
        }
    }

    /** The work on one study. */
    private final class Session {
        private final StudySpec spec;
        private final Sampler sampler;
        private final Pruner pruner;
        private final Objective objective;
        private final ActiveStudies.Work context;
        private final TreeMap<Integer, Trial> known = new TreeMap<>();
        private final TreeMap<Integer, Trial> ended = new TreeMap<>();
        private final AtomicInteger done = new AtomicInteger();

        Session(StudySpec spec, Sampler sampler, Pruner pruner, Objective objective, ActiveStudies.Work context) {
            this.spec = spec;
            this.sampler = sampler;
            this.pruner = pruner;
            this.objective = objective;
            this.context = context;
        }

        Outcome<StudyResult> run() {
            know();
            done.set((int) known.values().stream().filter(Trial::isFinal).count());
            report();
            for (int from = 0; from < spec.trials(); from += spec.batch()) {
                if (!runBatch(from, Math.min(from + spec.batch(), spec.trials()))) {
                    return Outcome.canceled();
                }
            }
            return Outcome.success(new StudyResult(List.copyOf(ended.values())));
        }

        private void know() {
            for (Trial trial : store.trials(spec.id())) {
                if (trial.number() < spec.trials()) {
                    known.put(trial.number(), trial);
                }
            }
        }

        /** Returns whether every trial of the batch came to its end. */
        private boolean runBatch(int from, int to) {
            if (context.proposes(to)) {
                know();
            }
            List<Trial> before = List.copyOf(ended.values());
            var told = new ArrayList<>(before);
            var work = new ArrayList<Supplier<Optional<Trial>>>();
            for (int number = from; number < to; number++) {
                Optional<Trial> earlier = Optional.ofNullable(known.get(number));
                Trial proposed = Trial.running(spec.id(), number, parameters(number, earlier, told), Instant.EPOCH);
                told.add(proposed);
                if (earlier.filter(Trial::isFinal).isPresent()) {
                    ended.put(number, earlier.get());
                } else {
                    work.add(() -> evaluate(proposed, before));
                }
            }
            boolean whole = true;
            for (Optional<Trial> end : runner.run(work)) {
                end.filter(Trial::isFinal).ifPresent(trial -> ended.put(trial.number(), trial));
                whole &= end.filter(Trial::isFinal).isPresent();
            }
            return whole;
        }

        private Hyperparameters parameters(int number, Optional<Trial> earlier, List<Trial> told) {
            return earlier.map(Trial::parameters)
                    .orElseGet(
                            () -> sampler.propose(spec.space(), number, pruner.competitors(number, List.copyOf(told))));
        }

        private Optional<Trial> evaluate(Trial proposed, List<Trial> before) {
            if (context.beginsNoMore()) {
                return Optional.empty();
            }
            Trial begun = Trial.running(spec.id(), proposed.number(), proposed.parameters(), clock.instant());
            save(begun);
            var trial = new ReportingTrial(begun, before, pruner, context);
            Trial end = switch (objective.evaluate(begun.number(), begun.parameters(), trial)) {
                case Outcome.Success<Objective.Score>(var score) ->
                    ended(trial, State.COMPLETE, OptionalDouble.of(score.value()), score.sharpePerBar(), "");
                case Outcome.Failed<Objective.Score>(var failure) ->
                    ended(trial, State.FAILED, OptionalDouble.empty(), OptionalDouble.empty(), failure.sentence());
                case Outcome.Canceled<Objective.Score> _ ->
                    ended(
                            trial,
                            trial.wasPruned() ? State.PRUNED : State.CANCELED,
                            OptionalDouble.empty(),
                            OptionalDouble.empty(),
                            "");
            };
            save(end);
            if (end.isFinal()) {
                done.incrementAndGet();
                report();
            }
            return Optional.of(end);
        }

        private void save(Trial trial) {
            store.save(spec.family(), trial);
            events.publish(new StudyEvent(spec.id()));
        }

        private Trial ended(
                ReportingTrial running, State state, OptionalDouble value, OptionalDouble sharpePerBar, String reason) {
            Trial trial = running.trial();
            return new Trial(
                    trial.study(),
                    trial.number(),
                    state,
                    trial.parameters(),
                    value,
                    sharpePerBar,
                    trial.started(),
                    Optional.of(clock.instant()),
                    reason,
                    trial.steps());
        }

        private void report() {
            context.report(Progress.of("trial " + done + " of " + spec.trials(), done.get(), spec.trials()));
        }
    }

    /** A trial under way: keeps what it reports and asks the pruner. */
    private static final class ReportingTrial implements TrialContext {
        private final Trial begun;
        private final List<Trial> before;
        private final Pruner pruner;
        private final JobContext context;
        private final TreeMap<Integer, Double> steps = new TreeMap<>();
        private boolean pruned;

        ReportingTrial(Trial begun, List<Trial> before, Pruner pruner, JobContext context) {
            this.begun = begun;
            this.before = before;
            this.pruner = pruner;
            this.context = context;
        }

        Trial trial() {
            return begun.withSteps(steps);
        }

        boolean wasPruned() {
            return pruned;
        }

        @Override
        public void report(int step, double value) {
            if (step < 0 || (!steps.isEmpty() && step <= steps.lastKey())) {
                throw new IllegalArgumentException("steps ascend from 0, was " + step + " behind " + steps.keySet());
            }
            steps.put(step, value);
        }

        @Override
        public boolean shouldPrune() {
            pruned |= !steps.isEmpty() && pruner.shouldPrune(trial(), before);
            return pruned;
        }

        @Override
        public boolean isPruning() {
            return pruner.isPruning();
        }

        @Override
        public void report(Progress progress) {
            context.report(progress);
        }

        @Override
        public boolean isCanceled() {
            return context.isCanceled();
        }
    }
}
