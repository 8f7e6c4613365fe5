package io.quantloom.engine.dataset.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.Dataset;
import io.quantloom.engine.dataset.RandomSpans;
import io.quantloom.engine.dataset.split.WalkForward.Mode;
import io.quantloom.engine.market.BarSeries;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WalkForwardTest {

    private static final int SIZE = 1500;
    private static final Duration DAY = Duration.ofDays(1);

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noTrainingLabelMeetsATestLabelOrTheEmbargo(long seed) {
        var random = new SplittableRandom(seed);
        Dataset dataset = RandomSpans.dataset(seed, SIZE);
        int embargo = random.nextInt(30);
        Splits splits = randomWindows(random, embargo)
                .split(dataset, DAY.multipliedBy(random.nextInt(8)))
                .orThrow();

        for (Fold fold : allOf(splits)) {
            int lastTrained =
                    Arrays.stream(fold.training()).map(dataset::end).max().orElse(-1);
            int firstTested = Arrays.stream(fold.test()).map(dataset::bar).min().orElse(fold.to());
            assertThat(lastTrained + embargo).isLessThan(fold.from());
            assertThat(firstTested).isGreaterThanOrEqualTo(fold.from());
            assertThat(fold.training()).isSorted();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noFoldTouchesTheHoldout(long seed) {
        var random = new SplittableRandom(seed);
        Dataset dataset = RandomSpans.dataset(seed, SIZE);
        Splits splits = randomWindows(random, 0)
                .split(dataset, DAY.multipliedBy(random.nextInt(1, 8)))
                .orThrow();
        int border = splits.holdout().orElseThrow().from();

        for (Fold fold : splits.folds()) {
            assertThat(fold.to()).isLessThanOrEqualTo(border);
            assertThat(Arrays.stream(fold.training()).map(dataset::end).allMatch(end -> end < border))
                    .isTrue();
            assertThat(Arrays.stream(fold.test()).map(dataset::end).allMatch(end -> end < border))
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void testWindowsFollowOneAnotherUpToTheEnd(long seed) {
        var random = new SplittableRandom(seed);
        Dataset dataset = RandomSpans.dataset(seed, SIZE);
        Splits splits = randomWindows(random, 3)
                .split(dataset, DAY.multipliedBy(random.nextInt(8)))
                .orThrow();

        int next = splits.folds().getFirst().from();
        for (Fold fold : allOf(splits)) {
            assertThat(fold.from()).isEqualTo(next);
            next = fold.to();
        }
        assertThat(next).isEqualTo(SIZE);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void onlyWhatThePurgeNamesIsDropped(long seed) {
        Dataset dataset = RandomSpans.dataset(seed, SIZE);
        var windows = new WalkForward(DAY.multipliedBy(20), DAY.multipliedBy(5), Mode.ANCHORED, 4);

        for (Fold fold : windows.split(dataset, Duration.ZERO).orThrow().folds()) {
            int[] expected = IntStream.range(0, dataset.size())
                    .filter(i -> dataset.end(i) < fold.from() - 4)
                    .toArray();
            assertThat(fold.training()).isEqualTo(expected);
            assertThat(expected.length).isLessThan(dataset.firstAtOrAfter(fold.from()));
        }
    }

    @Test
    void rollingKeepsTheLengthOfTheTrainingWindow() {
        Dataset dataset = RandomSpans.dataset(1, SIZE);
        var windows = new WalkForward(DAY.multipliedBy(20), DAY.multipliedBy(5), Mode.ROLLING, 0);
        BarSeries bars = dataset.bars();

        for (Fold fold : windows.split(dataset, Duration.ZERO).orThrow().folds()) {
            long begin = bars.openTime(dataset.bar(fold.training()[0]));
            long border =
                    bars.openTime(0) + DAY.multipliedBy(20 + 5L * fold.number()).toMillis();
            assertThat(begin)
                    .isGreaterThanOrEqualTo(border - DAY.multipliedBy(20).toMillis());
            assertThat(bars.openTime(fold.from())).isGreaterThanOrEqualTo(border);
        }
    }

    @Test
    void withoutAHoldoutThereIsNone() {
        var windows = new WalkForward(DAY.multipliedBy(20), DAY.multipliedBy(5), Mode.ROLLING, 0);

        assertThat(windows.split(RandomSpans.dataset(1, SIZE), Duration.ZERO)
                        .orThrow()
                        .holdout())
                .isEmpty();
    }

    @Test
    void saysWhenTheSeriesIsTooShort() {
        var windows = new WalkForward(DAY.multipliedBy(365), DAY.multipliedBy(90), Mode.ROLLING, 24);

        assertThat(windows.split(RandomSpans.dataset(1, SIZE), DAY.multipliedBy(180)))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.failure().sentence())
                                .startsWith(
                                        "expected bars over at least 365d to train, 90d to test and 180d of holdout,"
                                                + " found 6"));
    }

    private static java.util.List<Fold> allOf(Splits splits) {
        var all = new java.util.ArrayList<>(splits.folds());
        splits.holdout().ifPresent(all::add);
        return all;
    }

    private static WalkForward randomWindows(SplittableRandom random, int embargo) {
        return new WalkForward(
                DAY.multipliedBy(random.nextInt(5, 40)),
                Duration.ofHours(random.nextInt(5, 200)),
                random.nextBoolean() ? Mode.ROLLING : Mode.ANCHORED,
                embargo);
    }
}
