package io.quantloom.engine.backtest.fast;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.SimulateBacktest;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.order.FillReason;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.performance.Statistic;
import io.quantloom.engine.performance.Statistics;
import io.quantloom.engine.performance.StatisticsTable;
import io.quantloom.engine.portfolio.RoundTrip;
import io.quantloom.engine.strategy.Strategy;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast path against the kernel, to the bit, on 500 random strategies and series. */
class FastEqualsKernelTest {

    private static final int BLOCK = 100;

    private final Scratch scratch = new Scratch();

    @ParameterizedTest(name = "seeds from {0}")
    @ValueSource(longs = {0, 100, 200, 300, 400})
    void givesTheKernelsFillsTradesEquityAndStatistics(long from) {
        for (long seed = from; seed < from + BLOCK; seed++) {
            RandomCase of = RandomCase.of(seed);
            assertSame("seed " + seed, of, kernel(of), fast(of));
        }
    }

    // Guards the guard: the 500 cases must hold what they are there for.
    @Test
    void theRandomCasesHoldEveryKindOfEnd() {
        Map<FillReason, Integer> ends = new EnumMap<>(FillReason.class);
        int unsent = 0;
        int funded = 0;
        for (long seed = 0; seed < 500; seed++) {
            FastRun run = fast(RandomCase.of(seed));
            run.trades().stream().map(RoundTrip::reason).forEach(reason -> ends.merge(reason, 1, Integer::sum));
            unsent += run.unsentOrders() > 0 ? 1 : 0;
            funded += run.fundingPaid() != 0 ? 1 : 0;
        }
        assertThat(ends.keySet())
                .contains(
                        FillReason.SIGNAL,
                        FillReason.FLIP,
                        FillReason.STOP_LOSS,
                        FillReason.TAKE_PROFIT,
                        FillReason.END_OF_DATA,
                        FillReason.RUIN);
        assertThat(ends.get(FillReason.RUIN)).isGreaterThan(15);
        assertThat(unsent).isGreaterThan(15);
        assertThat(funded).isGreaterThan(50);
    }

    private static BacktestResult kernel(RandomCase of) {
        return new SimulateBacktest(of.execution(), of.finalization(), of.instrument(), of.funding(), of.cooldown())
                .run("kernel", of.bars(), of.strategy().get(), Trials.single(), OptionalLong.empty(), JobContext.none())
                .orThrow();
    }

    private FastRun fast(RandomCase of) {
        Strategy strategy = of.strategy().get();
        return FastBacktest.of(
                        FastMarket.of(of.bars(), of.funding(), of.instrument()),
                        of.execution(),
                        of.finalization(),
                        of.cooldown())
                .orThrow()
                .run(Signals.of(strategy).orThrow(), scratch);
    }

    private static void assertSame(String seed, RandomCase of, BacktestResult kernel, FastRun fast) {
        assertThat(fast.fills()).as(seed).isEqualTo(kernel.fills());
        assertThat(fast.curve()).as(seed).isEqualTo(kernel.equity());
        assertThat(fast.trades()).as(seed).isEqualTo(kernel.trades());
        assertThat(fast.isRuined()).as(seed).isEqualTo(kernel.isRuined());
        Statistics table = StatisticsTable.of(
                fast.track(),
                FastMarket.of(of.bars(), of.funding(), of.instrument()).annualization(),
                Trials.single());
        assertThat(table).as(seed).isEqualTo(kernel.statistics());
        double[] quick = new double[FastStatistics.COLUMNS.size()];
        fast.measure(quick);
        assertThat(quick)
                .as(seed)
                .containsExactly(FastStatistics.COLUMNS.stream()
                        .map(Statistic::key)
                        .mapToDouble(key -> table.get(key).orElse(Double.NaN))
                        .toArray());
    }
}
