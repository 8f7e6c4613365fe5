package io.quantloom.engine.model.svm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against StrictMath.exp, which is within one unit of the last place. */
class DecayTest {

    private static final int STEPS = 400_000;

    @Test
    void coarseIsWithinOneTenMillionth() {
        double[] exponents = exponents();
        float[] out = new float[STEPS];

        Decay.coarse(exponents, out, STEPS);

        double worst = 0;
        for (int i = 0; i < STEPS; i++) {
            worst = Math.max(worst, off(out[i], exponents[i]));
        }
        assertThat(worst).isLessThan(1e-7);
    }

    @Test
    void fineIsWithinOneBillionthOfAThousandth() {
        double[] exponents = exponents();
        double[] out = exponents.clone();

        Decay.fine(out, 1, 0, STEPS);

        double worst = 0;
        for (int i = 0; i < STEPS; i++) {
            worst = Math.max(worst, off(out[i], exponents[i]));
        }
        assertThat(worst).isLessThan(1e-12);
    }

    @Test
    void isOneAtZeroAndNearlyNothingFarOut() {
        double[] exponents = {0, 41, 1e200, Double.POSITIVE_INFINITY};
        float[] coarse = new float[4];
        double[] fine = exponents.clone();

        Decay.coarse(exponents, coarse, 4);
        Decay.fine(fine, 1, 0, 4);

        assertThat(coarse[0]).isEqualTo(1);
        assertThat(fine[0]).isEqualTo(1);
        for (int i = 1; i < 4; i++) {
            assertThat((double) coarse[i]).isBetween(0.0, 5e-18);
            assertThat(fine[i]).isBetween(0.0, 5e-18);
        }
    }

    @Test
    void leavesWhatIsOutsideOfTheRange() {
        double[] exponents = {1, 2, 3, 4};

        Decay.fine(exponents, 0.5, 1, 3);

        assertThat(exponents[0]).isEqualTo(1);
        assertThat(exponents[1]).isCloseTo(Math.exp(-1), within(1e-13));
        assertThat(exponents[3]).isEqualTo(4);
    }

    private static double[] exponents() {
        double[] exponents = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            exponents[i] = Decay.FARTHEST * i / STEPS;
        }
        return exponents;
    }

    private static double off(double found, double exponent) {
        double exact = StrictMath.exp(-exponent);
        return Math.abs(found - exact) / exact;
    }
}
