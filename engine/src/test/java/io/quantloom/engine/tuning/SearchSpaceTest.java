package io.quantloom.engine.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.tuning.sampling.RandomSampler;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SearchSpaceTest {

    private final Sampler sampler = new RandomSampler(new Seeds(42));

    @Test
    void proposesOnlyWhatTheSpaceAllows() {
        for (int number = 0; number < 500; number++) {
            Hyperparameters parameters = sampler.propose(SearchSpace.DEFAULT, number, List.of());

            assertThat(parameters.values().keySet())
                    .containsExactly(
                            "colsample",
                            "eta",
                            "lambda",
                            "max_depth",
                            "min_child_weight",
                            "rounds",
                            "subsample",
                            "threshold");
            assertThat(parameters.values().get("max_depth")).isInstanceOf(Long.class);
            assertThat(parameters.whole("max_depth", 0)).isBetween(2, 4);
            assertThat(parameters.whole("rounds", 0)).isBetween(40, 120);
            assertThat(parameters.number("min_child_weight", 0)).isBetween(30.0, 200.0);
            assertThat(parameters.number("threshold", 0)).isBetween(0.57, 0.63);
            assertThat(parameters.number("eta", 0)).isEqualTo(0.05);
        }
    }

    @Test
    void reachesBothEndsOfAWholeRange() {
        var seen = new TreeSet<Integer>();
        for (int number = 0; number < 200; number++) {
            seen.add(sampler.propose(SearchSpace.DEFAULT, number, List.of()).whole("max_depth", 0));
        }

        assertThat(seen).containsExactly(2, 3, 4);
    }

    @Test
    void drawsRatesOnALogarithmicScale() {
        SearchSpace space = SearchSpace.of(List.of(SearchParameter.ETA.range(0.001, 0.1)));

        double below = 0;
        for (int number = 0; number < 4_000; number++) {
            below += sampler.propose(space, number, List.of()).number("eta", 0) < 0.01 ? 1 : 0;
        }

        // The geometric middle halves a logarithmic range; the standard error of the share is 0.008.
        assertThat(below / 4_000).isCloseTo(0.5, within(0.03));
    }

    @Test
    void drawsADimensionAlikeWhateverStandsBesideIt() {
        SearchSpace alone = SearchSpace.of(List.of(SearchParameter.ROUNDS.range(40, 120)));

        for (int number = 0; number < 50; number++) {
            assertThat(sampler.propose(alone, number, List.of()).whole("rounds", 0))
                    .isEqualTo(sampler.propose(SearchSpace.DEFAULT, number, List.of())
                            .whole("rounds", 0));
        }
    }

    @Test
    void drawsOtherTrialsWithAnotherSeed() {
        assertThat(sampler.propose(SearchSpace.DEFAULT, 0, List.of()))
                .isEqualTo(new RandomSampler(new Seeds(42)).propose(SearchSpace.DEFAULT, 0, List.of()))
                .isNotEqualTo(new RandomSampler(new Seeds(43)).propose(SearchSpace.DEFAULT, 0, List.of()))
                .isNotEqualTo(sampler.propose(SearchSpace.DEFAULT, 1, List.of()));
    }

    @Test
    void refusesImpossibleDimensions() {
        assertThatIllegalArgumentException().isThrownBy(() -> SearchParameter.MAX_DEPTH.fixed(2.5));
        assertThatIllegalArgumentException().isThrownBy(() -> SearchParameter.SUBSAMPLE.range(0.5, 1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> SearchParameter.ETA.range(0.2, 0.1));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> SearchSpace.of(List.of(SearchParameter.ETA.fixed(0.1), SearchParameter.ETA.fixed(0.2))));
    }

    @Test
    void beginsARangeAtZeroWithoutALogarithm() {
        assertThat(SearchParameter.LAMBDA.range(0, 5)).isEqualTo(new Dimension.Real("lambda", 0, 5, false));
        assertThat(SearchParameter.LAMBDA.range(1, 5)).isEqualTo(new Dimension.Real("lambda", 1, 5, true));
    }
}
