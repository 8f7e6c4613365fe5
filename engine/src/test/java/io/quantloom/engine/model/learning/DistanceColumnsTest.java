package io.quantloom.engine.model.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistanceColumnsTest {

    private static final int ROWS = 1300;

    @ParameterizedTest(name = "{0} columns")
    @ValueSource(ints = {1, 3, 4, 5, 8, 19})
    void areTheSameBitsInEveryPart(int width) {
        var random = new SplittableRandom(width);
        double[][] columns = new double[width][ROWS];
        double[] x = new double[width];
        for (int c = 0; c < width; c++) {
            x[c] = random.nextDouble();
            for (int i = 0; i < ROWS; i++) {
                columns[c][i] = random.nextDouble();
            }
        }
        var rows = new DistanceColumns(columns, ROWS);
        double[] whole = new double[ROWS];
        double[] parts = new double[ROWS];
        Arrays.fill(parts, 7);

        rows.squared(x, 0, ROWS, whole);
        for (int from = 0; from < ROWS; from += 100) {
            rows.squared(x, from, from + 37, parts);
        }

        for (int i = 0; i < ROWS; i++) {
            double sum = 0;
            for (int c = 0; c < width; c++) {
                sum += Math.pow(columns[c][i] - x[c], 2);
            }
            assertThat(whole[i]).isCloseTo(sum, within(1e-12));
            assertThat(parts[i]).isEqualTo(i % 100 < 37 ? whole[i] : 7);
        }
    }
}
