package io.quantloom.engine.execution;

import static io.quantloom.engine.execution.Bars.bar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.execution.ExecutionSpec.Account;
import io.quantloom.engine.execution.ExecutionSpec.Costs;
import io.quantloom.engine.execution.ExecutionSpec.ExitLevel;
import io.quantloom.engine.execution.ExecutionSpec.Exits;
import io.quantloom.engine.execution.ExecutionSpec.Sizing;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.order.FillReason;
import io.quantloom.engine.order.OrderSide;
import io.quantloom.engine.portfolio.RoundTrip;
import io.quantloom.engine.strategy.Decision;
import io.quantloom.engine.strategy.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hand-worked: the arithmetic stands in the comments. Whole units, no costs and 1,005 of cash unless a test says so. */
class TradingKernelTest {

    private static final double ROUNDING = 1e-9;
    private static final Costs FREE = new Costs(0, 0, 0, true);
    private static final Exits NO_EXITS = ExecutionSpec.DEFAULT.exits();

    @Test
    void fillsTheDecisionOfACloseAtTheNextOpen() {
        TradingKernel kernel =
                run(1_005, FREE, NO_EXITS, Scripted.of(Target.LONG), bar(0, 9, 9, 9, 9), bar(1, 10, 12, 8, 11));

        // 1,005 / 10 = 100.5: 100 units; at the close of 11 they have earned 100.
        assertThat(kernel.fills())
                .containsExactly(new Fill(Bars.HOUR, OrderSide.BUY, 100, 100, 10, 0, 0, FillReason.ENTRY));
        assertThat(kernel.balance()).isEqualTo(1_005);
        assertThat(kernel.equity()).isEqualTo(1_105);
        assertThat(kernel.held()).isEqualTo(Target.LONG);
    }

    @Test
    void neverFillsTheDecisionOfTheLastClose() {
        TradingKernel kernel = run(1_005, FREE, NO_EXITS, Scripted.of(Target.LONG), bar(0, 10, 10, 10, 10));

        kernel.finish(Finalization.LAST_CLOSE);

        assertThat(kernel.fills()).isEmpty();
    }

    @Test
    void takesTheFeeOfEntryAndExitFromCash() {
        TradingKernel kernel = run(
                10_000,
                new Costs(0.01, 0, 0, true),
                NO_EXITS,
                Scripted.of(Target.LONG, Target.FLAT),
                bar(0, 100, 100, 100, 100),
                bar(1, 100, 100, 100, 100),
                bar(2, 110, 110, 110, 110));

        // 10,000 / (100 × 1.01) = 99.0099: 99 units. Fees 99 × 100 × 1 % = 99 and 99 × 110 × 1 % = 108.9.
        // pnl = 99 × 10 − 207.9 = 782.1, return = 782.1 / 9,900 = 0.079.
        RoundTrip trade = kernel.trades().getFirst();
        assertThat(trade.units()).isEqualTo(99);
        assertThat(trade.fees()).isCloseTo(207.9, within(ROUNDING));
        assertThat(trade.pnl()).isCloseTo(782.1, within(ROUNDING));
        assertThat(trade.returnFraction()).isCloseTo(0.079, within(ROUNDING));
        assertThat(trade.bars()).isEqualTo(1);
        assertThat(trade.reason()).isEqualTo(FillReason.SIGNAL);
        assertThat(kernel.balance()).isCloseTo(10_782.1, within(ROUNDING));
    }

    @Test
    void spendsOneUlpLessThanEverything() {
        TradingKernel kernel =
                run(1_000, FREE, NO_EXITS, Scripted.of(Target.LONG), bar(0, 10, 10, 10, 10), bar(1, 10, 10, 10, 10));

        // 1,000 × (1 − 2⁻⁵²) / 10 lies below 100.
        assertThat(kernel.units()).isEqualTo(99);
    }

    @Test
    void roundsDownToTheLotOfTheInstrument() {
        var spec = new ExecutionSpec(new Account(1_000, "USD", 2), new Sizing(false), FREE, NO_EXITS);
        var kernel = new TradingKernel(
                spec, Bars.instrument(0.25, false), Timeframe.HOUR, FundingRates.none(Bars.SYMBOL), 0);
        Scripted script = Scripted.of(Target.LONG);

        kernel.step(bar(0, 30, 30, 30, 30), script);
        kernel.step(bar(1, 30, 30, 30, 30), script);

        // 1,000 × leverage 2 / 30 = 66.67: 266 lots of 0.25 are 66.5.
        assertThat(kernel.fills().getFirst().lots()).isEqualTo(266);
        assertThat(kernel.units()).isEqualTo(66.5);
    }

