package io.quantloom.engine.model.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.Outcome;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationMethodTest {

    /** Zero of the gradient of Platt's loss by SciPy 1.17.1 ({@code fsolve}, xtol 1e-14) on the same 24 weighted rows. */
    @Test
    void plattIsTheMostLikelySigmoid() {
        double[] margins = new double[24];
        boolean[] positive = new boolean[24];
        double[] weights = new double[24];
        for (int i = 0; i < 24; i++) {
            margins[i] = ((i * 7) % 24 - 11) / 4.0;
            double shift = i % 4 == 0 ? 2.0 : i % 4 == 1 ? -1.2 : 0.3;
            positive[i] = margins[i] + shift > 0;
            weights[i] = 1 + 0.5 * (i % 2);
        }
        var fitted = (PlattCalibration)
                CalibrationMethod.PLATT.fit(margins, positive, weights).orThrow();

        assertThat(fitted.slope()).isCloseTo(0.92947922, within(1e-8));
        assertThat(fitted.intercept()).isCloseTo(0.1699368, within(1e-7));
    }

    @Test
    void plattOfSeparableRowsStaysFinite() {
        double[] margins = new double[40];
        boolean[] positive = new boolean[40];
        for (int i = 0; i < 40; i++) {
            margins[i] = i - 19.5;
            positive[i] = i >= 20;
        }
        Calibration fitted =
                CalibrationMethod.PLATT.fit(margins, positive, ones(40)).orThrow();

        assertThat(fitted.probability(19.5)).isGreaterThan(0.95).isLessThan(1);
        assertThat(fitted.probability(-19.5)).isLessThan(0.05).isGreaterThan(0);
    }

    @Test
    void plattOfMarginsThatRankTheWrongWayIsFlat() {
        double[] margins = new double[40];
        boolean[] positive = new boolean[40];
        for (int i = 0; i < 40; i++) {
            margins[i] = i - 19.5;
            positive[i] = i < 10;
        }
        Calibration fitted =
                CalibrationMethod.PLATT.fit(margins, positive, ones(40)).orThrow();

        assertThat(fitted.probability(-19.5)).isEqualTo(fitted.probability(19.5));
        assertThat(fitted.probability(0)).isCloseTo(0.25, within(0.02));
    }

    /** By hand: 0 | 1 0 | 1 1 0 | 1, repeated until there are enough rows; ends kept off 0 and 1 by 1/(n + 2). */
    @Test
    void isotonicPoolsTheSmallCaseAsByHand() {
        boolean[] pattern = {false, true, false, true, true, false, true};
        double[] margins = new double[140];
        boolean[] positive = new boolean[140];
        for (int i = 0; i < 140; i++) {
            margins[i] = i % 7;
            positive[i] = pattern[i % 7];
        }
        Calibration fitted =
                CalibrationMethod.ISOTONIC.fit(margins, positive, ones(140)).orThrow();

        double nearest = 1.0 / 142;
        assertThat(fitted.text())
                .isEqualTo("0.0:" + nearest + ",1.0:0.5,2.0:0.5,3.0:0.6666666666666666,5.0:0.6666666666666666,6.0:"
                        + (1 - nearest));
        assertThat(fitted.probability(2.5)).isCloseTo(0.5 + 0.5 / 6, within(1e-15));
        assertThat(fitted.probability(-7)).isEqualTo(nearest);
        assertThat(fitted.probability(7)).isEqualTo(1 - nearest);
    }

    /** The isotonic fit at row i is the greatest over j ≤ i of the least over k ≥ i of the mean of rows j to k. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void isotonicIsTheMaxMinOfMeans(long seed) {
        var random = new SplittableRandom(seed);
        int rows = 120;
        double[] margins = new double[rows];
        boolean[] positive = new boolean[rows];
        double[] weights = new double[rows];
        for (int i = 0; i < rows; i++) {
            margins[i] = i / 10.0;
            positive[i] = random.nextDouble() < 0.2 + 0.5 * i / rows;
            weights[i] = 0.5 + random.nextDouble();
        }
        Calibration fitted =
                CalibrationMethod.ISOTONIC.fit(margins, positive, weights).orThrow();

        for (int i = 0; i < rows; i += 7) {
            double greatest = 0;
            for (int j = 0; j <= i; j++) {
                double least = 1;
                for (int k = i; k < rows; k++) {
                    least = Math.min(least, mean(positive, weights, j, k));
                }
                greatest = Math.max(greatest, least);
            }
            double expected = Math.clamp(greatest, 1.0 / (rows + 2), 1 - 1.0 / (rows + 2));
            assertThat(fitted.probability(margins[i])).isCloseTo(expected, within(1e-12));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void neverFallsAndReadsBackBitByBit(CalibrationMethod method) {
        var random = new SplittableRandom(9);
        double[] margins = new double[500];
        boolean[] positive = new boolean[500];
        for (int i = 0; i < 500; i++) {
            margins[i] = random.nextInt(200) / 20.0 - 5;
            positive[i] = random.nextGaussian() * 3 < margins[i];
        }
        Calibration fitted = method.fit(margins, positive, ones(500)).orThrow();
        byte[] model = {1, 2, '\n', 3};
        CalibrationFile read =
                CalibrationFile.read(CalibrationFile.write(fitted, model)).orThrow();

        double before = 0;
        for (double margin = -8; margin < 8; margin += 0.003) {
            double probability = fitted.probability(margin);
            assertThat(probability).isBetween(before, 1.0);
            assertThat(read.calibration().probability(margin)).isEqualTo(probability);
            before = probability;
        }
        assertThat(read.calibration()).isEqualTo(fitted);
        assertThat(read.model()).isEqualTo(model);
        assertThat(fitted.method()).isEqualTo(method);
    }

    @Test
    void refusesTooFewRowsAndOneClass() {
        boolean[] mixed = new boolean[99];
        mixed[3] = true;

        assertThat(CalibrationMethod.ISOTONIC.fit(new double[99], mixed, ones(99)))
                .isInstanceOf(Outcome.Failed.class);
        assertThat(CalibrationMethod.PLATT.fit(new double[99], mixed, ones(99))).isInstanceOf(Outcome.Success.class);
        assertThat(CalibrationMethod.PLATT.fit(new double[99], new boolean[99], ones(99)))
                .isInstanceOf(Outcome.Failed.class);
        assertThatThrownBy(() -> CalibrationMethod.PLATT.fit(new double[99], mixed, ones(98)))
                .hasMessageContaining("length");
    }

    @Test
    void refusesPointsThatFall() {
        assertThatThrownBy(() -> IsotonicCalibration.of(new double[] {1, 2}, new double[] {0.5, 0.4}))
                .hasMessageContaining("point 1");
        assertThatThrownBy(() -> IsotonicCalibration.of(new double[] {1, 1}, new double[] {0.5, 0.6}))
                .hasMessageContaining("point 1");
        assertThatThrownBy(() -> new PlattCalibration(-0.1, 0)).hasMessageContaining("-0.1");
    }

    private static double mean(boolean[] positive, double[] weights, int from, int to) {
        double sum = 0;
        double all = 0;
        for (int i = from; i <= to; i++) {
            sum += positive[i] ? weights[i] : 0;
            all += weights[i];
        }
        return sum / all;
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }
}
