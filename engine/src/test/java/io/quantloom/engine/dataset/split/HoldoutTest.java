package io.quantloom.engine.dataset.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.Dataset;
import io.quantloom.engine.dataset.RandomSpans;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HoldoutTest {

    @Test
    void testsTheLastTwentiethAndPurgesItsBorder() {
        Dataset dataset = RandomSpans.everyBar(1000, 20, 10);

        Fold fold = Holdout.ofTwentieth(0)
                .split(dataset, Duration.ZERO)
                .orThrow()
                .folds()
                .getFirst();

        assertThat(fold.windows()).containsExactly(new Window(950, 1000));
        // Source 2 kept the ten labels at the border, whose ends lie in the test (product.md F19).
        int[] training = fold.training();
        assertThat(dataset.bar(training[training.length - 1])).isEqualTo(939);
        assertThat(fold.test()).hasSize(40);
    }

    @Test
    void testsALengthOfTimeBeforeTheReservedStretch() {
        Dataset dataset = RandomSpans.dataset(3, 1000);
        var holdout = new Holdout(new Holdout.Length(Duration.ofDays(10)), 5);

        Splits splits = holdout.split(dataset, Duration.ofDays(6)).orThrow();
        Fold fold = splits.folds().getFirst();

        long begin = dataset.bars().openTime(fold.from());
        long end = dataset.bars().openTime(splits.holdout().orElseThrow().from());
        assertThat(end - begin)
                .isBetween(Duration.ofDays(9).toMillis(), Duration.ofDays(10).toMillis());
        SplitProperties.assertNothingLeaks(dataset, fold, 5);
        assertThat(splits.paths()).containsExactly(BacktestPath.through(splits.folds()));
    }

    @Test
    void saysWhenNothingIsLeftToTrainOn() {
        Outcome<Splits> splits =
                new Holdout(new Holdout.Share(0.99), 24).split(RandomSpans.everyBar(300, 20, 5), Duration.ZERO);

        assertThat(splits)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.failure().sentence())
                                .startsWith("expected samples to train on before the last 0.99"));
    }
}