    @Test
    void worsensEachFillBySlippageAndHalfTheSpread() {
        TradingKernel kernel = run(
                1_005,
                new Costs(0, 10, 20, true),
                NO_EXITS,
                Scripted.of(Target.LONG, Target.FLAT),
                bar(0, 10, 10, 10, 10),
                bar(1, 10, 10, 10, 10),
                bar(2, 20, 20, 20, 20));

        // (10 + 20 / 2) bps = 0.002: buys at 10.02, sells at 19.96. 1,005 / 10.02 = 100.3: 100 units.
        Fill entry = kernel.fills().get(0);
        Fill exit = kernel.fills().get(1);
        assertThat(entry.price()).isCloseTo(10.02, within(ROUNDING));
        assertThat(exit.price()).isCloseTo(19.96, within(ROUNDING));
        assertThat(entry.slippage()).isCloseTo(2, within(ROUNDING));
        assertThat(exit.slippage()).isCloseTo(4, within(ROUNDING));
        assertThat(kernel.balance()).isCloseTo(1_005 + 100 * 9.94, within(ROUNDING));
    }

    @Test
    void flipsInTwoFillsAtOneOpenAndSizesTheSecondFromTheCashOfTheFirst() {
        TradingKernel kernel = run(
                1_005,
                FREE,
                NO_EXITS,
                Scripted.of(Target.LONG, Target.SHORT),
                bar(0, 10, 10, 10, 10),
                bar(1, 10, 10, 10, 10),
                bar(2, 12, 12, 12, 11));

        // 100 units bought at 10, sold at 12: cash 1,205. 1,205 / 12 = 100.4: 100 units short. At 11 they have earned
        // 100.
        assertThat(kernel.fills())
                .extracting(Fill::time, Fill::side, Fill::lots, Fill::reason)
                .containsExactly(
                        tuple(Bars.HOUR, OrderSide.BUY, 100L, FillReason.ENTRY),
                        tuple(2 * Bars.HOUR, OrderSide.SELL, 100L, FillReason.FLIP),
                        tuple(2 * Bars.HOUR, OrderSide.SELL, 100L, FillReason.ENTRY));
        assertThat(kernel.balance()).isEqualTo(1_205);
        assertThat(kernel.equity()).isEqualTo(1_305);
    }

    @Test
    void doesNotResizeAPositionThatIsHeldAlready() {
        TradingKernel kernel = run(
                1_005,
                FREE,
                NO_EXITS,
                Scripted.of(Target.LONG, Target.LONG, Target.LONG),
                bar(0, 10, 10, 10, 10),
                bar(1, 10, 20, 10, 20),
                bar(2, 20, 20, 20, 20));

        assertThat(kernel.fills()).hasSize(1);
    }

    @Test
    void stopsAtTheLevelWhenItIsTouchedInsideTheBar() {
        TradingKernel kernel = run(
                1_005,
                FREE,
                exits(0.05, Double.NaN),
                Scripted.of(Target.LONG),
                bar(0, 10, 10, 10, 10),
                bar(1, 10, 10.5, 9.9, 10),
                bar(2, 10, 10, 9.5, 9.8));

        // The stop is 10 × 0.95 = 9.5; the low of 9.5 touches it.
        assertExit(kernel, 2, 9.5, FillReason.STOP_LOSS);
        assertThat(kernel.equity()).isEqualTo(955);
    }

    @Test
    void stopsInTheEntryBarToo() {
        TradingKernel kernel = run(
                1_005,
                FREE,
                exits(0.05, Double.NaN),
                Scripted.of(Target.LONG),
                bar(0, 10, 10, 10, 10),
                bar(1, 10, 10, 9, 10));

        assertExit(kernel, 1, 9.5, FillReason.STOP_LOSS);
        assertThat(kernel.trades().getFirst().bars()).isZero();
    }

