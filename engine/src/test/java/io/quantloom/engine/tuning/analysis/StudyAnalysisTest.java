package io.quantloom.engine.tuning.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.tuning.Dimension;
import io.quantloom.engine.tuning.SearchSpace;
import io.quantloom.engine.tuning.Trial;
import io.quantloom.engine.tuning.Trial.State;
import io.quantloom.engine.tuning.sampling.RandomSampler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudyAnalysisTest {

    private static final SearchSpace PLANE = SearchSpace.of(List.of(
            new Dimension.Real("x", 0, 1, false),
            new Dimension.Real("y", 0.01, 1, true),
            Dimension.Choice.of("kind", "a", "b"),
            new Dimension.Fixed("z", 5L)));

    @Test
    void laysParametersOutBetweenZeroAndOne() {
        UnitCube cube = UnitCube.of(PLANE);

        assertThat(cube.names()).containsExactly("kind", "x", "y");
        assertThat(cube.place(Hyperparameters.of(Map.of("x", 0.25, "y", 0.1, "kind", "b", "z", 5L))))
                .containsExactly(new double[] {0.75, 0.25, 0.5}, within(1e-12));
    }

    @Test
    void measuresDistanceOverWhatEitherHas() {
        UnitCube cube = UnitCube.of(PLANE);
        double[] one = {0.25, 0.2, 0.5};

        assertThat(cube.distance(one, new double[] {0.25, 0.5, 0.5})).isCloseTo(Math.sqrt(0.09 / 3), within(1e-12));
        assertThat(cube.distance(one, new double[] {0.75, 0.2, 0.5})).isCloseTo(Math.sqrt(1 / 3.0), within(1e-12));
        assertThat(cube.distance(new double[] {Double.NaN, 0.2, 0.5}, new double[] {Double.NaN, 0.2, Double.NaN}))
                .isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(cube.distance(one, one)).isZero();
    }

    // A plateau of 1 around x = 0.2, noise everywhere, and one lucky trial of 5 far away.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void recommendsThePlateauAndNotTheLuckiest(long seed) {
        RandomGenerator noise = new Seeds(seed).child("noise").random();
        List<Trial> trials = trials(
                seed,
                60,
                parameters -> (Math.abs(parameters.number("x", 9) - 0.2) < 0.15 ? 1 : 0) + 0.3 * noise.nextGaussian());
        var withLuck = new ArrayList<>(trials);
        withLuck.add(complete(60, Hyperparameters.of(Map.of("x", 0.9, "y", 0.5, "kind", "a", "z", 5L)), 5));

        Recommendation recommendation = Recommendation.of(PLANE, withLuck).orElseThrow();

        assertThat(recommendation.luckiest().number()).isEqualTo(60);
        assertThat(recommendation.plateau().parameters().number("x", 9)).isBetween(0.0, 0.4);
        assertThat(recommendation.neighborhood(recommendation.luckiest()))
                .isLessThan(recommendation.neighborhood(recommendation.plateau()));
    }

    // Three trials at x = 0, 1, 1 of one axis; each has its second nearest 1 away: h = 1. Their mean is 3, with weight
    // 1;
    // what is 1 away has the weight exp(−½), what is there 1.
    @Test
    void weighsNeighborsByTheirDistance() {
        SearchSpace line = SearchSpace.of(List.of(new Dimension.Real("x", 0, 1, false)));
        List<Trial> trials = List.of(
                complete(0, Hyperparameters.of(Map.of("x", 0.0)), 0),
                complete(1, Hyperparameters.of(Map.of("x", 1.0)), 4),
                complete(2, Hyperparameters.of(Map.of("x", 1.0)), 5));

        SortedMap<Integer, Double> found =
                Recommendation.of(line, trials).orElseThrow().neighborhoods();

        double e = Math.exp(-0.5);
        assertThat(found.get(0)).isCloseTo((3 + 9 * e) / (2 + 2 * e), within(1e-12));
        assertThat(found.get(1)).isCloseTo((3 + 4 + 5) / (3 + e), within(1e-12));
        assertThat(found.get(2)).isCloseTo((3 + 4 + 5) / (3 + e), within(1e-12));
    }

    @Test
    void countsPrunedTrialsAsNeighborsButTakesNone() {
        var trials = new ArrayList<>(trials(3, 20, parameters -> -parameters.number("x", 9)));
        Trial pruned = new Trial(
                "s",
                20,
                State.PRUNED,
                trials.getFirst().parameters(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Instant.EPOCH,
                Optional.empty(),
                "",
                new TreeMap<>(Map.of(0, 0.0, 1, 100.0)));
        trials.add(pruned);

        Recommendation recommendation = Recommendation.of(PLANE, trials).orElseThrow();

        assertThat(recommendation.neighborhoods()).hasSize(21);
        assertThat(recommendation.luckiest().state()).isEqualTo(State.COMPLETE);
        assertThat(recommendation.plateau().state()).isEqualTo(State.COMPLETE);
    }

    @Test
    void recommendsNothingFromNothing() {
        assertThat(Recommendation.of(PLANE, List.of())).isEmpty();
        assertThat(Recommendation.of(PLANE, trials(1, 1, _ -> 2))
                        .orElseThrow()
                        .plateau()
                        .number())
                .isZero();
    }

    // f = 3x + u(kind) with x uniform on [0, 1]: variances 9/12 and, for u in {0, 1}, 1/4. The shares are 3/4 and 1/4.
    @Test
    void findsTheSharesOfAnAdditiveFunction() {
        List<Trial> trials = trials(
                9,
                400,
                parameters -> 3 * parameters.number("x", 9)
                        + ("b".equals(parameters.values().get("kind")) ? 1 : 0));

        SortedMap<String, Double> importance = ParameterImportance.of(PLANE, trials);

        assertThat(importance.keySet()).containsExactly("kind", "x", "y");
        assertThat(importance.get("x")).isCloseTo(0.75, within(0.03));
        assertThat(importance.get("kind")).isCloseTo(0.25, within(0.03));
        assertThat(importance.get("y")).isLessThan(0.005);
    }

    // xor of two halves: neither explains anything by itself.
    @Test
    void leavesWhatTwoParametersDoTogetherOut() {
        List<Trial> trials = trials(
                9,
                400,
                parameters -> (parameters.number("x", 9) < 0.5)
                                == "b".equals(parameters.values().get("kind"))
                        ? 1
                        : 0);

        SortedMap<String, Double> importance = ParameterImportance.of(PLANE, trials);

        assertThat(importance.values()).allMatch(share -> share < 0.1);
    }

    @Test
    void knowsOnlyParametersThatEveryTrialHas() {
        SearchSpace space = SearchSpace.of(List.of(
                Dimension.Choice.of("model", "tree", "line"),
                new Dimension.When(new Dimension.Whole("depth", 1, 9), "model", "tree")));
        var random = new RandomSampler(new Seeds(1));
        var trials = new ArrayList<Trial>();
        for (int number = 0; number < 30; number++) {
            Hyperparameters parameters = random.propose(space, number, List.of());
            trials.add(complete(number, parameters, parameters.has("depth") ? 1 : 0));
        }

        assertThat(ParameterImportance.of(space, trials)).containsOnlyKeys("model");
        assertThat(ParameterImportance.of(space, trials).get("model")).isCloseTo(1, within(1e-9));
    }

    @Test
    void saysNothingOfTooFewAndZeroOfEqualTrials() {
        assertThat(ParameterImportance.of(PLANE, trials(1, 3, _ -> 1))).isEmpty();
        assertThat(ParameterImportance.of(PLANE, trials(1, 30, _ -> 1)).values())
                .containsOnly(0.0);
    }

    private static List<Trial> trials(long seed, int count, ToDoubleFunction<Hyperparameters> function) {
        var random = new RandomSampler(new Seeds(seed));
        var trials = new ArrayList<Trial>();
        for (int number = 0; number < count; number++) {
            Hyperparameters parameters = random.propose(PLANE, number, List.of());
            trials.add(complete(number, parameters, function.applyAsDouble(parameters)));
        }
        return trials;
    }

    private static Trial complete(int number, Hyperparameters parameters, double value) {
        return new Trial(
                "s",
                number,
                State.COMPLETE,
                parameters,
                OptionalDouble.of(value),
                OptionalDouble.empty(),
                Instant.EPOCH,
                Optional.empty(),
                "");
    }
}
