package io.quantloom.engine.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.Seeds;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RollingSharpeTest {

    @Test
    void isTheSharpeRatioOfTheWindowAtEachBar() {
        RandomGenerator random = new Seeds(3).random();
        double[] equity = new double[400];
        equity[0] = 10_000;
        for (int i = 1; i < equity.length; i++) {
            equity[i] = equity[i - 1] * (1 + 0.001 + 0.02 * random.nextGaussian());
        }

        TimeSeries rolling = RollingSharpe.of(Curves.daily("2020-01-01", equity), 30, 365);

        double[] returns = ReturnStatistics.of(equity);
        for (int i = 30; i < equity.length; i++) {
            double expected = ReturnStatistics.sharpeRatio(Arrays.copyOfRange(returns, i - 30, i), 365);
            assertThat(rolling.value(i)).as("bar " + i).isCloseTo(expected, within(1e-9));
        }
    }

    @Test
    void isUndefinedUntilTheWindowIsFull() {
        TimeSeries rolling = RollingSharpe.of(Curves.daily("2020-01-01", 100, 101, 100, 102), 3, 365);

        assertThat(rolling.value(0)).isNaN();
        assertThat(rolling.value(2)).isNaN();
        assertThat(rolling.value(3)).isFinite();
    }

    @Test
    void isUndefinedWhereReturnsDoNotVary() {
        // Flat from bar 4 on: bar 6 still sees the fall of bar 4, bar 7 and later see nothing.
        TimeSeries rolling = RollingSharpe.of(
                Curves.daily("2020-01-01", 100, 101, 103, 102.7, 99.1, 99.1, 99.1, 99.1, 99.1, 99.1), 3, 365);

        assertThat(rolling.value(6)).isFinite();
        for (int i = 7; i < 10; i++) {
            assertThat(rolling.value(i)).as("bar " + i).isNaN();
        }
    }

    @Test
    void needsTwoReturns() {
        EquityCurve curve = Curves.daily("2020-01-01", 100, 101);

        assertThatIllegalArgumentException().isThrownBy(() -> RollingSharpe.of(curve, 1, 365));
    }
}
