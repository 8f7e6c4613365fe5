package io.quantloom.engine.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalDistributionTest {

    // Computed with CPython's math.erfc: 0.5 * erfc(-x / sqrt(2)).
    @ParameterizedTest
    @CsvSource({
        "-10,  7.619853024160593e-24",
        "-5,   2.866515718791946e-07",
        "-3,   0.0013498980316300957",
        "-1.5, 0.06680720126885809",
        "-1,   0.15865525393145707",
        "-0.3, 0.3820885778110474",
        "0,    0.5",
        "0.3,  0.6179114221889526",
        "1,    0.8413447460685429",
        "1.96, 0.9750021048517795",
        "3,    0.9986501019683699",
        "5,    0.9999997133484281",
        "8,    0.9999999999999993"
    })
    void cumulatesLikeTheTables(double x, double expected) {
        assertThat(NormalDistribution.cdf(x)).isCloseTo(expected, within(4e-15 * expected));
    }

    // Computed with mpmath at 40 digits: sqrt(2) * erfinv(2p - 1).
    @ParameterizedTest
    @CsvSource({
        "0.5,   0",
        "0.6,   0.2533471031357997988",
        "0.975, 1.9599639845400542355",
        "0.99,  2.3263478740408411009",
        "0.999, 3.0902323061678135415",
        "0.025, -1.9599639845400542355",
        "1e-10, -6.3613409024040562047"
    })
    void invertsLikeTheTables(double p, double expected) {
        assertThat(NormalDistribution.quantile(p)).isCloseTo(expected, within(1e-13));
    }

    @Test
    void quantileUndoesTheCumulativeFunction() {
        for (double x = -8; x <= 5; x += 0.037) {
            assertThat(NormalDistribution.quantile(NormalDistribution.cdf(x))).isCloseTo(x, within(1e-9));
        }
    }

    @Test
    void endsAreInfinite() {
        assertThat(NormalDistribution.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(NormalDistribution.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(NormalDistribution.cdf(-40)).isZero();
        assertThat(NormalDistribution.cdf(40)).isEqualTo(1);
    }

    @Test
    void rejectsWhatIsNoProbability() {
        assertThatIllegalArgumentException().isThrownBy(() -> NormalDistribution.quantile(1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> NormalDistribution.quantile(Double.NaN));
    }
}
