package io.quantloom.engine.dataset.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.dataset.Dataset;
import io.quantloom.engine.dataset.RandomSpans;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EffectiveSampleSizeTest {

    @Test
    void labelsApartFromOneAnotherCountInFull() {
        Dataset dataset = RandomSpans.everyBar(300, 20, 1);
        int[] all = IntStream.range(0, dataset.size()).toArray();

        assertThat(EffectiveSampleSize.of(dataset, all)).isCloseTo(all.length, within(1e-9));
        assertThat(EffectiveSampleSize.of(dataset, new int[0])).isZero();
    }

    // By hand: three labels of four bars on bars t, t + 1, t + 2 use (t, t + 4], (t + 1, t + 5], (t + 2, t + 6]. Their
    // bars
    // are shared by 1, 2, 3, 3, 2, 1 labels. The outer two have (1 + 1/2 + 1/3 + 1/3)/4 = 13/24, the middle one
    // (1/2 + 1/3 + 1/3 + 1/2)/4 = 5/12.
    @Test
    void labelsThatShareBarsShareTheirWeight() {
        Dataset dataset = RandomSpans.everyBar(300, 20, 4);
        int[] three = {50, 51, 52};

        assertThat(EffectiveSampleSize.uniqueness(dataset, three))
                .containsExactly(new double[] {13.0 / 24, 5.0 / 12, 13.0 / 24}, within(1e-12));
        assertThat(EffectiveSampleSize.of(dataset, three)).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void aHorizonOfTenOnEveryBarIsWorthATenth() {
        Dataset dataset = RandomSpans.everyBar(2020, 20, 10);
        int[] all = IntStream.range(0, dataset.size()).toArray();

        assertThat(EffectiveSampleSize.of(dataset, all)).isBetween(all.length / 10.0, all.length / 10.0 + 3);
    }
}
