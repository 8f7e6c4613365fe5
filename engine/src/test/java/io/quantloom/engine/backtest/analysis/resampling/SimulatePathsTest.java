package io.quantloom.engine.backtest.analysis.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.order.FillReason;
import io.quantloom.engine.portfolio.RoundTrip;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatePathsTest {

    private static final Seeds SEEDS = new Seeds(4);

    @Test
    void shufflesKeepTheEndAndChangeTheWay() {
        MonteCarlo paths = new SimulatePaths(100, 6_000)
                .shuffled(new double[] {0.9, 0.8, 1.5}, SEEDS, JobContext.none())
                .orThrow();

        assertThat(paths.finalEquity().quantile(0)).isCloseTo(108, within(1e-9));
        assertThat(paths.finalEquity().quantile(1)).isCloseTo(108, within(1e-9));
        // Of the six orders the two with 1.5 in the middle fall by 0.2 at most, the others by 1 − 0.9 · 0.8 = 0.28.
        assertThat(paths.maxDrawdown().shareBelow(0.24)).isCloseTo(1 / 3.0, within(0.03));
        assertThat(paths.maxDrawdown().quantile(1)).isCloseTo(0.28, within(1e-9));
        assertThat(paths.equity().steps()).containsExactly(0, 1, 2, 3);
        // After one trade 80, 90 or 150, alike often.
        assertThat(paths.equity().value(0, 1)).isCloseTo(80, within(1e-9));
        assertThat(paths.equity().value(2, 1)).isCloseTo(90, within(1e-9));
        assertThat(paths.equity().value(4, 1)).isCloseTo(150, within(1e-9));
    }

    @Test
    void resamplesDrawWithReplacement() {
        MonteCarlo paths = new SimulatePaths(100, 8_000)
                .resampled(new double[] {2, 0.5}, SEEDS, JobContext.none())
                .orThrow();

        // 400 and 25 with a probability of a quarter each, 100 with one half.
        assertThat(paths.finalEquity().shareBelow(50)).isCloseTo(0.25, within(0.02));
        assertThat(paths.finalEquity().shareBelow(200)).isCloseTo(0.75, within(0.02));
        assertThat(paths.equity().value(2, 2)).isEqualTo(100);
    }

    @Test
    void blocksOfEqualReturnsGiveOnePath() {
        double[] returns = new double[1_000];
        Arrays.fill(returns, 0.001);

        MonteCarlo paths = new SimulatePaths(100, 20)
                .blocks(returns, SEEDS, JobContext.none())
                .orThrow();

        Fan fan = paths.equity();
        assertThat(fan.size()).isEqualTo(SimulatePaths.MOST_STEPS + 1);
        assertThat(fan.step(fan.size() - 1)).isEqualTo(1_000);
        for (int i = 0; i < fan.size(); i++) {
            double expected = 100 * Math.pow(1.001, fan.step(i));
            assertThat(fan.value(0, i)).isCloseTo(expected, within(1e-9));
            assertThat(fan.value(4, i)).isCloseTo(expected, within(1e-9));
        }
        assertThat(paths.maxDrawdown().quantile(1)).isZero();
    }

    @Test
    void blocksKeepNeighborsTogether() {
        // A fall of 10 % is always followed by a rise that undoes it: with long blocks most paths fall by little more.
        double[] returns = new double[600];
        for (int i = 0; i < returns.length; i += 2) {
            returns[i] = -0.1;
            returns[i + 1] = 1 / 0.9 - 1;
        }

        double[] factors = Arrays.stream(returns).map(value -> 1 + value).toArray();
        var simulation = new SimulatePaths(100, 500);
        MonteCarlo blocks = simulation.blocks(returns, SEEDS, JobContext.none()).orThrow();
        MonteCarlo single =
                simulation.resampled(factors, SEEDS, JobContext.none()).orThrow();

        assertThat(blocks.maxDrawdown().quantile(0.5))
                .isLessThan(0.7 * single.maxDrawdown().quantile(0.5));
    }

    @Test
    void factorsAreWhatEachTradeDidToTheAccount() {
        double[] factors = SimulatePaths.factors(100, List.of(trade(50), trade(-75), trade(15)));

        assertThat(factors).containsExactly(1.5, 0.5, 1.2);
    }

    @Test
    void factorsAreUndefinedOnceTheAccountIsLost() {
        assertThat(SimulatePaths.factors(100, List.of(trade(-100), trade(10)))).containsOnly(Double.NaN);
    }

    @Test
    void isTheSameForTheSameSeed() {
        double[] factors = {1.1, 0.95, 1.02, 0.99};
        var simulation = new SimulatePaths(100, 50);

        assertThat(simulation.resampled(factors, SEEDS, JobContext.none()))
                .isEqualTo(simulation.resampled(factors, SEEDS, JobContext.none()));
    }

    private static RoundTrip trade(double pnl) {
        return new RoundTrip(true, 1, 0, 100, 1, 100 + pnl, pnl, 0, pnl / 100, 1, 0, 0, FillReason.SIGNAL);
    }
}