    @Test
    void stopsAtTheOpenWhenTheBarOpensBeyondTheLevel() {
        TradingKernel kernel = run(
                1_005,
                FREE,
                exits(0.05, Double.NaN),
                Scripted.of(Target.LONG),
                bar(0, 10, 10, 10, 10),
                bar(1, 10, 10, 10, 10),
                bar(2, 8, 10, 7, 9));

        assertExit(kernel, 2, 8, FillReason.STOP_LOSS);
    }

    @Test
    void takesProfitAtTheLevelAndBetterAtAGap() {
        TradingKernel touched = run(
                1_005,
                FREE,
                exits(Double.NaN, 0.1),
                Scripted.of(Target.LONG),
                bar(0, 10, 10, 10, 10),
                bar(1, 10, 11, 10, 10.5));
        TradingKernel jumped = run(
                1_005,
                FREE,
                exits(Double.NaN, 0.1),
                Scripted.of(Target.LONG),
                bar(0, 10, 10, 10, 10),
                bar(1, 10, 10, 10, 10),
                bar(2, 13, 14, 12, 12));

        assertExit(touched, 1, 11, FillReason.TAKE_PROFIT);
        assertExit(jumped, 2, 13, FillReason.TAKE_PROFIT);
    }

    @Test
    void assumesTheStopWhenOneBarTouchesBoth() {
        TradingKernel kernel = run(
                1_005,
                FREE,
                exits(0.05, 0.1),
                Scripted.of(Target.LONG),
                bar(0, 10, 10, 10, 10),
                bar(1, 10, 12, 9, 11.5));

        assertExit(kernel, 1, 9.5, FillReason.STOP_LOSS);
    }

    @Test
    void mirrorsTheLevelsOfAShortPosition() {
        TradingKernel stopped = run(
                1_005,
                FREE,
                exits(0.05, 0.1),
                Scripted.of(Target.SHORT),
                bar(0, 10, 10, 10, 10),
                bar(1, 10, 10.5, 8, 9));
        TradingKernel taken = run(
                1_005,
                FREE,
                exits(0.05, 0.1),
                Scripted.of(Target.SHORT),
                bar(0, 10, 10, 10, 10),
                bar(1, 10, 10.4, 9, 9.5));

        assertExit(stopped, 1, 10.5, FillReason.STOP_LOSS);
        assertExit(taken, 1, 9, FillReason.TAKE_PROFIT);
        assertThat(taken.balance()).isEqualTo(1_105);
    }

    @Test
    void prefersTheDistancesOfTheDecisionThatOpened() {
        var decision = new Decision(Target.LONG, 0.7, 0.2, Double.NaN, "p");
        TradingKernel kernel = run(
                1_005,
                FREE,
                exits(0.05, 0.1),
                Scripted.of(List.of(decision)),
                bar(0, 10, 10, 10, 10),
                bar(1, 10, 10.5, 9, 9),
                bar(2, 9, 9, 7.5, 8));

        // The decision's stop is 8 and not the specification's 9.5.
        assertExit(kernel, 2, 8, FillReason.STOP_LOSS);
    }

    @Test
    void staysFlatAfterAStopUntilANewDecision() {
        TradingKernel held = run(
                1_005,
                FREE,
                exits(0.05, Double.NaN),
                Scripted.of(Target.LONG, Target.HOLD, Target.HOLD),
                bar(0, 10, 10, 10, 10),
                bar(1, 10, 10, 9, 9),
                bar(2, 9, 9, 9, 9));
        TradingKernel repeated = run(
                1_005,
                FREE,
                exits(0.05, Double.NaN),
                Scripted.of(Target.LONG, Target.LONG, Target.LONG),
                bar(0, 10, 10, 10, 10),
                bar(1, 10, 10, 9, 9),
                bar(2, 9, 9, 9, 9));

        assertThat(held.held()).isEqualTo(Target.FLAT);
        assertThat(repeated.held()).isEqualTo(Target.LONG);
        assertThat(repeated.entryPrice()).isEqualTo(9);
    }

