package io.quantloom.engine.model.svm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KernelRowCacheTest {

    private static final int SIZE = 40;

    private final SvmCase problem = SvmCase.of("rows", 1, SIZE, 3, 0.5, 1, 1);

    private KernelPoints points() {
        return KernelPoints.of(problem.rows, 3, problem.gamma);
    }

    @Test
    void forgetsWhatWasNotAskedForLongest() {
        var cache = new KernelRowCache(points(), 3L * SIZE);
        float[] zero = cache.row(0);
        float[] one = cache.row(1);
        cache.row(2);
        assertThat(cache.row(0)).isSameAs(zero);

        // The memory of row 1, the oldest, goes to row 3.
        assertThat(cache.row(3)).isSameAs(one);
        assertThat(cache.row(0)).isSameAs(zero);
        assertThat(cache.row(1)).isNotSameAs(one);
    }

    @Test
    void holdsTwoRowsHoweverSmallItIs() {
        var cache = new KernelRowCache(points(), 1);

        float[] zero = cache.row(0);
        float[] expected = zero.clone();
        cache.row(1);

        assertThat(zero).isEqualTo(expected);
        assertThat(cache.row(0)).isSameAs(zero);
    }

    /** What was kept through a shrink has the bits of what is computed anew. */
    @Test
    void rowsAreTheKernelsOfThePointsThatAreLeft() {
        int[] kept = new int[SIZE];
        int count = 0;
        for (int i = 0; i < SIZE; i += 3) {
            kept[count++] = i;
        }
        for (long memory : new long[] {1, 5L * SIZE, 1000L * SIZE}) {
            var cache = new KernelRowCache(points(), memory);
            for (int i = 0; i < SIZE; i++) {
                cache.row(i);
            }
            cache.keep(kept, count);

            KernelPoints left = points().at(Arrays.copyOf(kept, count));
            float[] expected = new float[count];
            for (int i = count - 1; i >= 0; i--) {
                left.row(left, i, expected);
                assertThat(Arrays.copyOf(cache.row(i), count)).isEqualTo(expected);
            }
        }
    }

    @Test
    void kernelIsThatOfTheBookAndSymmetric() {
        KernelPoints points = points();
        float[][] rows = new float[SIZE][SIZE];
        for (int i = 0; i < SIZE; i++) {
            points.row(points, i, rows[i]);
        }
        for (int i = 0; i < SIZE; i++) {
            assertThat(rows[i][i]).isEqualTo(1);
            for (int j = 0; j < SIZE; j++) {
                assertThat(rows[i][j]).isEqualTo(rows[j][i]);
                assertThat(rows[i][j] / problem.kernel(i, j)).isBetween(1 - 1e-6, 1 + 1e-6);
            }
        }
    }

    /** Far from the origin and on another scale: the mean goes first. */
    @Test
    void kernelSeesNoOffset() {
        double[][] shifted = new double[SIZE][];
        for (int i = 0; i < SIZE; i++) {
            shifted[i] = problem.rows[i].clone();
            shifted[i][1] += 1e6;
        }
        KernelPoints points = KernelPoints.of(shifted, 3, problem.gamma);
        float[] row = new float[SIZE];
        points.row(points, 7, row);
        for (int j = 0; j < SIZE; j++) {
            assertThat(row[j] / problem.kernel(7, j)).isBetween(1 - 1e-6, 1 + 1e-6);
        }
    }
}
