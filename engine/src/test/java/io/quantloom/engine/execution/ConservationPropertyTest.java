package io.quantloom.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.execution.ExecutionSpec.Costs;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.order.FillReason;
import io.quantloom.engine.order.OrderEvent;
import io.quantloom.engine.order.OrderSide;
import io.quantloom.engine.order.OrderType;
import io.quantloom.engine.portfolio.Ledger;
import io.quantloom.engine.portfolio.RoundTrip;
import io.quantloom.engine.strategy.Decision;
import io.quantloom.engine.strategy.Strategy;
import io.quantloom.engine.strategy.Target;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Money, fees and lots are conserved whatever a specification says: sizing, costs, matching, margin, exits, entries. */
class ConservationPropertyTest {

    private static final int BARS = 150;
    private static final int SEEDS = 250;

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void balanceAndUnrealizedProfitAreEquityAfterEveryBar(long seed) {
        Scenario scenario = Scenario.of(seed);
        TradingKernel kernel = scenario.kernel();
        double scale = scenario.spec.account().cash() * 1e-9;
        Map<Long, Long> done = new TreeMap<>();

        for (int i = 0; i < BARS && !kernel.isRuined(); i++) {
            kernel.step(scenario.bars.bar(i), scenario.strategy());

            double close = scenario.bars.close(i);
            double unrealized = kernel.units() == 0 ? 0 : kernel.units() * (close - kernel.entryPrice());
            assertThat(kernel.equity()).isCloseTo(kernel.balance() + unrealized, within(scale));
            assertThat(kernel.balance()).isCloseTo(kernel.ledger().balance(), within(scale));
            double volume = scenario.bars.volume(i)
                    * scenario.spec.matching().participation().orElse(1);
            assertThat(traded(kernel.eventsOfBar(), done, scenario.spec.costs(), scenario.bars, i))
                    .isLessThanOrEqualTo(
                            scenario.spec.matching().participation().isPresent()
                                    ? volume * (1 + 1e-12)
                                    : Double.POSITIVE_INFINITY);
        }
        kernel.finish(Finalization.LAST_CLOSE);
        assertSettled(kernel, scale);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void knowsNothingOfTheFutureAndComesOutTheSameAgain(long seed) {
        Scenario scenario = Scenario.of(seed);
        List<Fill> whole = scenario.fillsOfFirst(BARS);
        int cut = BARS / 2;

        List<Fill> half = scenario.fillsOfFirst(cut);

        assertThat(whole.subList(0, half.size())).isEqualTo(half);
        assertThat(whole.subList(half.size(), whole.size()))
                .allMatch(fill -> fill.time() >= scenario.bars.openTime(cut));
        assertThat(scenario.fillsOfFirst(BARS)).isEqualTo(whole);
    }

    @Test
    void theScenariosReachEverything() {
        Map<FillReason, Integer> reasons = new EnumMap<>(FillReason.class);
        int partial = 0;
        int expired = 0;
        int ambiguous = 0;
        boolean borrowed = false;
        for (long seed = 0; seed < SEEDS; seed++) {
            Scenario scenario = Scenario.of(seed);
            TradingKernel kernel = scenario.kernel();
            for (int i = 0; i < BARS && !kernel.isRuined(); i++) {
                kernel.step(scenario.bars.bar(i), scenario.strategy());
                for (OrderEvent event : kernel.eventsOfBar()) {
                    partial += event instanceof OrderEvent.Filled filled && filled.lotsLeft() > 0 ? 1 : 0;
                    expired += event instanceof OrderEvent.Expired ? 1 : 0;
                }
            }
            kernel.finish(Finalization.LAST_CLOSE);
            kernel.fills().forEach(fill -> reasons.merge(fill.reason(), 1, Integer::sum));
            ambiguous += kernel.ambiguousBars();
            borrowed |= kernel.ledger().borrow() > 0;
        }
        assertThat(reasons.keySet())
                .contains(
                        FillReason.ENTRY,
                        FillReason.SIGNAL,
                        FillReason.FLIP,
                        FillReason.STOP_LOSS,
                        FillReason.TAKE_PROFIT,
                        FillReason.TRAILING_STOP,
                        FillReason.LIQUIDATION,
                        FillReason.END_OF_DATA);
        assertThat(partial).isGreaterThan(100);
        assertThat(expired).isGreaterThan(20);
        assertThat(ambiguous).isGreaterThan(50);
        assertThat(borrowed).isTrue();
    }

    // Units filled in the bar by orders of ours; checks that no order is filled beyond itself or its limit.
    private static double traded(List<OrderEvent> events, Map<Long, Long> done, Costs costs, BarSeries bars, int bar) {
        double units = 0;
        for (OrderEvent event : events) {
            if (!(event instanceof OrderEvent.Filled filled)) {
                continue;
            }
            Fill fill = filled.fill();
            long sum = done.merge(filled.order().id(), fill.lots(), Long::sum);
            assertThat(sum + filled.lotsLeft()).isEqualTo(filled.order().lots());
            units += filled.order().id() > 0 ? fill.units() : 0;
            if (filled.order().type() instanceof OrderType.Limit(double limit)) {
                assertThat(fill.side() == OrderSide.BUY ? limit - fill.price() : fill.price() - limit)
                        .isGreaterThanOrEqualTo(-0.01);
            }
            double worst = costs.concession() * fill.price() + fill.slippage() / fill.units() + 1e-9;
            assertThat(fill.price()).isBetween(bars.low(bar) - worst, bars.high(bar) + worst);
        }
        return units;
    }

    private static void assertSettled(TradingKernel kernel, double scale) {
        Ledger ledger = kernel.ledger();
        assertThat(kernel.held()).isEqualTo(Target.FLAT);
        double pnl = kernel.trades().stream().mapToDouble(RoundTrip::pnl).sum();
        assertThat(kernel.balance()).isCloseTo(ledger.startingCash() + pnl, within(scale * 10));
        double fillFees = kernel.fills().stream().mapToDouble(Fill::fee).sum();
        double tradeFees = kernel.trades().stream().mapToDouble(RoundTrip::fees).sum();
        assertThat(fillFees).isCloseTo(ledger.fees(), within(scale));
        assertThat(tradeFees).isCloseTo(ledger.fees(), within(scale));
        double slippage = kernel.fills().stream().mapToDouble(Fill::slippage).sum();
        assertThat(slippage).isCloseTo(ledger.slippage(), within(scale));
    }

    private record Scenario(
            BarSeries bars,
            ExecutionSpec spec,
            List<Decision> decisions,
            FundingRates funding,
            double lot,
            int cooldown) {

        static Scenario of(long seed) {
            RandomGenerator random = new Seeds(seed).child("conservation").random();
            ExecutionSpec spec = RandomSpecs.of(random);
            List<Decision> decisions = new ArrayList<>();
            Target[] targets = Target.values();
            for (int i = 0; i < BARS; i++) {
                double stop = random.nextInt(4) == 0 ? 0.01 + 0.05 * random.nextDouble() : Double.NaN;
                double p = random.nextBoolean() ? random.nextDouble() : Double.NaN;
                Target target = random.nextInt(3) > 0 ? Target.HOLD : targets[random.nextInt(targets.length)];
                decisions.add(new Decision(target, p, stop, Double.NaN, "random"));
            }
            long[] times = new long[BARS / 8];
            double[] rates = new double[times.length];
            for (int i = 0; i < times.length; i++) {
                times[i] = i * 8L * Bars.HOUR;
                rates[i] = 0.001 * random.nextGaussian();
            }
            return new Scenario(
                    Bars.random(seed, BARS),
                    spec,
                    decisions,
                    FundingRates.of(Bars.SYMBOL, times, rates),
                    Math.pow(10, -random.nextInt(7)),
                    random.nextInt(3));
        }

        TradingKernel kernel() {
            return new TradingKernel(spec, Bars.instrument(lot, true), Timeframe.HOUR, funding, cooldown);
        }

        Strategy strategy() {
            return new Strategy() {
                @Override
                public Decision onClose(Bar bar, Target held) {
                    return decisions.get((int) (bar.openTime() / Bars.HOUR));
                }

                @Override
                public int firstDefined() {
                    return 0;
                }
            };
        }

        List<Fill> fillsOfFirst(int count) {
            TradingKernel kernel = kernel();
            for (int i = 0; i < count && !kernel.isRuined(); i++) {
                kernel.step(bars.bar(i), strategy());
            }
            return List.copyOf(kernel.fills());
        }
    }
}
