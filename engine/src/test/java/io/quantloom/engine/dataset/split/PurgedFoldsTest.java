package io.quantloom.engine.dataset.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.Dataset;
import io.quantloom.engine.dataset.RandomSpans;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Purged k-fold, combinatorial purged and nested folds. */
class PurgedFoldsTest {

    private static final int SIZE = 900;

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everySampleIsTestedOnceAndNoneLeaks(long seed) {
        var random = new SplittableRandom(seed);
        Dataset dataset = RandomSpans.dataset(seed, SIZE);
        int embargo = random.nextInt(40);
        Splits splits = new PurgedKFold(random.nextInt(2, 8), embargo)
                .split(dataset, Duration.ZERO)
                .orThrow();

        splits.folds().forEach(fold -> SplitProperties.assertNothingLeaks(dataset, fold, embargo));
        assertThat(SplitProperties.timesTested(dataset, splits.folds())).containsOnly(1);
        assertThat(splits.holdout()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void onlyWhatThePurgeNamesIsDropped(long seed) {
        Dataset dataset = RandomSpans.dataset(seed, SIZE);

        for (Fold fold :
                new PurgedKFold(5, 50).split(dataset, Duration.ZERO).orThrow().folds()) {
            int last = Arrays.stream(fold.test()).map(dataset::end).reduce(fold.to() - 1, Math::max);
            int[] expected = IntStream.range(0, dataset.size())
                    .filter(i -> dataset.end(i) < fold.from() || dataset.bar(i) > last + 50)
                    .toArray();
            assertThat(fold.training()).isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyGroupIsTestedByTheChoicesThatHoldIt(long seed) {
        var random = new SplittableRandom(seed);
        Dataset dataset = RandomSpans.dataset(seed, SIZE);
        int n = random.nextInt(3, 8);
        int k = random.nextInt(1, n);
        int embargo = random.nextInt(10);
        Splits splits = new CombinatorialPurged(n, k, embargo)
                .split(dataset, Duration.ZERO)
                .orThrow();

        splits.folds().forEach(fold -> SplitProperties.assertNothingLeaks(dataset, fold, embargo));
        int times = (int) CombinatorialPurged.folds(n - 1, k - 1);
        assertThat(SplitProperties.timesTested(dataset, splits.folds())).containsOnly(times);
        assertThat(splits.folds()).hasSize((int) CombinatorialPurged.folds(n, k));
        assertThat(splits.paths()).hasSize(times);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void pathsCoverEveryBarOnceAndUseEveryTestOnce(long seed) {
        var random = new SplittableRandom(seed);
        Dataset dataset = RandomSpans.dataset(seed, SIZE);
        Splits splits = new CombinatorialPurged(6, random.nextInt(1, 4), 5)
                .split(dataset, Duration.ofDays(4))
                .orThrow();
        int border = splits.holdout().orElseThrow().from();

        List<BacktestPath.Part> used = new ArrayList<>();
        for (BacktestPath path : splits.paths()) {
            int next = dataset.bar(0);
            for (BacktestPath.Part part : path.parts()) {
                assertThat(part.window().from()).isEqualTo(next);
                assertThat(splits.folds().get(part.fold()).windows()).contains(part.window());
                next = part.window().to();
            }
            assertThat(next).isEqualTo(border);
            used.addAll(path.parts());
        }
        assertThat(new HashSet<>(used)).hasSameSizeAs(used);
        assertThat(used)
                .hasSize(splits.folds().stream()
                        .mapToInt(fold -> fold.windows().size())
                        .sum());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noRowBehindATestIsComputedFromItsBars(long seed) {
        Dataset dataset = RandomSpans.dataset(seed, SIZE);
        int lookBack = dataset.features().warmUp();

        for (Validation validation : List.of(new PurgedKFold(4, 0), new CombinatorialPurged(5, 2, 3))) {
            Splits splits = validation.split(dataset, Duration.ZERO).orThrow();
            Embargo embargo = validation.embargo(dataset).orElseThrow();
            assertThat(embargo.bars()).isEqualTo(lookBack).isGreaterThan(embargo.asked());
            assertThat(embargo.text())
                    .endsWith(" asked; features look back " + lookBack + " bars)")
                    .startsWith(lookBack + " (");
            for (Fold fold : splits.folds()) {
                for (Window window : fold.windows()) {
                    assertThat(Arrays.stream(fold.training())
                                    .map(dataset::bar)
                                    .filter(bar -> bar >= window.to())
                                    .map(bar -> bar - lookBack))
                            .allMatch(first -> first >= window.to());
                }
            }
        }
    }

    @Test
    void theEmbargoIsAHundredthOfTheBarsAtLeast() {
        assertThat(new Embargo(24, 33, 261).bars()).isEqualTo(261);
        assertThat(new Embargo(24, 33, 261).text()).isEqualTo("261 (24 asked; a hundredth of the bars is 261)");
        assertThat(new Embargo(300, 33, 261).text()).isEqualTo("300");
        Dataset dataset = RandomSpans.dataset(1, 401);
        assertThat(new PurgedKFold(4, 0).embargo(dataset).orElseThrow().share()).isEqualTo(5);
        assertThat(Holdout.ofTwentieth(0).embargo(dataset)).isEmpty();
    }

    // M. López de Prado, Advances in Financial Machine Learning (2018), figure 12.1: 6 choose 2.
    @Test
    void sixChooseTwoGivesFifteenFoldsAndFivePaths() {
        Splits splits = new CombinatorialPurged(6, 2, 0)
                .split(RandomSpans.everyBar(SIZE, 20, 3), Duration.ZERO)
                .orThrow();

        assertThat(splits.folds()).hasSize(15).allMatch(fold -> fold.windows().size() == 2);
        assertThat(splits.paths()).hasSize(5).allMatch(path -> path.parts().size() == 6);
        // The first path of the figure: groups 1 and 2 by fold 1, the others by folds 2 to 5.
        assertThat(splits.paths().getFirst().parts().stream().map(BacktestPath.Part::fold))
                .containsExactly(0, 0, 1, 2, 3, 4);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noFoldTouchesTheReservedStretch(long seed) {
        Dataset dataset = RandomSpans.dataset(seed, SIZE);
        for (Validation validation :
                List.of(new PurgedKFold(4, 7), new CombinatorialPurged(5, 2, 7), Holdout.ofTwentieth(7))) {
            Splits splits = validation.split(dataset, Duration.ofDays(5)).orThrow();
            Fold reserved = splits.holdout().orElseThrow();
            int border = reserved.from();

            for (Fold fold : splits.folds()) {
                assertThat(fold.to()).isLessThanOrEqualTo(border);
                assertThat(IntStream.concat(Arrays.stream(fold.training()), Arrays.stream(fold.test())))
                        .allMatch(i -> dataset.end(i) < border);
            }
            assertThat(reserved.to()).isEqualTo(SIZE);
            assertThat(Arrays.stream(reserved.training())).allMatch(i -> dataset.end(i) + 7 < border);
            assertThat(reserved.test()).isNotEmpty();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void innerFoldsSeeOnlyTheTrainingOfTheOuter(long seed) {
        Dataset dataset = RandomSpans.dataset(seed, SIZE);
        Splits outer = new CombinatorialPurged(6, 2, 3)
                .split(dataset, Duration.ofDays(3))
                .orThrow();

        NestedSplits nested =
                NestedSplits.of(dataset, outer, new PurgedKFold(3, 4)).orThrow();

        assertThat(nested.folds()).hasSize(16);
        for (NestedSplits.Nested each : nested.folds()) {
            var allowed =
                    new HashSet<>(Arrays.stream(each.outer().training()).boxed().toList());
            int tested = 0;
            for (Fold inner : each.inner()) {
                SplitProperties.assertNothingLeaks(dataset, inner, 4);
                assertThat(Arrays.stream(inner.training()).boxed()).isSubsetOf(allowed);
                assertThat(Arrays.stream(inner.test()).boxed()).isSubsetOf(allowed);
                assertThat(inner.windows())
                        .allMatch(window -> each.outer().windows().stream()
                                .noneMatch(other -> window.from() < other.to() && other.from() < window.to()));
                tested += inner.test().length;
            }
            assertThat(tested).isEqualTo(allowed.size());
        }
    }

    @Test
    void saysWhenLabelsAndEmbargoLeaveNothingToTrainOn() {
        Outcome<Splits> splits = new PurgedKFold(2, 600).split(RandomSpans.everyBar(SIZE, 20, 500), Duration.ZERO);

        assertThat(splits)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.failure().sentence())
                                .startsWith("expected samples to train on beside the test of every fold"));
    }

    @Test
    void refusesImpossibleNumbers() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PurgedKFold(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new CombinatorialPurged(4, 4, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new CombinatorialPurged(30, 15, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Holdout.ofTwentieth(-1));
    }
}
