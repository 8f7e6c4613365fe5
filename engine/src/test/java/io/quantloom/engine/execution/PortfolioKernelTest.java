package io.quantloom.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.execution.ExecutionSpec.Account;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.instrument.TradingCalendar;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.order.FillReason;
import io.quantloom.engine.strategy.Decision;
import io.quantloom.engine.strategy.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PortfolioKernelTest {

    private static final int BARS = 100;
    private static final double ROUNDING = 1e-9;
    private static final Decision HOLD = Decision.NONE;

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @Test
    void twoInstrumentsShareOneAccountByWeight() {
        PortfolioKernel kernel = kernel(new Specs().spec(), traded("A", 0.6), traded("B", 0.4));
        kernel.settle(bars(0, 10, 20));
        kernel.decide(List.of(to(Target.LONG), to(Target.SHORT)));
        kernel.settle(bars(1, 10, 20));

        // 1,005 × 0.6 / 10 = 60.3; 1,005 × 0.4 / 20 = 20.1.
        assertThat(kernel.position(0).lots()).isEqualTo(60);
        assertThat(kernel.position(1).lots()).isEqualTo(-20);
        kernel.decide(List.of(HOLD, HOLD));
        kernel.settle(bars(2, 11, 19));
        // 60 × 1 + 20 × 1.
        assertThat(kernel.equity()).isCloseTo(1_085, within(ROUNDING));
        assertThat(kernel.balance()).isEqualTo(1_005);
    }

    @Test
    void whatOneLeavesIsThereForAnotherAtTheSameOpen() {
        PortfolioKernel kernel = kernel(new Specs().spec(), traded("A", 1), traded("B", 1));
        kernel.settle(bars(0, 10, 20));
        kernel.decide(List.of(HOLD, to(Target.LONG)));
        kernel.settle(bars(1, 10, 20));
        kernel.decide(List.of(to(Target.LONG), HOLD));
        kernel.settle(bars(2, 10, 20));
        // B binds 1,000 of 1,005: nothing is left that buys one A.
        assertThat(kernel.held(0)).isEqualTo(Target.FLAT);
        assertThat(kernel.unsentOrders()).isEqualTo(1);
        kernel.decide(List.of(to(Target.LONG), to(Target.FLAT)));
        kernel.settle(bars(3, 10, 22));

        // B is sold at 22, 50 × 2 more: 1,105 / 10 = 110.5.
        assertThat(kernel.position(0).lots()).isEqualTo(110);
        assertThat(kernel.held(1)).isEqualTo(Target.FLAT);
    }

    @Test
    void rebalancingSellsWhatIsTooMuchAndBuysWhatIsTooLittleAtTheNextOpen() {
        PortfolioKernel kernel = kernel(new Specs().spec(), traded("A", 0.5), traded("B", 0.5));
        kernel.settle(bars(0, 10, 10));
        kernel.decide(List.of(to(Target.LONG), to(Target.LONG)));
        kernel.settle(bars(1, 10, 10));
        // 502.5 / 10 = 50 of each.
        kernel.rebalance(0);
        kernel.rebalance(1);
        kernel.decide(List.of(HOLD, to(Target.LONG)));
        kernel.settle(bars(2, 20, 10));

        // Equity 1,005 + 500 = 1,505, half of it 752.5: 37 A at 20 and 75 B at 10.
        assertThat(kernel.position(0).lots()).isEqualTo(37);
        assertThat(kernel.position(1).lots()).isEqualTo(75);
        assertThat(kernel.position(0).fills().getLast().reason()).isEqualTo(FillReason.REBALANCE);
        assertThat(kernel.position(1).fills().getLast().reason()).isEqualTo(FillReason.REBALANCE);
        // 13 A sold at 20 that cost 10.
        assertThat(kernel.balance()).isEqualTo(1_005 + 130);
        assertThat(kernel.equity()).isCloseTo(1_505, within(ROUNDING));
        kernel.decide(List.of(to(Target.FLAT), HOLD));
        kernel.settle(bars(3, 20, 10));
        // One trade of 50 A bought at 10 and sold at 20.
        assertThat(kernel.position(0).trades()).singleElement().satisfies(trade -> {
            assertThat(trade.units()).isEqualTo(50);
            assertThat(trade.exitPrice()).isCloseTo(20, within(ROUNDING));
            assertThat(trade.pnl()).isCloseTo(500, within(ROUNDING));
        });
    }

    @Test
    void rebalancingMovesNoPositionThatLeavesAndNoneThatIsNotThere() {
        PortfolioKernel kernel = kernel(new Specs().spec(), traded("A", 0.5), traded("B", 0.5));
        kernel.settle(bars(0, 10, 10));
        kernel.decide(List.of(to(Target.LONG), HOLD));
        kernel.settle(bars(1, 10, 10));
        kernel.rebalance(0);
        kernel.rebalance(1);
        kernel.decide(List.of(to(Target.FLAT), HOLD));
        kernel.settle(bars(2, 20, 10));

        assertThat(kernel.held(0)).isEqualTo(Target.FLAT);
        assertThat(kernel.position(0).fills()).hasSize(2);
        assertThat(kernel.position(1).fills()).isEmpty();
        kernel.decide(List.of(to(Target.LONG), HOLD));
        kernel.settle(bars(3, 10, 10));
        // What was asked before the position left does not move the next one.
        kernel.decide(List.of(HOLD, HOLD));
        kernel.settle(bars(4, 40, 10));
        assertThat(kernel.position(0).fills()).hasSize(3);
    }

    @Test
    void exitsOfARebalancedPositionCoverAllOfIt() {
        var spec = new Specs().exits(0.2, Double.NaN, Double.NaN);
        PortfolioKernel kernel = kernel(spec.spec(), traded("A", 0.5), traded("B", 0.5));
        kernel.settle(bars(0, 10, 10));
        kernel.decide(List.of(to(Target.LONG), to(Target.LONG)));
        kernel.settle(bars(1, 10, 10));
        kernel.rebalance(0);
        kernel.rebalance(1);
        kernel.decide(List.of(HOLD, HOLD));
        kernel.settle(bars(2, 20, 10));
        kernel.decide(List.of(HOLD, HOLD));
        kernel.settle(bars(3, 20, 5));

        // 50 and 25 more at 10: the stop at 8 is gapped over, all 75 are sold at the open of 5.
        assertThat(kernel.position(1).isFlat()).isTrue();
        assertThat(kernel.position(1).trades().getLast().units()).isEqualTo(75);
    }

    @Test
    void anInstrumentWithoutABarWaitsForItsNextOpen() {
        PortfolioKernel kernel = kernel(new Specs().spec(), traded("A", 0.5), traded("B", 0.5));
        kernel.settle(bars(0, 10, 20));
        kernel.decide(List.of(to(Target.LONG), to(Target.LONG)));
        kernel.settle(new Bar[] {bar(1, 10), null});
        kernel.decide(List.of(HOLD, HOLD));
        assertThat(kernel.held(1)).isEqualTo(Target.FLAT);
        kernel.settle(bars(2, 10, 21));

        assertThat(kernel.position(1).entryPrice()).isEqualTo(21);
    }

    @Test
    void theMarginOfAllPositionsLiquidatesTheOneThatUsesItUp() {
        var spec = new Specs();
        spec.account = new Account(1_005, "USD", 4, OptionalDouble.of(0.1));
        PortfolioKernel kernel = kernel(spec.spec(), traded("A", 0.5), traded("B", 0.5));
        kernel.settle(bars(0, 10, 20));
        kernel.decide(List.of(to(Target.LONG), to(Target.LONG)));
        kernel.settle(bars(1, 10, 20));
        kernel.decide(List.of(HOLD, HOLD));
        kernel.settle(new Bar[] {Bars.bar(2, 10, 10, 8.7, 8.7), Bars.bar(2, 20, 20, 15.8, 15.8)});

        // A little below 502.5 × 4: 200 A and 100 B. A at 8.7 lost 260 and needs 174 of margin: C = 571 for B, which is
        // liquidated at (2,000 − 571) / 90 = 15.87778: 1,005 − 260 − 412.222 are left.
        assertThat(kernel.held(0)).isEqualTo(Target.LONG);
        assertThat(kernel.position(1).trades().getLast().reason()).isEqualTo(FillReason.LIQUIDATION);
        assertThat(kernel.position(1).trades().getLast().exitPrice()).isCloseTo(15.877777778, within(ROUNDING));
        assertThat(kernel.equity()).isCloseTo(332.777777778, within(1e-8));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void oneInstrumentOfWeightOneIsTheTradingKernelToTheBit(long seed) {
        RandomGenerator random = new Seeds(seed).child("one").random();
        ExecutionSpec spec = RandomSpecs.of(random);
        BarSeries series = Bars.random(seed, BARS);
        Instrument instrument = Bars.instrument(0.001, false);
        FundingRates none = FundingRates.none(Bars.SYMBOL);
        var single = new TradingKernel(spec, instrument, Timeframe.HOUR, none, 1);
        var portfolio = new PortfolioKernel(spec, List.of(new Traded(instrument, none, 1)), Timeframe.HOUR, 1);

        for (int i = 0; i < BARS && !single.isRuined() && !portfolio.isRuined(); i++) {
            Decision decision = random(random);
            single.settle(series.bar(i));
            single.decide(decision);
            portfolio.settle(new Bar[] {series.bar(i)});
            portfolio.decide(List.of(decision));
            assertThat(portfolio.equity()).isEqualTo(single.equity());
        }
        assertThat(portfolio.position(0).fills()).isEqualTo(single.fills());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void conservesMoneyAndDoesNotDependOnTheOrderOfInstruments(long seed) {
        RandomGenerator random = new Seeds(seed).child("portfolio").random();
        ExecutionSpec spec = RandomSpecs.of(random);
        List<BarSeries> series =
                List.of(Bars.random(3 * seed, BARS), Bars.random(3 * seed + 1, BARS), Bars.random(3 * seed + 2, BARS));
        PortfolioKernel abc = kernel(spec, traded("A", 0.3), traded("B", 0.5), traded("C", 0.2));
        PortfolioKernel cab = kernel(spec, traded("C", 0.2), traded("A", 0.3), traded("B", 0.5));

        for (int i = 0; i < BARS && !abc.isRuined(); i++) {
            @Nullable Bar a = series.get(0).bar(i);
            @Nullable Bar b = random.nextInt(5) == 0 ? null : series.get(1).bar(i);
            @Nullable Bar c = random.nextInt(5) == 0 ? null : series.get(2).bar(i);
            List<Decision> decisions = List.of(random(random), random(random), random(random));
            abc.settle(new Bar[] {a, b, c});
            abc.decide(decisions);
            cab.settle(new Bar[] {c, a, b});
            cab.decide(List.of(decisions.get(2), decisions.get(0), decisions.get(1)));

            double unrealized = abc.position(0).unrealized()
                    + abc.position(1).unrealized()
                    + abc.position(2).unrealized();
            double scale = spec.account().cash() * 1e-9;
            assertThat(abc.equity()).isCloseTo(abc.balance() + unrealized, within(scale));
            assertThat(abc.balance()).isCloseTo(abc.ledger().balance(), within(scale));
            assertThat(cab.equity()).isEqualTo(abc.equity());
        }
        abc.finish(Finalization.LAST_CLOSE);
        cab.finish(Finalization.LAST_CLOSE);

        assertThat(fills(cab, 1, 2, 0)).isEqualTo(fills(abc, 0, 1, 2));
        assertThat(cab.balance()).isEqualTo(abc.balance());
        double fees = fills(abc, 0, 1, 2).stream().mapToDouble(Fill::fee).sum();
        assertThat(abc.ledger().fees()).isCloseTo(fees, within(spec.account().cash() * 1e-9));
    }

    @Test
    void refusesBarsOfDifferentTimesAndSymbolsTwice() {
        PortfolioKernel kernel = kernel(new Specs().spec(), traded("A", 0.5), traded("B", 0.5));

        assertThatIllegalArgumentException().isThrownBy(() -> kernel.settle(new Bar[] {bar(0, 1), bar(1, 1)}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernel(new Specs().spec(), traded("A", 0.5), traded("A", 0.5)));
    }

    private static List<Fill> fills(PortfolioKernel kernel, int... instruments) {
        List<Fill> fills = new ArrayList<>();
        for (int instrument : instruments) {
            fills.addAll(kernel.position(instrument).fills());
        }
        return fills;
    }

    private static Decision random(RandomGenerator random) {
        Target[] targets = Target.values();
        return random.nextInt(3) > 0 ? Decision.NONE : to(targets[random.nextInt(targets.length)]);
    }

    private static Decision to(Target target) {
        return Decision.of(target, "test");
    }

    private static PortfolioKernel kernel(ExecutionSpec spec, Traded... traded) {
        return new PortfolioKernel(spec, List.of(traded), Timeframe.HOUR, 0);
    }

    private static Traded traded(String symbol, double weight) {
        var instrument = new Instrument(
                new Symbol(symbol), "USD", TradingCalendar.CRYPTO_24X7, "set by a test", 1, false, Optional.empty());
        return new Traded(instrument, FundingRates.none(instrument.symbol()), weight);
    }

    private static Bar[] bars(int index, double a, double b) {
        return new Bar[] {bar(index, a), bar(index, b)};
    }

    private static Bar bar(int index, double price) {
        return Bars.bar(index, price, price, price, price);
    }
}
