package io.quantloom.engine.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.tuning.SearchMethod.PrunerName;
import io.quantloom.engine.tuning.SearchMethod.SamplerName;
import io.quantloom.engine.tuning.Trial.State;
import io.quantloom.engine.tuning.tpe.Samplers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnqueueTrialTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));
    private static final SearchSpace SPACE = SearchSpace.of(List.of(
            new Dimension.Whole("depth", 2, 8, false, 2),
            new Dimension.Real("rate", 0.01, 1, true),
            new Dimension.Real("share", 0.1, 0.9, false, 0.1),
            Dimension.Choice.of("kind", "tree", "line"),
            new Dimension.When(new Dimension.Whole("leaves", 2, 9), "kind", "tree"),
            new Dimension.Fixed("lambda", 5.0)));
    private static final StudySpec SPEC =
            new StudySpec("run/any", "family", SPACE, 24, 4, new SearchMethod(SamplerName.TPE, PrunerName.NONE));
    private static final Map<String, String> MINE =
            Map.of("depth", "4", "rate", "0.123456", "share", "0.3", "kind", "tree", "leaves", "7");

    private final InMemoryStudyStore store = new InMemoryStudyStore();
    private final ActiveStudies active = new ActiveStudies();
    private final Events events = new Events();

    private EnqueueTrial enqueue() {
        return new EnqueueTrial(store, active, events, CLOCK);
    }

    private void define() {
        store.define(new Study(SPEC, CLOCK.instant()));
    }

    private Outcome<StudyResult> run(TrialRunner runner, Objective objective) {
        return new RunStudy(store, runner, CLOCK, active, events)
                .run(SPEC, Samplers.of(SPEC, new Seeds(3)), objective, JobContext.none());
    }

    private static Outcome<Objective.Score> score(int number, Hyperparameters parameters, TrialContext context) {
        double value = parameters.number("depth", 0) - Math.abs(parameters.number("rate", 0) - 0.3);
        return Outcome.success(new Objective.Score(value, OptionalDouble.empty()));
    }

    @Test
    void whatAPersonAskedForIsTriedFirstInTheOrderItWasAskedFor() {
        define();
        enqueue().run(SPEC.id(), MINE).orThrow();
        var other = new TreeMap<>(MINE);
        other.put("depth", "8");
        enqueue().run(SPEC.id(), other).orThrow();

        StudyResult result =
                run(TrialRunner.onCaller(), EnqueueTrialTest::score).orThrow();

        Trial first = result.trials().getFirst();
        assertThat(first.state()).isEqualTo(State.COMPLETE);
        assertThat(first.parameters().values())
                .containsEntry("depth", 4L)
                .containsEntry("rate", 0.123456)
                .containsEntry("share", 0.3)
                .containsEntry("lambda", 5.0)
                .containsEntry("leaves", 7L);
        assertThat(result.trials().get(1).parameters().values()).containsEntry("depth", 8L);
        assertThat(result.trials()).hasSize(SPEC.trials());
    }

    @ParameterizedTest(name = "{0} workers")
    @ValueSource(ints = {2, 4})
    void theStudyIsTheSameWithAnyNumberOfWorkers(int workers) {
        define();
        enqueue().run(SPEC.id(), MINE).orThrow();
        StudyResult alone = run(TrialRunner.onCaller(), EnqueueTrialTest::score).orThrow();
        var twin = new EnqueueTrialTest();
        twin.define();
        twin.enqueue().run(SPEC.id(), MINE).orThrow();

        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            StudyResult together = twin.run(TrialRunner.on(pool, workers), EnqueueTrialTest::score)
                    .orThrow();

            assertThat(together).isEqualTo(alone);
        }
    }

    @Test
    void aStudyUnderWayTriesItWithTheNextBatchAndKeepsItWhenItIsKilled() {
        define();
        var told = new ArrayList<String>();
        events.subscribe(StudyEvent.class, event -> told.add(event.study()));
        var waiting = new ArrayList<Trial>();
        Objective asking = (number, parameters, context) -> {
            if (number == 5) {
                waiting.add(enqueue().run(SPEC.id(), MINE).orThrow());
            }
            return number == 6 ? Outcome.canceled() : score(number, parameters, context);
        };

        assertThat(run(TrialRunner.onCaller(), asking)).isInstanceOf(Outcome.Canceled.class);

        assertThat(waiting.getFirst().number()).isEqualTo(8);
        assertThat(store.trials(SPEC.id()).getLast().state()).isEqualTo(State.WAITING);
        StudyResult resumed =
                run(TrialRunner.onCaller(), EnqueueTrialTest::score).orThrow();
        assertThat(resumed.trials().get(8).parameters())
                .isEqualTo(waiting.getFirst().parameters());
        assertThat(told).contains(SPEC.id());
    }

    @Test
    void aStudyUnderWayNeedsNoEndToTryIt() {
        define();
        Objective asking = (number, parameters, context) -> {
            if (number == 5) {
                enqueue().run(SPEC.id(), MINE).orThrow();
            }
            return score(number, parameters, context);
        };

        StudyResult result = run(TrialRunner.onCaller(), asking).orThrow();

        assertThat(result.trials().get(8).parameters().values()).containsEntry("rate", 0.123456);
    }

    @Test
    void aStudyIsNeverLongerThanItWasBegun() {
        run(TrialRunner.onCaller(), EnqueueTrialTest::score).orThrow();

        Outcome<Trial> refused = enqueue().run(SPEC.id(), MINE);

        assertThat(((Outcome.Failed<Trial>) refused).failure().reason()).isEqualTo(Failure.Reason.NOT_APPLICABLE);
        assertThat(store.trials(SPEC.id())).hasSize(24);
    }

    @Test
    void everyFaultHasASentence() {
        AskedParameters asked = AskedParameters.of(
                SPACE,
                Map.of("depth", "5", "share", "0.35", "kind", "line", "leaves", "3", "lambda", "6", "speed", "9"));

        assertThat(asked.faults().values())
                .containsExactly(
                        "depth is a whole number from 2 to 8 in steps of 2, not 5",
                        "lambda is always 5.0, not 6",
                        "leaves applies only where kind is tree",
                        "rate is missing: it is a number from 0.01 to 1.0",
                        "share is a number from 0.1 to 0.9 in steps of 0.1, not 0.35",
                        "speed is no parameter of this study; it has depth, kind, lambda, leaves, rate, share");
    }

    @Test
    void aFaultIsRefusedAndNothingIsStored() {
        define();

        Outcome<Trial> refused = enqueue().run(SPEC.id(), Map.of("depth", "NaN"));

        assertThat(((Outcome.Failed<Trial>) refused).failure().sentence())
                .contains("depth is a whole number", "rate is missing");
        assertThat(store.trials(SPEC.id())).isEmpty();
    }
}