    @Test
    void measuresTheWorstAndTheBestMarkWhileOpen() {
        TradingKernel kernel = run(
                1_005,
                FREE,
                NO_EXITS,
                Scripted.of(Target.LONG, Target.HOLD, Target.FLAT),
                bar(0, 10, 10, 10, 10),
                bar(1, 10, 12, 9, 11),
                bar(2, 11, 11, 8, 10),
                bar(3, 13, 20, 1, 13));

        // Lowest mark 8, highest 13: the open of the exit; what the exit bar does afterwards is not ours.
        RoundTrip trade = kernel.trades().getFirst();
        assertThat(trade.mae()).isCloseTo(-0.2, within(ROUNDING));
        assertThat(trade.mfe()).isCloseTo(0.3, within(ROUNDING));
    }

    @Test
    void longsPayAPositiveFundingRateAndShortsReceiveIt() {
        FundingRates rates = FundingRates.of(Bars.SYMBOL, new long[] {Bars.HOUR + 7}, new double[] {0.01});
        TradingKernel longs = perpetual(rates, true, Target.LONG);
        TradingKernel shorts = perpetual(rates, true, Target.SHORT);

        // 100 units × open 10 × 1 % = 10, in the bar of the entry.
        assertThat(longs.balance()).isEqualTo(995);
        assertThat(longs.fundingPaid()).isEqualTo(10);
        assertThat(shorts.balance()).isEqualTo(1_015);
        assertThat(shorts.fundingPaid()).isEqualTo(-10);
    }

    @Test
    void paysFundingOnlyWhenTheSpecificationAsksForIt() {
        FundingRates rates = FundingRates.of(Bars.SYMBOL, new long[] {Bars.HOUR}, new double[] {0.01});

        assertThat(perpetual(rates, false, Target.LONG).balance()).isEqualTo(1_005);
    }

    @Test
    void paysFundingThatFallsIntoAGapOfTheDataAtTheLastClose() {
        FundingRates rates = FundingRates.of(Bars.SYMBOL, new long[] {0, 3 * Bars.HOUR}, new double[] {0.5, 0.01});
        var kernel = new TradingKernel(spec(1_005, FREE, NO_EXITS), Bars.instrument(1, true), Timeframe.HOUR, rates, 0);
        Scripted script = Scripted.of(Target.LONG);
        kernel.step(bar(0, 10, 10, 10, 10), script);
        kernel.step(bar(1, 10, 12, 10, 12), script);

        kernel.step(bar(5, 20, 20, 20, 20), script);

        // Hours 2 to 4 are missing: 100 × 12 × 1 % at hour 3. Nothing at hour 0, when the account was flat.
        assertThat(kernel.fundingPaid()).isEqualTo(12);
    }

    @Test
    void endsInRuinWhenEquityReachesZeroAtAClose() {
        TradingKernel kernel = run(
                1_005,
                FREE,
                NO_EXITS,
                Scripted.of(Target.SHORT),
                bar(0, 10, 10, 10, 10),
                bar(1, 10, 30, 10, 20),
                bar(2, 20, 21, 20, 20.05));

        // 100 units short at 10: at 20 there are 5 left, at 20.05 nothing.
        assertThat(kernel.isRuined()).isTrue();
        assertThat(kernel.equity()).isCloseTo(0, within(ROUNDING));
        assertThat(kernel.trades().getFirst().reason()).isEqualTo(FillReason.RUIN);
        assertThat(kernel.held()).isEqualTo(Target.FLAT);
        assertThatIllegalStateException().isThrownBy(() -> kernel.settle(bar(3, 1, 1, 1, 1)));
    }

    @Test
    void countsOrdersOfZeroUnits() {
        TradingKernel kernel = run(
                9,
                FREE,
                NO_EXITS,
                Scripted.of(Target.LONG, Target.SHORT),
                bar(0, 10, 10, 10, 10),
                bar(1, 10, 10, 10, 10),
                bar(2, 10, 10, 10, 10));

        assertThat(kernel.fills()).isEmpty();
        assertThat(kernel.unsentOrders()).isEqualTo(2);
    }

    @Test
    void closesWhatIsOpenAtTheLastCloseWithItsFee() {
        TradingKernel kernel = openAtTheEnd(new Costs(0.001, 0, 0, true));

        kernel.finish(Finalization.LAST_CLOSE);

        // 1,005 / 10.01 = 100.4: 100 units from 10 to 12; fees 1 and 1.2.
        assertExit(kernel, 1, 12, FillReason.END_OF_DATA);
        assertThat(kernel.equity()).isCloseTo(1_202.8, within(ROUNDING));
    }

