package io.quantloom.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.indicator.GeneratedBars;
import io.quantloom.engine.market.BarSeries;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every feature set must keep: nothing reads the future, and a live row is the batch row, raw bits compared. */
abstract class FeatureSetContract {

    private static final int SIZE = 400;

    abstract FeatureSet features();

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void cuttingTheFutureOffChangesNoRow(long seed) {
        BarSeries bars = GeneratedBars.walkWithUnknownVolumes(seed, SIZE);
        FeatureMatrix whole = features().compute(bars);
        var random = new SplittableRandom(seed);

        for (int cut :
                new int[] {1, 2, features().warmUp(), SIZE - 1, random.nextInt(1, SIZE), random.nextInt(1, SIZE)}) {
            assertSameRows(whole, features().compute(bars.slice(0, cut)), cut);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void poisoningTheFutureChangesNoRow(long seed) {
        BarSeries bars = GeneratedBars.walkWithUnknownVolumes(seed, SIZE);
        FeatureMatrix clean = features().compute(bars);
        int keep = new SplittableRandom(seed).nextInt(1, SIZE);

        for (double factor : new double[] {1, 1e6, 1e-6}) {
            assertSameRows(clean, features().compute(GeneratedBars.withPoisonedFuture(bars, keep, factor, seed)), keep);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theStreamGivesTheBitsOfTheBatch(long seed) {
        BarSeries bars =
                seed % 2 == 0 ? GeneratedBars.walk(seed, SIZE) : GeneratedBars.walkWithUnknownVolumes(seed, SIZE);
        FeatureMatrix batch = features().compute(bars);
        FeatureStream stream = features().stream(bars.key());

        for (int t = 0; t < bars.size(); t++) {
            assertSameBits(stream.next(bars.bar(t)), batch.row(t), t);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theStreamGivesTheBitsOfTheBatchWhateverTheTick(long seed) {
        BarSeries bars = GeneratedBars.coarseWalk(seed, SIZE);
        FeatureMatrix batch = features().compute(bars);
        FeatureStream stream = features().stream(bars.key());

        for (int t = 0; t < bars.size(); t++) {
            assertSameBits(stream.next(bars.bar(t)), batch.row(t), t);
        }
    }

    @Test
    void warmUpEndsWhereItSays() {
        FeatureMatrix matrix = features().compute(GeneratedBars.walk(1, SIZE));

        assertThat(matrix.isDefined(features().warmUp() - 1)).isFalse();
        assertThat(matrix.isDefined(features().warmUp())).isTrue();
    }

    @Test
    void takesSeriesOfAnyLength() {
        BarSeries bars = GeneratedBars.walk(1, SIZE);

        for (int size : new int[] {0, 1, 2, 5, features().warmUp(), features().warmUp() + 1}) {
            FeatureMatrix matrix = features().compute(bars.slice(0, size));
            assertThat(matrix.rows()).isEqualTo(size);
            assertThat(matrix.names()).isEqualTo(features().columns());
        }
    }

    static void assertSameRows(FeatureMatrix expected, FeatureMatrix actual, int rows) {
        for (int t = 0; t < rows; t++) {
            assertSameBits(actual.row(t), expected.row(t), t);
        }
    }

    private static void assertSameBits(double[] actual, double[] expected, int row) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int c = 0; c < expected.length; c++) {
            if (Double.doubleToRawLongBits(actual[c]) != Double.doubleToRawLongBits(expected[c])) {
                throw new AssertionError(
                        "row " + row + " column " + c + ": " + actual[c] + " instead of " + expected[c]);
            }
        }
    }
}
