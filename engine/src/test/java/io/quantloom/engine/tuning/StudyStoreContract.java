package io.quantloom.engine.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.tuning.SearchMethod.PrunerName;
import io.quantloom.engine.tuning.SearchMethod.SamplerName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link StudyStore} does. */
public abstract class StudyStoreContract {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00.000001Z");

    private StudyStore store;

    /** {@return a store without content} */
    protected abstract StudyStore create();

    @BeforeEach
    final void createStore() {
        store = create();
    }

    private static Trial running(String study, int number) {
        return new Trial(
                study,
                number,
                Trial.State.RUNNING,
                Hyperparameters.of(Map.of("eta", 0.1 + 0.2, "depth", 3L, "kind", "it's", "exact", false)),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                START.plusSeconds(number),
                Optional.empty(),
                "");
    }

    private static Trial complete(String study, int number, double value) {
        return new Trial(
                study,
                number,
                Trial.State.COMPLETE,
                running(study, number).parameters(),
                OptionalDouble.of(value),
                OptionalDouble.of(value / 100),
                START.plusSeconds(number),
                Optional.of(START.plusSeconds(number + 5)),
                "");
    }

    @Test
    void isEmptyAtFirst() {
        assertThat(store.trials("s")).isEmpty();
        assertThat(store.family("f")).isEmpty();
    }

    @Test
    void givesTheTrialsOfAStudyByNumber() {
        store.save("f", running("s", 2));
        store.save("f", running("s", 0));
        store.save("f", running("other", 1));

        assertThat(store.trials("s")).containsExactly(running("s", 0), running("s", 2));
    }

    @Test
    void replacesATrial() {
        store.save("f", running("s", 0));

        store.save("f", complete("s", 0, 1.5));

        assertThat(store.trials("s")).containsExactly(complete("s", 0, 1.5));
        assertThat(store.family("f")).containsExactly(complete("s", 0, 1.5));
    }

    @Test
    void givesAFamilyAcrossStudiesInTheOrderOfFirstRecording() {
        store.save("f", running("second", 0));
        store.save("f", running("first", 0));
        store.save("g", running("third", 0));
        store.save("f", running("second", 1));
        store.save("f", complete("second", 0, 2));

        assertThat(store.family("f"))
                .containsExactly(complete("second", 0, 2), running("first", 0), running("second", 1));
        assertThat(store.family("g")).containsExactly(running("third", 0));
    }

    @Test
    void keepsFailedAndCanceledTrials() {
        Trial failed = new Trial(
                "s",
                0,
                Trial.State.FAILED,
                Hyperparameters.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                START,
                Optional.of(START),
                "no labels");
        Trial canceled = new Trial(
                "s",
                1,
                Trial.State.CANCELED,
                Hyperparameters.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                START,
                Optional.of(START),
                "");
        Trial waiting = Trial.waiting("s", 2, Hyperparameters.of(Map.of("depth", 3L)), START);
        store.save("f", failed);
        store.save("f", canceled);

        store.save("f", waiting);

        assertThat(store.family("f")).containsExactly(failed, canceled, waiting);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY, -0.0, 4.9e-324, 0.30000000000000004})
    void keepsAnyValueToTheBit(double value) {
        store.save("f", complete("s", 0, value));

        assertThat(store.trials("s").getFirst().value()).isEqualTo(OptionalDouble.of(value));
    }

    @Test
    void keepsTheKindOfEachParameter() {
        Trial trial = new Trial(
                "s",
                0,
                Trial.State.RUNNING,
                Hyperparameters.of(Map.of(
                        "whole",
                        3L,
                        "number",
                        3.0,
                        "text",
                        "3",
                        "flag",
                        true,
                        "long",
                        Long.MAX_VALUE,
                        "nan",
                        Double.NaN,
                        "tiny",
                        Double.MIN_VALUE)),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                START,
                Optional.empty(),
                "");

        store.save("f", trial);

        assertThat(store.trials("s")).containsExactly(trial);
    }

    @Test
    void keepsPrunedTrialsWithTheirSteps() {
        Trial pruned = new Trial(
                "s",
                0,
                Trial.State.PRUNED,
                Hyperparameters.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                START,
                Optional.of(START),
                "",
                new TreeMap<>(Map.of(0, 0.30000000000000004, 2, Double.NaN, 10, -1.0)));

        store.save("f", pruned);

        assertThat(store.trials("s")).containsExactly(pruned);
        assertThat(store.trials("s").getFirst().steps().keySet()).containsExactly(0, 2, 10);
    }

    @Test
    void keepsWhatAStudyAsksFor() {
        SearchSpace space = SearchSpace.of(List.of(
                new Dimension.Fixed("lambda", 5.0),
                new Dimension.Fixed("rounds", 5L),
                Dimension.Choice.of("model", "tree", "svm"),
                Dimension.Choice.flag("exact"),
                new Dimension.When(new Dimension.Whole("depth", 1, 9, false, 2), "model", "tree"),
                new Dimension.When(new Dimension.Real("c", 1e-3, 1e3, true), "model", "svm"),
                new Dimension.Real("sub", 0.5, 1, false, 0.05)));
        var study = new Study(
                new StudySpec("run/tree", "f", space, 30, 4, new SearchMethod(SamplerName.TPE, PrunerName.HYPERBAND)),
                START);

        store.define(study);

        assertThat(store.study("run/tree")).contains(study);
        assertThat(store.study("run/svm")).isEmpty();
        assertThat(store.trials("run/tree")).isEmpty();
    }

    @Test
    void listsTheNewestStudyFirstAndKeepsItsBeginning() {
        store.define(study("first", 10, START));
        store.define(study("second", 10, START.plusSeconds(1)));

        store.define(study("first", 20, START.plusSeconds(9)));

        assertThat(store.studies())
                .containsExactly(study("second", 10, START.plusSeconds(1)), study("first", 20, START));
    }

    private static Study study(String id, int trials, Instant created) {
        return new Study(new StudySpec(id, "f", SearchSpace.DEFAULT, trials, 4), created);
    }
}
