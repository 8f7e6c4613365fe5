package io.quantloom.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BollingerBandsTest {

    /** By hand: 1, 2, 3 have mean 2 and population deviation √(2/3). */
    @Test
    void measuresTheBandsInPercentOfTheLower() {
        double[] distance = BollingerBands.distancePercent(new double[] {1, 2, 3}, 3, 2);

        double half = 2 * Math.sqrt(2.0 / 3);
        assertThat(distance[1]).isNaN();
        assertThat(distance[2]).isCloseTo(2 * half / (2 - half) * 100, within(1e-12));
    }

    /** One ulp-like step on a large price: TA-Lib's one-pass sum gives zero or noise here. */
    @Test
    void keepsItsDigitsWherePricesHardlyMove() {
        double[] distance = BollingerBands.distancePercent(new double[] {1e6, 1e6 + 1e-4, 1e6, 1e6 + 1e-4}, 4, 2);

        assertThat(distance[3]).isCloseTo(2e-4 / 1e6 * 100, within(1e-13));
    }

    @Test
    void isUndefinedOverTooFewValues() {
        assertThat(BollingerBands.distancePercent(new double[] {1, 2}, 7, 2)).containsOnly(Double.NaN);
    }
}
