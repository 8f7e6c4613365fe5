package io.quantloom.engine.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DrawdownStatisticsTest {

    @Test
    void measuresFromTheRunningPeak() {
        // Peaks 100, 120, 200: falls to 90 (1 − 90/120 = 0.25) and to 160 (0.2).
        double[] equity = {100, 120, 90, 110, 200, 160, 190};

        assertThat(DrawdownStatistics.maxDrawdown(equity)).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void countsTheStartAsAPeak() {
        assertThat(DrawdownStatistics.maxDrawdown(new double[] {100, 80, 90})).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void lastsFromThePeakToItsRecovery() {
        // Peak at 1, at or above it again at 4: 3 bars. Then 2 bars without recovery.
        assertThat(DrawdownStatistics.maxDrawdownBars(new double[] {100, 120, 90, 110, 120, 100, 110}))
                .isEqualTo(3);
    }

    @Test
    void lastsToTheEndWhenItDoesNotRecover() {
        assertThat(DrawdownStatistics.maxDrawdownBars(new double[] {100, 120, 90, 110, 119}))
                .isEqualTo(3);
    }

    @Test
    void isZeroForACurveThatNeverFalls() {
        double[] equity = {100, 100, 101, 102};

        assertThat(DrawdownStatistics.maxDrawdown(equity)).isZero();
        assertThat(DrawdownStatistics.maxDrawdownBars(equity)).isZero();
    }
}
