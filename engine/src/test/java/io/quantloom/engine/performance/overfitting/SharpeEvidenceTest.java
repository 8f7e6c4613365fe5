package io.quantloom.engine.performance.overfitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.performance.SharpeSignificance;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharpeEvidenceTest {

    private static final double[] RETURNS = {0.01, -0.02, 0.03, 0.005, -0.01, 0.02, 0, -0.005, 0.015, 0.01};

    // D. H. Bailey and M. López de Prado (2012), 7: an annual Sharpe ratio of 2 is above 1 at 95 % after 2.73 years of
    // daily, 2.83 of weekly and 3.24 of monthly Gaussian returns.
    @ParameterizedTest
    @CsvSource({"252, 2.73", "52, 2.83", "12, 3.24"})
    void needsTheTrackOfThePaper(int perYear, double years) {
        double bars = SharpeEvidence.minimumTrackBars(2 / Math.sqrt(perYear), 1 / Math.sqrt(perYear), 0, 3, 0.95);

        assertThat(bars / perYear).isCloseTo(years, within(0.005));
    }

    @Test
    void theMinimumTrackGivesExactlyTheConfidence() {
        double bars = SharpeEvidence.minimumTrackBars(0.4, 0.1, -0.5, 6, 0.9);

        // The formula is for a whole number of returns; 26 are too few and 27 enough.
        assertThat(bars).isBetween(26.0, 27.0);
        assertThat(SharpeSignificance.probabilistic(0.4, 0.1, 26, -0.5, 6)).isLessThan(0.9);
        assertThat(SharpeSignificance.probabilistic(0.4, 0.1, 27, -0.5, 6)).isGreaterThan(0.9);
    }

    @Test
    void noTrackIsLongEnoughForARatioBelowItsBenchmark() {
        assertThat(SharpeEvidence.minimumTrackBars(0.1, 0.1, 0, 3, 0.95)).isInfinite();
        assertThat(SharpeEvidence.minimumTrackBars(Double.NaN, 0.1, 0, 3, 0.95)).isNaN();
        assertThat(SharpeEvidence.minimumTrackBars(0.1, Double.NaN, 0, 3, 0.95)).isNaN();
        assertThatIllegalArgumentException().isThrownBy(() -> SharpeEvidence.minimumTrackBars(0.1, 0, 0, 3, 0.5));
    }

    // scipy 1.17: norm.sf(s * sqrt(n - 1) / sqrt(1 - g3 * s + (g4 - 1) / 4 * s * s)).
    @Test
    void givesSmallPValuesInFull() {
        assertThat(SharpeEvidence.pValue(0.4, 500, -0.5, 6)).isCloseTo(2.1476306143099753e-14, within(1e-24));
        assertThat(SharpeEvidence.pValue(0.05, 250, -0.3, 4)).isCloseTo(0.21698603545415973, within(1e-12));
    }

    @Test
    void saysWhatTheTrackSays() {
        SharpeEvidence evidence = SharpeEvidence.of(RETURNS, Trials.of(6, new double[] {0.1, 0.2, -0.05, 0.02}), 0.95);

        assertThat(evidence.bars()).isEqualTo(10);
        assertThat(evidence.trials()).isEqualTo(6);
        // numpy and scipy, as in SharpeSignificanceTest.
        assertThat(evidence.perBar()).isCloseTo(0.37151421734331097, within(1e-12));
        assertThat(evidence.probabilistic()).isCloseTo(0.8578047685068322, within(1e-12));
        assertThat(evidence.pValue()).isCloseTo(1 - 0.8578047685068322, within(1e-12));
        assertThat(evidence.expectedMaximum()).isCloseTo(0.13977773238900834, within(1e-12));
        assertThat(evidence.deflated()).isCloseTo(0.7478510600851882, within(1e-12));
        assertThat(evidence.minimumTrackBars()).isGreaterThan(10);
    }

    @Test
    void isUndefinedWhenTheReturnsDoNotVary() {
        SharpeEvidence evidence = SharpeEvidence.of(new double[] {0, 0, 0}, Trials.single(), 0.95);

        assertThat(evidence.perBar()).isNaN();
        assertThat(evidence.pValue()).isNaN();
        assertThat(evidence.minimumTrackBars()).isNaN();
    }
}
