package io.quantloom.engine.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.performance.SharpeSignificance.Trials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values computed with numpy 2.4 and scipy 1.17 (stats.skew, stats.kurtosis, stats.norm). */
class SharpeSignificanceTest {

    private static final double SAME = 1e-12;
    private static final double[] RETURNS = {0.01, -0.02, 0.03, 0.005, -0.01, 0.02, 0, -0.005, 0.015, 0.01};

    @Test
    void measuresSharpePerBar() {
        assertThat(SharpeSignificance.perBar(RETURNS)).isCloseTo(0.37151421734331097, within(SAME));
    }

    @Test
    void correctsTheProbabilityForSkewAndTails() {
        assertThat(SharpeSignificance.probabilistic(RETURNS)).isCloseTo(0.8578047685068322, within(SAME));
    }

    @Test
    void deflatesByTheTrials() {
        Trials trials = Trials.of(6, new double[] {0.1, 0.2, -0.05, 0.02});

        assertThat(SharpeSignificance.expectedMaximum(trials)).isCloseTo(0.13977773238900834, within(SAME));
        assertThat(SharpeSignificance.deflated(RETURNS, trials)).isCloseTo(0.7478510600851882, within(SAME));
    }

    // product.md: the bracket is 1.66 / 2.53 / 2.98 / 3.26 for N = 12 / 100 / 400 / 1000.
    @ParameterizedTest
    @CsvSource({"12, 1.66", "100, 2.53", "400, 2.98", "1000, 3.26"})
    void expectsMoreOfTheBestOfMoreTrials(int count, double bracket) {
        assertThat(SharpeSignificance.expectedMaximum(new Trials(count, 1))).isCloseTo(bracket, within(0.01));
    }

    @Test
    void isNotDeflatedByASingleTrial() {
        assertThat(SharpeSignificance.deflated(RETURNS, Trials.single()))
                .isEqualTo(SharpeSignificance.probabilistic(RETURNS));
    }

    @Test
    void isUndefinedWhenTheReturnsDoNotVary() {
        assertThat(SharpeSignificance.probabilistic(new double[] {0, 0, 0, 0})).isNaN();
        assertThat(SharpeSignificance.probabilistic(new double[] {0.01, 0.01, 0.01}))
                .isNaN();
    }

    @Test
    void isUndefinedWhenTheSpreadOfTheTrialsIsUnknown() {
        assertThat(SharpeSignificance.deflated(RETURNS, Trials.of(5, new double[] {0.1})))
                .isNaN();
    }

    @Test
    void rejectsMoreRatiosThanTrials() {
        assertThatIllegalArgumentException().isThrownBy(() -> Trials.of(1, new double[] {0.1, 0.2}));
    }
}
