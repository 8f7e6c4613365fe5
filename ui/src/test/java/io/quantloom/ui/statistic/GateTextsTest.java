package io.quantloom.ui.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.registry.Gate;
import io.quantloom.ui.control.GateTable;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTextsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sharpe_ratio; 0.5; 0.62; ≥ 0.50; 0.62",
                "sharpe_ratio; 0.5; 0.4996; ≥ 0.50; 0.4996",
                "sharpe_ratio; 0.5; 0.499996; ≥ 0.50; 0.499996",
                "sharpe_ratio; 0.5; 0.5; ≥ 0.50; 0.50",
                "sharpe_ratio; 0.625; 0.6249; ≥ 0.625; 0.62",
                "deflated_sharpe; 0.95; 0.94996; ≥ 0.950; 0.94996",
                "deflated_sharpe; 0.0001; 0.00009; ≥ 0.0001; 0.00009",
                "win_rate; 0.5; 0.49996; ≥ 50.0 %; 49.996 %",
                "trades; 30; 29; ≥ 30; 29",
                "somebody_elses_metric; 0.4; 0.34567; ≥ 0.4; 0.34567",
                "somebody_elses_metric; 0.4; 0.39999999999; ≥ 0.4; 0.39999999999"
            })
    void aFigureIsAsShortAsItMayBeWithoutReadingAsItsBound(
            String metric, double bound, double actual, String boundText, String actualText) {
        GateTable.Gate row = row(Gate.atLeast(metric, Gate.Basis.HOLDOUT, bound), actual);

        assertThat(row.threshold()).isEqualTo(boundText);
        assertThat(row.actual()).isEqualTo(actualText);
    }

    @Test
    void aLossIsToldFromItsBoundOnItsOwnSide() {
        GateTable.Gate row = row(Gate.atMost("max_drawdown", Gate.Basis.HOLDOUT, 0.25), 0.25004);

        assertThat(row.threshold()).isEqualTo("≥ −25.0 %");
        assertThat(row.actual()).isEqualTo("−25.004 %");
        assertThat(row.result()).isEqualTo(GateTable.Result.FAIL);
    }

    @Test
    void aStrictBoundThatIsMetExactlyReadsAsItIs() {
        GateTable.Gate row = row(Gate.above("sharpe_ratio", Gate.Basis.HOLDOUT, 1), 1);

        assertThat(row.threshold()).isEqualTo("> 1.00");
        assertThat(row.actual()).isEqualTo("1.00");
        assertThat(row.result()).isEqualTo(GateTable.Result.FAIL);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void noMissEverReadsAsItsBound(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 300; i++) {
            double bound = Math.rint(random.nextDouble() * 100) / 100 + 0.01;
            double actual = bound * (1 - Math.pow(10, -1 - 9 * random.nextDouble()));
            for (String metric :
                    new String[] {"sharpe_ratio", "deflated_sharpe", "win_rate", "total_return", "other"}) {
                GateTable.Gate row = row(Gate.atLeast(metric, Gate.Basis.HOLDOUT, bound), actual);

                assertThat(row.result()).isEqualTo(GateTable.Result.FAIL);
                assertThat(number(row.actual()))
                        .as("%s of %s against %s", metric, actual, bound)
                        .isLessThan(number(row.threshold()));
            }
        }
    }

    private static GateTable.Gate row(Gate gate, double actual) {
        return GateTexts.of(gate.check(OptionalDouble.of(actual), ""));
    }

    private static double number(String text) {
        return Double.parseDouble(text.replaceAll("[^0-9.]", ""));
    }
}
