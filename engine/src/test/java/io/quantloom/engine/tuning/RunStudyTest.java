package io.quantloom.engine.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.tuning.Trial.State;
import io.quantloom.engine.tuning.sampling.RandomSampler;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunStudyTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));
    private static final StudySpec SPEC = new StudySpec("study", "family", SearchSpace.DEFAULT, 10, 4);
    private static final Sampler SAMPLER = new RandomSampler(new Seeds(7));

    private final InMemoryStudyStore store = new InMemoryStudyStore();
    private final ConcurrentSkipListSet<Integer> evaluated = new ConcurrentSkipListSet<>();

    @Test
    void takesTheBestOfAllTrials() {
        StudyResult result =
                study(TrialRunner.onCaller(), this::score, JobContext.none()).orThrow();

        assertThat(result.trials()).extracting(Trial::number).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(result.best().orElseThrow().value().orElseThrow())
                .isEqualTo(result.trials().stream()
                        .mapToDouble(trial -> trial.value().orElseThrow())
                        .max()
                        .orElseThrow());
        assertThat(store.trials("study")).isEqualTo(result.trials());
        assertThat(store.family("family")).hasSize(10);
    }

    @Test
    void takesTheFirstOfEqualTrials() {
        StudyResult result = study(
                        TrialRunner.onCaller(),
                        (_, _, _) -> Outcome.success(new Objective.Score(1, OptionalDouble.empty())),
                        JobContext.none())
                .orThrow();

        assertThat(result.best().orElseThrow().number()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void givesTheSameStudyWithAnyNumberOfWorkers(int workers) {
        StudyResult alone =
                study(TrialRunner.onCaller(), this::score, JobContext.none()).orThrow();
        var other = new InMemoryStudyStore();
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            StudyResult together = new RunStudy(other, TrialRunner.on(pool, workers), CLOCK)
                    .run(SPEC, SAMPLER, this::score, JobContext.none())
                    .orThrow();

            assertThat(together).isEqualTo(alone);
        }
        assertThat(other.trials("study")).isEqualTo(store.trials("study"));
    }

    @Test
    void tellsTheSamplerHowEarlierBatchesEndedAndThatItsOwnIsUnderWay() {
        var told = new ArrayList<Integer>();
        var running = new ArrayList<List<Integer>>();
        Sampler watching = (space, number, earlier) -> {
            told.add((int) earlier.stream().filter(Trial::isFinal).count());
            running.add(earlier.stream()
                    .filter(trial -> trial.state() == State.RUNNING)
                    .map(Trial::number)
                    .toList());
            return SAMPLER.propose(space, number, earlier);
        };

        new RunStudy(store, TrialRunner.onCaller(), CLOCK)
                .run(SPEC, watching, this::score, JobContext.none())
                .orThrow();

        assertThat(told).containsExactly(0, 0, 0, 0, 4, 4, 4, 4, 8, 8);
        assertThat(running).startsWith(List.of(), List.of(0), List.of(0, 1), List.of(0, 1, 2), List.of(), List.of(4));
    }

    @Test
    void recordsAFailedTrialAndGoesOn() {
        Objective third = (number, parameters, context) -> number == 3
                ? Outcome.failed(Failure.of(Failure.Reason.CALCULATION_FAILED, "a curve", "none", "", ""))
                : score(number, parameters, context);

        StudyResult result =
                study(TrialRunner.onCaller(), third, JobContext.none()).orThrow();

        assertThat(result.trials().get(3).state()).isEqualTo(State.FAILED);
        assertThat(result.trials().get(3).reason()).isEqualTo("expected a curve, found none");
        assertThat(result.trials())
                .filteredOn(trial -> trial.state() == State.COMPLETE)
                .hasSize(9);
    }

    @Test
    void leavesATrialRunningWhenItsProcessDies() {
        Objective dying = (number, parameters, context) -> {
            if (number == 5) {
                throw new IllegalStateException("killed");
            }
            return score(number, parameters, context);
        };

        assertThatIllegalStateException().isThrownBy(() -> study(TrialRunner.onCaller(), dying, JobContext.none()));

        assertThat(store.trials("study").get(5).state()).isEqualTo(State.RUNNING);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void continuesWhatWasCutOffWithTheSameTrials(long seed) {
        var random = new SplittableRandom(seed);
        StudyResult whole = new RunStudy(new InMemoryStudyStore(), TrialRunner.onCaller(), CLOCK)
                .run(SPEC, SAMPLER, this::score, JobContext.none())
                .orThrow();
        int fatal = random.nextInt(SPEC.trials());
        boolean canceled = random.nextBoolean();
        Objective cutOff = (number, parameters, context) -> {
            if (number == fatal) {
                if (canceled) {
                    return Outcome.canceled();
                }
                throw new IllegalStateException("killed");
            }
            return score(number, parameters, context);
        };
        try {
            assertThat(study(TrialRunner.onCaller(), cutOff, JobContext.none())).isInstanceOf(Outcome.Canceled.class);
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("killed");
        }
        List<Integer> finished = store.trials("study").stream()
                .filter(trial -> trial.state() == State.COMPLETE)
                .map(Trial::number)
                .toList();
        evaluated.clear();

        StudyResult resumed =
                study(TrialRunner.onCaller(), this::score, JobContext.none()).orThrow();

        assertThat(resumed).isEqualTo(whole);
        assertThat(evaluated).doesNotContainAnyElementsOf(finished).contains(fatal);
        assertThat(store.family("family")).hasSize(SPEC.trials());
    }

    @Test
    void endsSoonAfterACancellation() {
        var cancelAfterTwo = new JobContext() {
            @Override
            public void report(Progress progress) {
                // nobody looks
            }

            @Override
            public boolean isCanceled() {
                return evaluated.size() >= 2;
            }
        };

        assertThat(study(TrialRunner.onCaller(), this::score, cancelAfterTwo)).isInstanceOf(Outcome.Canceled.class);

        assertThat(store.trials("study")).extracting(Trial::state).containsExactly(State.COMPLETE, State.COMPLETE);
    }

    @Test
    void throwsTheFirstFaultInTheOrderOfTheWork() {
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            TrialRunner runner = TrialRunner.on(pool, 4);

            assertThatIllegalStateException()
                    .isThrownBy(() -> runner.run(List.of(
                            () -> 1,
                            () -> {
                                throw new IllegalStateException("second");
                            },
                            () -> {
                                throw new IllegalStateException("third");
                            })))
                    .withMessage("second");
        }
    }

    @Test
    void doesItsOwnWorkWhenThePoolIsBusy() {
        TrialRunner runner = TrialRunner.on(_ -> {}, 4);

        assertThat(runner.run(List.of(() -> "a", () -> "b", () -> "c"))).containsExactly("a", "b", "c");
    }

    private Outcome<StudyResult> study(TrialRunner runner, Objective objective, JobContext context) {
        return new RunStudy(store, runner, CLOCK).run(SPEC, SAMPLER, objective, context);
    }

    private Outcome<Objective.Score> score(int number, Hyperparameters parameters, TrialContext context) {
        evaluated.add(number);
        double value = parameters.number("rounds", 0) - 100 * Math.abs(parameters.number("threshold", 0) - 0.6);
        return Outcome.success(new Objective.Score(value, OptionalDouble.of(value / 100)));
    }
}
