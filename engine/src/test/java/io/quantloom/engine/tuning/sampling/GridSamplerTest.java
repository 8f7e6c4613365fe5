package io.quantloom.engine.tuning.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.tuning.Dimension;
import io.quantloom.engine.tuning.SearchSpace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GridSamplerTest {

    private static final SearchSpace PLANE = SearchSpace.of(List.of(
            new Dimension.Real("x", 0, 1, false), new Dimension.Real("y", 1, 100, true), new Dimension.Fixed("z", 5L)));

    @Test
    void hasAPointForEachTrialAndNoneTwice() {
        var sampler = new GridSampler(new Seeds(1), 9);
        var seen = new HashSet<Hyperparameters>();
        for (int number = 0; number < 9; number++) {
            seen.add(sampler.propose(PLANE, number, List.of()));
        }

        assertThat(sampler.most(PLANE)).isEqualTo(9);
        assertThat(seen).hasSize(9);
        assertThat(seen).extracting(point -> point.number("x", -1)).containsOnly(0.0, 0.5, 1.0);
        assertThat(seen).extracting(point -> point.number("y", -1)).containsOnly(1.0, 10.0, 100.0);
        assertThat(seen).extracting(point -> point.whole("z", -1)).containsOnly(5);
    }

    @Test
    void takesAllValuesOfWhatHasFew() {
        SearchSpace space = SearchSpace.of(List.of(
                Dimension.Choice.of("kind", "a", "b", "c"),
                new Dimension.Whole("depth", 2, 4),
                new Dimension.Real("sub", 0.5, 0.7, false, 0.1)));

        var sampler = new GridSampler(new Seeds(1), 1_000);

        assertThat(sampler.most(space)).isEqualTo(27);
    }

    @Test
    void unfoldsAConditionOnlyUnderItsValue() {
        SearchSpace space = SearchSpace.of(List.of(
                Dimension.Choice.of("model", "tree", "line"),
                new Dimension.When(new Dimension.Whole("depth", 1, 5), "model", "tree"),
                Dimension.Choice.flag("exact")));
        var sampler = new GridSampler(new Seeds(1), 1_000);
        var seen = new HashSet<Hyperparameters>();
        for (int number = 0; number < 12; number++) {
            seen.add(sampler.propose(space, number, List.of()));
        }

        assertThat(sampler.most(space)).isEqualTo(12);
        assertThat(seen).hasSize(12);
        assertThat(seen)
                .allMatch(point ->
                        point.has("depth") == "tree".equals(point.values().get("model")));
    }

    @Test
    void leavesRoundedRepetitionsOfALogarithmicRangeOut() {
        SearchSpace space = SearchSpace.of(List.of(new Dimension.Whole("k", 1, 4, true, 1)));

        assertThat(new GridSampler(new Seeds(1), 100).most(space)).isEqualTo(4);
    }

    @Test
    void ordersAnotherSeedOtherwise() {
        assertThat(order(1)).isNotEqualTo(order(2)).isEqualTo(order(1));
    }

    @Test
    void permutesEverySize() {
        for (long size = 1; size < 70; size++) {
            var permutation = new Permutation(size, 99);
            var seen = new TreeSet<Long>();
            for (long place = 0; place < size; place++) {
                seen.add(permutation.at(place));
            }
            assertThat(seen).hasSize((int) size);
            assertThat(seen.first()).isZero();
            assertThat(seen.last()).isEqualTo(size - 1);
        }
    }

    @Test
    void remainsQuickForSpacesNobodyCouldExhaust() {
        var dimensions = new ArrayList<Dimension>();
        for (int i = 0; i < 80; i++) {
            dimensions.add(new Dimension.Real("x" + (i + 100), 0, 1, false));
        }

        assertThat(new GridSampler(new Seeds(1), 100)
                        .propose(SearchSpace.of(dimensions), 99, List.of())
                        .values())
                .hasSize(80);
    }

    private static List<Hyperparameters> order(long seed) {
        var sampler = new GridSampler(new Seeds(seed), 9);
        return IntStream.range(0, 9)
                .mapToObj(number -> sampler.propose(PLANE, number, List.of()))
                .toList();
    }
}
