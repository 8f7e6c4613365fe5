package io.quantloom.engine.dataset.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.market.BarSeries;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSanityTest {

    /** By hand: bars 1 | 2 | 3 are used by A | A, B | B, bar 5 by C. */
    @Test
    void uniquenessIsTheMeanShareOfTheBarsOfALabel() {
        int[] starts = {0, 1, 4};
        int[] ends = {2, 3, 5};

        assertThat(AverageUniqueness.concurrency(starts, ends, 7)).containsExactly(0, 1, 2, 1, 0, 1, 0);
        assertThat(AverageUniqueness.of(starts, ends, 7)).containsExactly(0.75, 0.75, 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void uniquenessIsWhatItsDefinitionSays(long seed) {
        var random = new SplittableRandom(seed);
        int[] starts = random.ints(200, 0, 900).sorted().toArray();
        int[] ends = Arrays.stream(starts)
                .map(start -> start + random.nextInt(1, 90))
                .toArray();

        double[] uniqueness = AverageUniqueness.of(starts, ends, 1000);
        for (int i = 0; i < starts.length; i++) {
            double sum = 0;
            for (int t = starts[i] + 1; t <= ends[i]; t++) {
                int users = 0;
                for (int j = 0; j < starts.length; j++) {
                    users += starts[j] < t && t <= ends[j] ? 1 : 0;
                }
                sum += 1.0 / users;
            }
            assertThat(uniqueness[i]).isCloseTo(sum / (ends[i] - starts[i]), within(1e-10));
        }
    }

    @Test
    void refusesLabelsThatEndBeforeTheyBegin() {
        assertThatThrownBy(() -> AverageUniqueness.of(new int[] {3}, new int[] {3}, 9))
                .hasMessageContaining("label 0");
    }

    /** Scores 1, 2, 2, 3 of −, +, −, +: of the four pairs three are right and one is a tie: 3.5 of 4. */
    @Test
    void theAreaUnderTheCurveSharesTies() {
        assertThat(Predictability.auc(
                                new double[] {1, 2, 2, 3, Double.NaN}, new boolean[] {false, true, false, true, true})
                        .orElseThrow())
                .isEqualTo(3.5 / 4);
        assertThat(Predictability.auc(new double[] {1, 2}, new boolean[] {true, true}))
                .isEmpty();
    }

    @Test
    void persistenceKnowsOnlyWhatWasDecidedByTheEvent() {
        BarSeries bars = HandMade.closes(1, 2, 3, 4, 5, 6, 7, 8, 9);
        var builder = new Labels.Builder("hand", 4);
        builder.add(0, 5, 1, Labels.Barrier.TIME, Double.NaN, 0);
        builder.add(1, 3, -1, Labels.Barrier.TIME, Double.NaN, 0);
        builder.add(3, 4, 0, Labels.Barrier.TIME, Double.NaN, 0);
        builder.add(6, 7, 1, Labels.Barrier.TIME, Double.NaN, 0);

        assertThat(LabelScorer.persistence().scores(bars, builder.build()))
                .containsExactly(Double.NaN, Double.NaN, -1, 1);
    }

    /** Fault F17: the label of overlapping averages is predictable on noise, that of a forward return is not. */
    @Test
    void overlappingAveragesArePredictableOnNoise() {
        BarSeries noise = noise(3000);

        LabelSanity trend = LabelSanity.of(new SmaTrend(10, 10, 0.02, Direction.UP), noise, new Seeds(1));
        LabelSanity forward = LabelSanity.of(
                new ForwardReturn(10, 0.002, TripleBarrier.Entry.NEXT_OPEN, Direction.UP), noise, new Seeds(1));

        Predictability byDistance = trend.predictability().getLast();
        assertThat(byDistance.auc().orElseThrow()).isGreaterThan(0.7);
        assertThat(byDistance.placebo().orElseThrow()).isGreaterThan(0.7);
        for (Predictability each : forward.predictability()) {
            assertThat(each.placebo().orElseThrow()).isBetween(0.42, 0.58);
        }
    }

    @Test
    void countsWhatThereIs() {
        BarSeries bars = HandMade.closes(100, 100, 103, 99, 99.1, 99);
        LabelSanity sanity = LabelSanity.of(
                new ForwardReturn(2, 0.02, TripleBarrier.Entry.NEXT_OPEN, Direction.UP), bars, List.of(), List.of());

        assertThat(List.of(sanity.size(), sanity.positive(), sanity.neutral(), sanity.negative(), sanity.ambiguous()))
                .containsExactly(4, 1, 2, 1, 0);
        assertThat(sanity.meanLength()).isEqualTo(2);
        // Bars 1 and 5 are used by one label, bars 2, 3 and 4 by two.
        assertThat(sanity.meanConcurrency()).isCloseTo(8.0 / 5, within(1e-12));
        assertThat(sanity.effectiveSize()).isCloseTo(0.75 + 0.5 + 0.5 + 0.75, within(1e-12));
        assertThat(sanity.balance()).isEqualTo(0.25);
    }

    private static BarSeries noise(int size) {
        var random = new SplittableRandom(9);
        double[] closes = new double[size];
        double last = 100;
        for (int t = 0; t < size; t++) {
            last *= Math.exp(0.01 * random.nextGaussian());
            closes[t] = last;
        }
        return HandMade.closes(closes);
    }
}
