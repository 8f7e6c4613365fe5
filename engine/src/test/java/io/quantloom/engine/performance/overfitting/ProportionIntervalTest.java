package io.quantloom.engine.performance.overfitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProportionIntervalTest {

    // product.md F20, source 2's AVAX row: 5 of 9 positives found, [0.27, 0.81]. Digits: scipy 1.17,
    // binomtest(5, 9).proportion_ci(method='wilson').
    @Test
    void fiveOfNineSaysLittle() {
        ProportionInterval interval = ProportionInterval.wilson(5.0 / 9, 9, 0.95);

        assertThat(interval.low()).isCloseTo(0.2666512934954931, within(1e-12));
        assertThat(interval.high()).isCloseTo(0.8112214789023354, within(1e-12));
    }

    @Test
    void aNarrowerCoverageGivesANarrowerInterval() {
        ProportionInterval interval = ProportionInterval.wilson(47.0 / 56, 56, 0.9);

        assertThat(interval.low()).isCloseTo(0.7432693604593321, within(1e-12));
        assertThat(interval.high()).isCloseTo(0.9040289654596498, within(1e-12));
    }

    @Test
    void overlappingSamplesSayLess() {
        ProportionInterval all = ProportionInterval.wilson(0.6, 500, 0.95);
        ProportionInterval effective = ProportionInterval.wilson(0.6, 500 / 24.0, 0.95);

        assertThat(all.low()).isGreaterThan(0.5);
        assertThat(effective.low()).isLessThan(0.5);
    }

    @Test
    void staysWithinZeroAndOne() {
        assertThat(ProportionInterval.wilson(0, 3, 0.99).low()).isZero();
        assertThat(ProportionInterval.wilson(1, 3, 0.99).high()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> ProportionInterval.wilson(0.5, 0, 0.95));
    }
}
