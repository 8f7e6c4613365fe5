package io.quantloom.engine.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.market.BarSeries;
import org.junit.jupiter.api.Test;

class BenchmarkTest {

    private static final double ROUNDING = 1e-12;

    @Test
    void isPerfectlyRelatedToItself() {
        double[] prices = {100, 110, 99, 120};

        BenchmarkFit fit = Benchmark.of("itself", prices, prices, 4);

        assertThat(fit.beta()).isCloseTo(1, within(ROUNDING));
        assertThat(fit.correlation()).isCloseTo(1, within(ROUNDING));
        assertThat(fit.alpha()).isCloseTo(0, within(ROUNDING));
        assertThat(fit.alphaPerYear()).isCloseTo(0, within(ROUNDING));
        assertThat(fit.totalReturn()).isCloseTo(0.2, within(ROUNDING));
        assertThat(fit.bars()).isEqualTo(3);
    }

    @Test
    void findsTheFactorAndTheDrift() {
        // Log returns of the curve: half of the market's and 0.01 more at each bar.
        double[] market = new double[5];
        double[] own = new double[5];
        double[] logReturns = {0.1, -0.2, 0.05, 0.3};
        market[0] = 50;
        own[0] = 1_000;
        for (int i = 0; i < logReturns.length; i++) {
            market[i + 1] = market[i] * Math.exp(logReturns[i]);
            own[i + 1] = own[i] * Math.exp(0.5 * logReturns[i] + 0.01);
        }

        BenchmarkFit fit = Benchmark.of("market", own, market, 252);

        assertThat(fit.beta()).isCloseTo(0.5, within(ROUNDING));
        assertThat(fit.alphaPerYear()).isCloseTo(0.01 * 252, within(1e-9));
        // own: exp(0.125 + 0.04) − 1; market: exp(0.25) − 1
        assertThat(fit.alpha()).isCloseTo(Math.expm1(0.165) - 0.5 * Math.expm1(0.25), within(ROUNDING));
    }

    @Test
    void takesTheLastCloseOfTheOtherSeriesUpToEachBar() {
        // The other series has no bar 2 and begins with bar 1.
        BarSeries all = Bars.flat(7, 8, 9, 10);
        BarSeries other = BarSeries.of(Bars.HOURLY, java.util.List.of(all.bar(1), all.bar(3)));
        EquityCurve curve = EquityCurve.of(
                100, new long[] {0, Bars.HOUR, 2 * Bars.HOUR, 3 * Bars.HOUR}, new double[] {100, 101, 102, 103});

        BenchmarkFit fit = Benchmark.of("other", curve, other, 4);

        assertThat(fit.bars()).isEqualTo(2);
        assertThat(fit.totalReturn()).isCloseTo(0.25, within(ROUNDING));
    }

    @Test
    void isUndefinedWhereTheMarketDoesNotVary() {
        BenchmarkFit fit = Benchmark.of("flat", new double[] {100, 110, 120}, new double[] {5, 5, 5}, 4);

        assertThat(fit.beta()).isNaN();
        assertThat(fit.alpha()).isNaN();
        assertThat(fit.correlation()).isNaN();
    }
}
