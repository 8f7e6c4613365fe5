package io.quantloom.engine.performance.overfitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FalseDiscoveriesTest {

    // The example of Benjamini and Hochberg (1995), 2.4: fifteen hypotheses of a study of thrombolysis, of which the
    // procedure rejects four at 0.05 and Bonferroni's three.
    private static final double[] THROMBOLYSIS = {
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590,
        1.0
    };

    @Test
    void acceptsTheFourOfThePaper() {
        assertThat(FalseDiscoveries.accepted(THROMBOLYSIS, 0.05))
                .containsExactly(
                        true, true, true, true, false, false, false, false, false, false, false, false, false, false,
                        false);
    }

    // scipy 1.17: stats.false_discovery_control.
    @Test
    void adjustsAsScipyDoes() {
        assertThat(FalseDiscoveries.adjusted(THROMBOLYSIS))
                .containsExactly(
                        new double[] {
                            0.0015,
                            0.003,
                            0.0095,
                            0.035625,
                            0.0603,
                            0.06385714285714286,
                            0.06385714285714286,
                            0.0645,
                            0.0765,
                            0.486,
                            0.5811818181818181,
                            0.714875,
                            0.7532307692307693,
                            0.8132142857142857,
                            1.0
                        },
                        within(1e-12));
    }

    @Test
    void keepsTheGivenOrderAndCountsTestsThatCouldNotBeMade() {
        double[] adjusted = FalseDiscoveries.adjusted(new double[] {Double.NaN, 0.01, 0.5, 0.01});

        assertThat(adjusted).containsExactly(new double[] {1, 0.02, 2.0 / 3, 0.02}, within(1e-12));
        assertThat(FalseDiscoveries.adjusted(new double[0])).isEmpty();
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatIllegalArgumentException().isThrownBy(() -> FalseDiscoveries.adjusted(new double[] {1.1}));
        assertThatIllegalArgumentException().isThrownBy(() -> FalseDiscoveries.accepted(new double[] {0.1}, 1));
    }
}
