package io.quantloom.engine.tuning.tpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reference values: mpmath 1.3.0 with 50 digits. */
class LogNormalTest {

    @ParameterizedTest
    @CsvSource({
        "-40,-804.60844201375378817",
        "-25,-316.63940800802025894",
        "-20.5,-214.06672896326380017",
        "-3,-6.6077262215103495433",
        "0.5,-0.36894641528865639307",
        "7,-1.2798125438866539645e-12"
    })
    void knowsTheLogarithmOfAProbability(double x, double expected) {
        assertThat(LogNormal.cdf(x)).isCloseTo(expected, withinPercentage(1e-10));
    }

    @ParameterizedTest
    @CsvSource({
        "-30,-29,-424.78741990973031183",
        "8,9,-35.013618593437148117",
        "-1,2,-0.20016629432446257995",
        "20,21,-203.91715537228815924"
    })
    void knowsTheLogarithmOfAMassInEitherTail(double a, double b, double expected) {
        assertThat(LogNormal.mass(a, b)).isCloseTo(expected, withinPercentage(1e-10));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-37, -12, -5.1, -3, -1, -1e-9, 0, 0.3, 2, 2.4, 5, 7})
    void findsTheWayBack(double x) {
        assertThat(LogNormal.quantile(LogNormal.cdf(x))).isCloseTo(x, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"-1,2", "-30,-29", "29,30", "0,1", "-8,9"})
    void drawsQuantilesBetweenTheBounds(double a, double b) {
        double before = a;
        for (double share = 0.05; share < 1; share += 0.05) {
            double x = LogNormal.truncatedQuantile(share, a, b);
            assertThat(x).isBetween(before, b);
            assertThat(Math.exp(LogNormal.mass(a, x) - LogNormal.mass(a, b))).isCloseTo(share, within(1e-7));
            before = x;
        }
        assertThat(LogNormal.truncatedQuantile(0, a, b)).isCloseTo(a, within(1e-9));
    }
}
