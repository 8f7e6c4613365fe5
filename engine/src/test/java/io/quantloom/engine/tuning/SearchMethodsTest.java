package io.quantloom.engine.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.tuning.SearchMethod.PrunerName;
import io.quantloom.engine.tuning.SearchMethod.SamplerName;
import io.quantloom.engine.tuning.Trial.State;
import io.quantloom.engine.tuning.bench.BenchFunction;
import io.quantloom.engine.tuning.pruning.Pruners;
import io.quantloom.engine.tuning.tpe.Samplers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Studies by every sampler and pruner: reproducible whoever computes them and however often they are cut off. */
class SearchMethodsTest {

    private static final List<PrunerName> PRUNERS = List.of(PrunerName.values());

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));
    private static final int STEPS = 6;

    private final InMemoryStudyStore store = new InMemoryStudyStore();
    private final ActiveStudies active = new ActiveStudies();

    @ParameterizedTest
    @CsvSource({"TPE,NONE", "TPE,MEDIAN", "TPE,ASHA", "TPE,HYPERBAND", "GRID,ASHA"})
    void giveTheSameStudyWithAnyNumberOfWorkers(SamplerName sampler, PrunerName pruner) {
        StudyResult alone = study(sampler, pruner, TrialRunner.onCaller(), SearchMethodsTest::score)
                .orThrow();
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            StudyResult together = run(
                            new InMemoryStudyStore(),
                            sampler,
                            pruner,
                            TrialRunner.on(pool, 4),
                            SearchMethodsTest::score)
                    .orThrow();

            assertThat(together).isEqualTo(alone);
        }
    }

    // A kill -9 leaves trials RUNNING and others of their batch done or not begun.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void endWithTheSameTrialsAfterKills(long seed) {
        var random = new SplittableRandom(seed);
        PrunerName pruner = PRUNERS.get(random.nextInt(PRUNERS.size()));
        StudyResult whole = study(SamplerName.TPE, pruner, TrialRunner.onCaller(), SearchMethodsTest::score)
                .orThrow();
        var killed = new InMemoryStudyStore();
        for (int life = 0; life < 3; life++) {
            var left = new AtomicInteger(random.nextInt(25));
            Objective dying = (number, parameters, context) -> {
                if (left.decrementAndGet() < 0) {
                    throw new Killed();
                }
                return score(number, parameters, context);
            };
            try {
                run(killed, SamplerName.TPE, pruner, TrialRunner.onCaller(), dying)
                        .orThrow();
            } catch (Killed e) {
                assertThat(e).isNotNull();
            }
        }

        StudyResult resumed = run(killed, SamplerName.TPE, pruner, TrialRunner.onCaller(), SearchMethodsTest::score)
                .orThrow();

        assertThat(resumed).isEqualTo(whole);
        assertThat(resumed.best()).isEqualTo(whole.best());
        assertThat(killed.family("family")).hasSize(whole.trials().size());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void storeWhatWasPrunedWithItsSteps(PrunerName pruner) {
        StudyResult result = study(SamplerName.RANDOM, pruner, TrialRunner.onCaller(), SearchMethodsTest::score)
                .orThrow();

        assertThat(result.trials()).hasSize(40);
        assertThat(result.trials())
                .filteredOn(trial -> trial.state() == State.PRUNED)
                .hasSizeBetween(8, 36)
                .allMatch(trial -> trial.value().isEmpty())
                .allMatch(
                        trial -> trial.steps().size() < STEPS && !trial.steps().isEmpty());
        assertThat(result.best().orElseThrow().state()).isEqualTo(State.COMPLETE);
        assertThat(store.trials("study")).isEqualTo(result.trials());
        assertThat(store.study("study").orElseThrow().spec().method().pruner()).isEqualTo(pruner);
    }

    @Test
    void endAGridWithItsLastPoint() {
        SearchSpace small = SearchSpace.of(List.of(new Dimension.Whole("x", 1, 3), Dimension.Choice.flag("y")));
        var spec = new StudySpec("study", "family", small, 40, 4, new SearchMethod(SamplerName.GRID, PrunerName.NONE));
        Objective constant = (_, _, _) -> Outcome.success(new Objective.Score(1, OptionalDouble.empty()));

        StudyResult result = new RunStudy(store, TrialRunner.onCaller(), CLOCK)
                .run(spec, Samplers.of(spec, new Seeds(1)), constant, JobContext.none())
                .orThrow();

        assertThat(result.trials()).hasSize(6);
        assertThat(store.study("study").orElseThrow().spec().trials()).isEqualTo(6);
    }

    @Test
    void canBePausedAndContinued() {
        Objective pausing = (number, parameters, context) -> {
            if (number == 13) {
                assertThat(active.pause("study")).isTrue();
            }
            return score(number, parameters, context);
        };

        assertThat(study(SamplerName.TPE, PrunerName.NONE, TrialRunner.onCaller(), pausing))
                .isInstanceOf(Outcome.Canceled.class);

        // Thirteen ended, since it was under way; the two behind it in its batch were not begun.
        assertThat(store.trials("study")).hasSize(14).allMatch(Trial::isFinal);
        assertThat(active.pause("study")).isFalse();
        StudyResult continued = study(
                        SamplerName.TPE, PrunerName.NONE, TrialRunner.onCaller(), SearchMethodsTest::score)
                .orThrow();
        assertThat(continued)
                .isEqualTo(run(
                                new InMemoryStudyStore(),
                                SamplerName.TPE,
                                PrunerName.NONE,
                                TrialRunner.onCaller(),
                                SearchMethodsTest::score)
                        .orThrow());
    }

    @Test
    void canBeCanceledFromOutside() {
        Objective canceling = (number, parameters, context) -> {
            if (number == 5) {
                active.cancel("study");
            }
            return context.isCanceled() ? Outcome.canceled() : score(number, parameters, context);
        };

        assertThat(study(SamplerName.TPE, PrunerName.NONE, TrialRunner.onCaller(), canceling))
                .isInstanceOf(Outcome.Canceled.class);

        assertThat(store.trials("study").getLast().state()).isEqualTo(State.CANCELED);
    }

    @Test
    void areNotRunTwiceAtATime() {
        Objective nested = (_, _, _) -> {
            assertThat(active.isActive("study")).isTrue();
            assertThat(study(SamplerName.TPE, PrunerName.NONE, TrialRunner.onCaller(), SearchMethodsTest::score))
                    .isInstanceOf(Outcome.Failed.class);
            return Outcome.canceled();
        };

        assertThat(study(SamplerName.TPE, PrunerName.NONE, TrialRunner.onCaller(), nested))
                .isInstanceOf(Outcome.Canceled.class);
        assertThat(active.isActive("study")).isFalse();
    }

    private Outcome<StudyResult> study(
            SamplerName sampler, PrunerName pruner, TrialRunner runner, Objective objective) {
        return run(store, sampler, pruner, runner, objective);
    }

    private Outcome<StudyResult> run(
            StudyStore in, SamplerName sampler, PrunerName pruner, TrialRunner runner, Objective objective) {
        var spec =
                new StudySpec("study", "family", BenchFunction.MIXED.space(), 40, 3, new SearchMethod(sampler, pruner));
        return new RunStudy(in, runner, CLOCK, active, new Events())
                .run(spec, Samplers.of(spec, new Seeds(7)), Pruners.of(spec, "mixed"), objective, JobContext.none());
    }

    /** Nears its value step by step from below, as a learner would. */
    private static Outcome<Objective.Score> score(int number, Hyperparameters parameters, TrialContext context) {
        double value = -BenchFunction.MIXED.value(parameters);
        for (int step = 0; step < STEPS; step++) {
            context.report(step, value - 1.0 / (step + 1));
            if (context.shouldPrune()) {
                return Outcome.canceled();
            }
        }
        return Outcome.success(new Objective.Score(value, OptionalDouble.empty()));
    }

    /** Not an exception that a border would catch. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
