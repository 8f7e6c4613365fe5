package io.quantloom.engine.tuning.tpe;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.tuning.Dimension;
import io.quantloom.engine.tuning.SearchSpace;
import io.quantloom.engine.tuning.Trial;
import io.quantloom.engine.tuning.Trial.State;
import io.quantloom.engine.tuning.bench.BenchFunction;
import io.quantloom.engine.tuning.sampling.RandomSampler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TpeSamplerTest {

    private static final SearchSpace LINE = SearchSpace.of(List.of(new Dimension.Real("x", 0, 1, false)));

    private final TpeSampler sampler = new TpeSampler(new Seeds(11));

    @Test
    void drawsAtRandomUntilTenTrialsHaveEnded() {
        var random = new RandomSampler(new Seeds(11));
        var told = new ArrayList<>(tried(BenchFunction.MIXED, 9));
        told.add(Trial.running("s", 9, told.getFirst().parameters(), Instant.EPOCH));

        assertThat(sampler.propose(BenchFunction.MIXED.space(), 10, told))
                .isEqualTo(random.propose(BenchFunction.MIXED.space(), 10, told));
        assertThat(sampler.propose(BenchFunction.MIXED.space(), 10, tried(BenchFunction.MIXED, 10)))
                .isNotEqualTo(random.propose(BenchFunction.MIXED.space(), 10, told));
    }

    @Test
    void proposesOnlyWhatTheSpaceAllows() {
        List<Trial> told = tried(BenchFunction.CONDITIONAL, 40);

        for (int number = 40; number < 140; number++) {
            Hyperparameters proposed = sampler.propose(BenchFunction.CONDITIONAL.space(), number, told);

            assertThat(proposed.values()).hasSize(3);
            proposed.values()
                    .forEach((name, value) -> assertThat(BenchFunction.CONDITIONAL
                                    .space()
                                    .find(name)
                                    .orElseThrow()
                                    .contains(value))
                            .isTrue());
        }
    }

    @Test
    void givesTheSameAnswerToTheSameQuestion() {
        List<Trial> told = tried(BenchFunction.MIXED, 20);
        Hyperparameters proposed = sampler.propose(BenchFunction.MIXED.space(), 20, told);

        assertThat(new TpeSampler(new Seeds(11)).propose(BenchFunction.MIXED.space(), 20, told))
                .isEqualTo(proposed);
        assertThat(new TpeSampler(new Seeds(12)).propose(BenchFunction.MIXED.space(), 20, told))
                .isNotEqualTo(proposed);
        assertThat(sampler.propose(BenchFunction.MIXED.space(), 21, told)).isNotEqualTo(proposed);
    }

    @Test
    void staysAwayFromWhatIsUnderWay() {
        var told = new ArrayList<Trial>();
        for (int number = 0; number < 20; number++) {
            double x = (number + 0.5) / 20;
            told.add(complete(number, Hyperparameters.of(Map.of("x", x)), -Math.abs(x - 0.5)));
        }

        double before = distance(told);
        for (int number = 20; number < 60; number++) {
            told.add(Trial.running("s", number, Hyperparameters.of(Map.of("x", 0.5)), Instant.EPOCH));
        }

        assertThat(before).isLessThan(0.1);
        assertThat(distance(told)).isGreaterThan(2 * before);
    }

    @Test
    void learnsFromTrialsOfANarrowerSpaceToo() {
        var told = new ArrayList<Trial>();
        for (int number = 0; number < 30; number++) {
            double x = (number + 0.5) / 30;
            told.add(complete(number, Hyperparameters.of(Map.of("x", x)), -Math.abs(x - 0.5)));
        }
        SearchSpace wider =
                SearchSpace.of(List.of(new Dimension.Real("x", 0, 1, false), new Dimension.Real("new", 0, 1, false)));

        List<Hyperparameters> proposed = IntStream.range(30, 60)
                .mapToObj(number -> sampler.propose(wider, number, told))
                .toList();

        assertThat(proposed)
                .extracting(each -> Math.abs(each.number("x", 9) - 0.5))
                .filteredOn(distance -> distance < 0.2)
                .hasSizeGreaterThan(25);
        assertThat(proposed)
                .extracting(each -> Math.abs(each.number("new", 9) - 0.5))
                .filteredOn(distance -> distance < 0.2)
                .hasSizeLessThan(25);
    }

    private double distance(List<Trial> told) {
        return IntStream.range(100, 200)
                .mapToDouble(
                        number -> Math.abs(sampler.propose(LINE, number, told).number("x", 9) - 0.5))
                .average()
                .orElseThrow();
    }

    private static List<Trial> tried(BenchFunction function, int count) {
        var random = new RandomSampler(new Seeds(5));
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    Hyperparameters parameters = random.propose(function.space(), number, List.of());
                    return complete(number, parameters, -function.value(parameters));
                })
                .toList();
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
