package io.quantloom.engine.backtest.analysis.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockLengthTest {

    // Computed with numpy 2.4 from the formulas of Politis and White (2004) and Patton, Politis and White (2009).
    @ParameterizedTest(name = "autoregression {0}")
    @CsvSource({
        "0,    1.2581190835185325, 1.440186833731809",
        "0.5,  7.553488944711625,  8.646586375980533",
        "0.8,  16.250326991045654, 18.60198075279879",
        "0.95, 25.78060097676311,  29.511421119685075"
    })
    void growsWithDependence(double phi, double stationary, double movingBlock) {
        double[] values = autoregression(500, phi);

        assertThat(BlockLength.of(values, BootstrapMethod.STATIONARY)).isCloseTo(stationary, within(1e-9));
        assertThat(BlockLength.of(values, BootstrapMethod.MOVING_BLOCK)).isCloseTo(movingBlock, within(1e-9));
    }

    @Test
    void seesVolatilityThatClustersThroughAbsoluteValues() {
        // Independent signs, but calm and wild stretches of 50.
        double[] noise = autoregression(1_000, 0);
        double[] returns = new double[noise.length];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = noise[i] * (i / 50 % 2 == 0 ? 0.2 : 1);
        }

        assertThat(BlockLength.ofReturns(returns, BootstrapMethod.STATIONARY))
                .isGreaterThan(3 * BlockLength.of(returns, BootstrapMethod.STATIONARY));
    }

    @Test
    void isOneWhereNothingVariesOrLittleIsKnown() {
        assertThat(BlockLength.of(new double[100], BootstrapMethod.STATIONARY)).isEqualTo(1);
        assertThat(BlockLength.of(new double[] {1, 2, 3}, BootstrapMethod.STATIONARY))
                .isEqualTo(1);
    }

    // x ← φx + u with u of the linear congruential generator of ANSI C, so that numpy can have the same values.
    static double[] autoregression(int size, double phi) {
        double[] values = new double[size];
        long state = 12_345;
        double x = 0;
        for (int i = 0; i < size; i++) {
            state = (state * 1_103_515_245L + 12_345) % (1L << 31);
            x = phi * x + (state / (double) (1L << 31) - 0.5);
            values[i] = x;
        }
        return values;
    }
}