    @Test
    void closesWhatIsOpenAtTheLastOpenLikeBacktestingPy() {
        TradingKernel kernel = openAtTheEnd(FREE);

        kernel.finish(Finalization.LAST_OPEN);

        assertExit(kernel, 1, 10, FillReason.END_OF_DATA);
        assertThat(kernel.equity()).isEqualTo(1_005);
    }

    @Test
    void leavesThePositionOpenWithoutFinalization() {
        TradingKernel kernel = openAtTheEnd(FREE);

        kernel.finish(Finalization.NONE);

        assertThat(kernel.trades()).isEmpty();
        assertThat(kernel.equity()).isEqualTo(1_205);
    }

    @Test
    void namesAFlattenAskedForByAPerson() {
        TradingKernel kernel = openAtTheEnd(FREE);

        kernel.decide(Decision.FLATTEN);
        kernel.settle(bar(2, 11, 11, 11, 11));

        assertExit(kernel, 2, 11, FillReason.FLATTEN);
    }

    @Test
    void staysFlatForTheBarsOfTheCooldown() {
        TradingKernel kernel = new TradingKernel(
                spec(1_005, FREE, NO_EXITS),
                Bars.instrument(1, false),
                Timeframe.HOUR,
                FundingRates.none(Bars.SYMBOL),
                2);
        Scripted script = Scripted.of(Target.LONG, Target.SHORT, Target.SHORT, Target.SHORT, Target.SHORT);
        for (int i = 0; i < 5; i++) {
            kernel.step(bar(i, 10, 10, 10, 10), script);
        }

        // Long in bar 1, left at the open of bar 2: bars 2 and 3 stay flat, short from bar 4 on.
        assertThat(kernel.fills())
                .extracting(Fill::time, Fill::reason)
                .containsExactly(
                        tuple(Bars.HOUR, FillReason.ENTRY),
                        tuple(2 * Bars.HOUR, FillReason.SIGNAL),
                        tuple(4 * Bars.HOUR, FillReason.ENTRY));
    }

    @Test
    void refusesBarsThatDoNotAscend() {
        TradingKernel kernel = openAtTheEnd(FREE);

        assertThatIllegalArgumentException().isThrownBy(() -> kernel.settle(bar(1, 10, 10, 10, 10)));
    }

    private static TradingKernel openAtTheEnd(Costs costs) {
        return run(1_005, costs, NO_EXITS, Scripted.of(Target.LONG), bar(0, 10, 10, 10, 10), bar(1, 10, 12, 10, 12));
    }

    private static TradingKernel perpetual(FundingRates rates, boolean pays, Target target) {
        var kernel = new TradingKernel(
                spec(1_005, new Costs(0, 0, 0, pays), NO_EXITS), Bars.instrument(1, true), Timeframe.HOUR, rates, 0);
        Scripted script = Scripted.of(target);
        kernel.step(bar(0, 10, 10, 10, 10), script);
        kernel.step(bar(1, 10, 10, 10, 10), script);
        return kernel;
    }

    private static TradingKernel run(double cash, Costs costs, Exits exits, Scripted script, Bar... bars) {
        var kernel = new TradingKernel(
                spec(cash, costs, exits), Bars.instrument(1, false), Timeframe.HOUR, FundingRates.none(Bars.SYMBOL), 0);
        for (Bar next : bars) {
            kernel.step(next, script);
        }
        return kernel;
    }

    private static ExecutionSpec spec(double cash, Costs costs, Exits exits) {
        return new ExecutionSpec(new Account(cash, "USD", 1), new Sizing(true), costs, exits);
    }

    private static Exits exits(double stop, double take) {
        return new Exits(level(stop), level(take));
    }

    private static ExitLevel level(double distance) {
        return Double.isNaN(distance) ? ExitLevel.none() : ExitLevel.at(distance);
    }

    private static void assertExit(TradingKernel kernel, int bar, double price, FillReason reason) {
        RoundTrip last = kernel.trades().getLast();
        assertThat(last.exitTime()).isEqualTo(bar * Bars.HOUR);
        assertThat(last.exitPrice()).isCloseTo(price, within(ROUNDING));
        assertThat(last.reason()).isEqualTo(reason);
    }
}
