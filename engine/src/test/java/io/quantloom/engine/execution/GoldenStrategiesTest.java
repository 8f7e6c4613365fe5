package io.quantloom.engine.execution;

import static io.quantloom.engine.execution.Bars.bar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.order.FillReason;
import io.quantloom.engine.order.OrderEvent;
import io.quantloom.engine.portfolio.RoundTrip;
import io.quantloom.engine.strategy.Target;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/**
 * Strategies worked by hand: the arithmetic stands in the comments. Whole units, no costs and 1,005 of cash unless a test
 * says so; long from the open of bar 1 at 10 is 100 units.
 */
class GoldenStrategiesTest {

    private static final double ROUNDING = 1e-9;
    private static final double NONE = Double.NaN;
    private static final Slippage NO_SLIPPAGE = new Slippage.Bps(0);

    @Test
    void aTrailingStopFollowsTheBestPriceOfEarlierBars() {
        TradingKernel kernel = run(
                new Specs().exits(NONE, NONE, 0.1),
                Scripted.of(Target.LONG),
                bar(0, 10, 10, 10, 10),
                bar(1, 10, 10, 10, 10),
                bar(2, 11, 12, 11, 12),
                bar(3, 11.5, 11.6, 10.5, 11));

        // It stands at 9, after the high of 12 at 12 × 0.9 = 10.8. 100 × 0.8 = 80.
        assertExit(kernel, 3, 10.8, FillReason.TRAILING_STOP);
        assertThat(kernel.equity()).isCloseTo(1_085, within(ROUNDING));
        assertThat(kernel.ambiguousBars()).isZero();
    }

    @Test
    void aTrailingStopIsRaisedAndHitInOneBarByThePessimist() {
        TradingKernel kernel = run(
                new Specs().exits(NONE, NONE, 0.1),
                Scripted.of(Target.LONG),
                bar(0, 10, 10, 10, 10),
                bar(1, 10, 12, 10, 11));

        // The high of 12 raises it to 10.8; the low of 10 may have come before or after: after, and the bar is counted.
        assertExit(kernel, 1, 10.8, FillReason.TRAILING_STOP);
        assertThat(kernel.ambiguousBars()).isEqualTo(1);
    }

    @Test
    void aTrailingStopOfAShortIsTheMirror() {
        TradingKernel kernel = run(
                new Specs().exits(NONE, NONE, 0.1),
                Scripted.of(Target.SHORT),
                bar(0, 10, 10, 10, 10),
                bar(1, 10, 10, 10, 10),
                bar(2, 8.4, 8.5, 8, 8),
                bar(3, 8, 9, 8, 9));

        // The low of 8 lowers it from 11 to 8.8, which bar 2 does not reach and bar 3 does. 100 × 1.2.
        assertExit(kernel, 3, 8.8, FillReason.TRAILING_STOP);
        assertThat(kernel.equity()).isCloseTo(1_125, within(ROUNDING));
    }

    @Test
    void aLimitEntryWaitsForItsPriceAndPaysTheMakersFee() {
        TradingKernel kernel = run(
                new Specs()
                        .entry(new EntryRule(EntryRule.Kind.LIMIT, 0.05, OptionalInt.of(2)))
                        .costs(new Fees(0.01, OptionalDouble.of(0.001), 0, 0), new Slippage.Bps(50), 0),
                Scripted.of(Target.LONG),
                bar(0, 10, 10, 10, 10),
                bar(1, 10, 10, 9.6, 9.8),
                bar(2, 9.8, 9.9, 9.4, 9.7));

        // 10 × 0.95 = 9.5. 1,005 / (9.5 × 1.01) = 104.7: 104 units, sized with the taker's fee. No slippage on a limit.
        // Fee 104 × 9.5 × 0.1 % = 0.988; at 9.7 they have earned 20.8.
        assertThat(kernel.fills())
                .extracting(Fill::time, Fill::lots, Fill::price, Fill::slippage)
                .containsExactly(tuple(2 * Bars.HOUR, 104L, 9.5, 0.0));
        assertThat(kernel.equity()).isCloseTo(1_024.812, within(ROUNDING));
    }

    @Test
    void aLimitEntryExpiresAfterItsBars() {
        TradingKernel kernel = run(
                new Specs().entry(new EntryRule(EntryRule.Kind.LIMIT, 0.05, OptionalInt.of(2))),
                Scripted.of(Target.LONG),
                bar(0, 10, 10, 10, 10),
                bar(1, 10, 10, 9.6, 9.8),
                bar(2, 9.8, 9.9, 9.6, 9.7));

        assertThat(kernel.eventsOfBar()).hasAtLeastOneElementOfType(OrderEvent.Expired.class);
        kernel.settle(bar(3, 9.5, 9.5, 9, 9));
        assertThat(kernel.fills()).isEmpty();
    }

    @Test
    void aLimitEntryFillsAtAGapsOpenWhichIsBetter() {
        TradingKernel kernel = run(
                new Specs().entry(new EntryRule(EntryRule.Kind.LIMIT, 0.05, OptionalInt.empty())),
                Scripted.of(Target.LONG),
                bar(0, 10, 10, 10, 10),
                bar(1, 10, 10, 9.6, 9.8),
                bar(2, 9, 9.9, 8.9, 9.7));

        assertThat(kernel.entryPrice()).isEqualTo(9);
    }

    @Test
    void aLimitEntryIsStoppedInItsBarButTakesNoProfitInIt() {
        TradingKernel stopped = run(
                new Specs()
                        .entry(new EntryRule(EntryRule.Kind.LIMIT, 0.05, OptionalInt.empty()))
                        .exits(0.1, 0.02, NONE),
                Scripted.of(Target.LONG),
                bar(0, 10, 10, 10, 10),
                bar(1, 10, 10.5, 8, 9));
        TradingKernel kept = run(
                new Specs()
                        .entry(new EntryRule(EntryRule.Kind.LIMIT, 0.05, OptionalInt.empty()))
                        .exits(0.1, 0.02, NONE),
                Scripted.of(Target.LONG),
                bar(0, 10, 10, 10, 10),
                bar(1, 10, 10.5, 9.2, 9.4));

        // Filled at 9.5 on the way down: the stop at 8.55 lies further down the same way.
        assertExit(stopped, 1, 8.55, FillReason.STOP_LOSS);
        // The target of 9.69 was touched, but perhaps before the fill: it stays, and the bar is counted.
        assertThat(kept.held()).isEqualTo(Target.LONG);
        assertThat(kept.ambiguousBars()).isEqualTo(1);
    }

    @Test
    void aStopEntryTakesItsProfitOnTheSameWayAndIsStoppedByThePessimist() {
        EntryRule stop = new EntryRule(EntryRule.Kind.STOP, 0.05, OptionalInt.empty());
        TradingKernel taken = run(
                new Specs().entry(stop).exits(NONE, 0.02, NONE),
                Scripted.of(Target.LONG),
                bar(0, 10, 10, 10, 10),
                bar(1, 10, 11, 9.9, 10));
        TradingKernel stopped = run(
                new Specs().entry(stop).exits(0.05, NONE, NONE),
                Scripted.of(Target.LONG),
                bar(0, 10, 10, 10, 10),
                bar(1, 10, 11, 9.9, 10.8));

        // 10 × 1.05 = 10.5; 1,005 / 10.5 = 95.7: 95 units. The target of 10.71 lies further up: 95 × 0.21.
        assertExit(taken, 1, 10.71, FillReason.TAKE_PROFIT);
        assertThat(taken.equity()).isCloseTo(1_005 + 95 * 0.21, within(ROUNDING));
        // The low of 9.9 lies beyond the stop of 9.975 and may have come afterwards: 95 × 0.525 are lost.
        assertExit(stopped, 1, 9.975, FillReason.STOP_LOSS);
        assertThat(stopped.equity()).isCloseTo(1_005 - 95 * 0.525, within(ROUNDING));
        assertThat(stopped.ambiguousBars()).isEqualTo(1);
    }

    @Test
    void anEntryThatWaitsIsTakenBackByAnotherTarget() {
        TradingKernel kernel = run(
                new Specs().entry(new EntryRule(EntryRule.Kind.LIMIT, 0.05, OptionalInt.empty())),
                Scripted.of(Target.LONG, Target.FLAT),
                bar(0, 10, 10, 10, 10),
                bar(1, 10, 10, 9.6, 9.8),
                bar(2, 9.8, 9.9, 9, 9.7));

        assertThat(kernel.fills()).isEmpty();
    }

    @Test
    void aLongIsLiquidatedWhereEquityFallsToTheMaintenanceMargin() {
        TradingKernel kernel = run(
                new Specs().leveraged(10, 0.05),
                Scripted.of(Target.LONG),
                bar(0, 100, 100, 100, 100),
                bar(1, 100, 100, 100, 100),
                bar(2, 100, 100, 94, 99));

        // 1,005 × 10 / 100: 100 units. p = (100 × 100 − 1,005) / (100 × 0.95) = 8,995 / 95 = 94.68421; there equity is
        // 1,005 − 531.57895 = 473.42105 = 5 % of 9,468.421.
        assertExit(kernel, 2, 8_995 / 95.0, FillReason.LIQUIDATION);
        assertThat(kernel.equity()).isCloseTo(473.421052632, within(1e-8));
    }

    @Test
    void aShortIsLiquidatedAboveAndAtTheOpenOfAGap() {
        TradingKernel touched = run(
                new Specs().leveraged(10, 0.05),
                Scripted.of(Target.SHORT),
                bar(0, 100, 100, 100, 100),
                bar(1, 100, 100, 100, 100),
                bar(2, 100, 106, 100, 99));
        TradingKernel gapped = run(
                new Specs().leveraged(10, 0.05),
                Scripted.of(Target.SHORT),
                bar(0, 100, 100, 100, 100),
                bar(1, 100, 100, 100, 100),
                bar(2, 108, 108, 99, 99));

        // p = (1,005 + 10,000) / (100 × 1.05) = 104.8095; left are 524.0476 = 5 % of 10,480.95.
        assertExit(touched, 2, 11_005 / 105.0, FillReason.LIQUIDATION);
        assertThat(touched.equity()).isCloseTo(524.047619048, within(1e-8));
        // At the open of 108: 1,005 − 800.
        assertExit(gapped, 2, 108, FillReason.LIQUIDATION);
        assertThat(gapped.equity()).isCloseTo(205, within(ROUNDING));
    }

    @Test
    void aStopThatIsNearerSparesTheLiquidation() {
        TradingKernel kernel = run(
                new Specs().leveraged(10, 0.05).exits(0.03, NONE, NONE),
                Scripted.of(Target.LONG),
                bar(0, 100, 100, 100, 100),
                bar(1, 100, 100, 90, 95));

        assertExit(kernel, 1, 97, FillReason.STOP_LOSS);
    }

    @Test
    void aShortReceivesFundingInsideABarAndInAGap() {
        FundingRates rates =
                FundingRates.of(Bars.SYMBOL, new long[] {Bars.HOUR + 7, 5 * Bars.HOUR / 2}, new double[] {0.01, 0.02});
        var kernel = new TradingKernel(new Specs().spec(), Bars.instrument(1, true), Timeframe.HOUR, rates, 0);
        Scripted script = Scripted.of(Target.SHORT);
        kernel.step(bar(0, 10, 10, 10, 10), script);
        kernel.step(bar(1, 10, 11, 10, 11), script);
        kernel.step(bar(4, 12, 12, 12, 12), script);

        // 100 × open 10 × 1 % = 10 inside bar 1; 100 × last close 11 × 2 % = 22 in the gap: longs would pay, shorts
        // get.
        assertThat(kernel.fundingPaid()).isCloseTo(-32, within(ROUNDING));
        assertThat(kernel.balance()).isCloseTo(1_037, within(ROUNDING));
    }

    @Test
    void aShortPaysForWhatItBorrowedByTheDay() {
        var kernel = new TradingKernel(
                new Specs().costs(Fees.of(0), NO_SLIPPAGE, 0.365).spec(),
                Bars.instrument(1, false),
                Timeframe.DAY,
                FundingRates.none(Bars.SYMBOL),
                0);
        Scripted script = Scripted.of(Target.SHORT, Target.HOLD, Target.FLAT);
        kernel.step(bar(0, 10, 10, 10, 10), script);
        kernel.step(bar(24, 10, 11, 10, 11), script);
        kernel.step(bar(48, 11, 12, 11, 12), script);
        kernel.step(bar(120, 12, 12, 12, 12), script);

        // 0.1 % a day: 100 × 11 × 0.001 for one day, 100 × 12 × 0.001 × 3 over the weekend. pnl −200 − 4.7.
        assertThat(kernel.ledger().borrow()).isCloseTo(4.7, within(ROUNDING));
        assertThat(kernel.trades().getFirst().pnl()).isCloseTo(-204.7, within(ROUNDING));
        assertThat(kernel.balance()).isCloseTo(800.3, within(ROUNDING));
    }

    @Test
    void volumeFillsAnEntryAndAnExitInParts() {
        TradingKernel kernel = run(
                new Specs().participation(0.5),
                Scripted.of(Target.LONG, Target.HOLD, Target.FLAT),
                traded(0, 10, 100),
                traded(1, 10, 100),
                traded(2, 11, 100),
                traded(3, 12, 120),
                traded(4, 13, 100));

        // 50 at 10 and 50 at 11: entry 10.5. 60 at 12 and 40 at 13: exit 12.4. 100 × 1.9.
        assertThat(kernel.fills())
                .extracting(Fill::time, Fill::lots, Fill::price)
                .containsExactly(
                        tuple(Bars.HOUR, 50L, 10.0),
                        tuple(2 * Bars.HOUR, 50L, 11.0),
                        tuple(3 * Bars.HOUR, 60L, 12.0),
                        tuple(4 * Bars.HOUR, 40L, 13.0));
        RoundTrip trade = kernel.trades().getFirst();
        assertThat(trade.entryPrice()).isCloseTo(10.5, within(ROUNDING));
        assertThat(trade.exitPrice()).isCloseTo(12.4, within(ROUNDING));
        assertThat(trade.pnl()).isCloseTo(190, within(ROUNDING));
        assertThat(trade.units()).isEqualTo(100);
        assertThat(trade.bars()).isEqualTo(3);
        assertThat(kernel.balance()).isCloseTo(1_195, within(ROUNDING));
    }

    @Test
    void aFlipWaitsUntilVolumeLetItsOldPositionGo() {
        TradingKernel kernel = run(
                new Specs().participation(0.5),
                Scripted.of(Target.LONG, Target.SHORT),
                traded(0, 10, 1_000),
                traded(1, 10, 1_000),
                traded(2, 10, 120),
                traded(3, 10, 1_000));

        // 60 of the 100 go in bar 2, 40 in bar 3, which sells 100 more.
        assertThat(kernel.fills())
                .extracting(Fill::time, Fill::lots, Fill::reason)
                .containsExactly(
                        tuple(Bars.HOUR, 100L, FillReason.ENTRY),
                        tuple(2 * Bars.HOUR, 60L, FillReason.FLIP),
                        tuple(3 * Bars.HOUR, 40L, FillReason.FLIP),
                        tuple(3 * Bars.HOUR, 100L, FillReason.ENTRY));
    }

    @Test
    void latencyPostponesADecision() {
        TradingKernel kernel = run(
                new Specs().matching(Matching.FillAt.NEXT_OPEN, 2),
                Scripted.of(Target.LONG, Target.HOLD, Target.FLAT),
                bar(0, 10, 10, 10, 10),
                bar(1, 11, 11, 11, 11),
                bar(2, 12, 12, 12, 12),
                bar(3, 13, 13, 13, 13),
                bar(4, 14, 14, 14, 14),
                bar(5, 15, 15, 15, 15));

        // Decided at the closes of bars 0 and 2, done two bars after the next open: at 13 and 15. 1,005 / 13: 77 units.
        assertThat(kernel.fills())
                .extracting(Fill::time, Fill::lots, Fill::price)
                .containsExactly(tuple(3 * Bars.HOUR, 77L, 13.0), tuple(5 * Bars.HOUR, 77L, 15.0));
    }

    @Test
    void fillsAtTheVeryCloseWhereTheSpecificationSaysSo() {
        TradingKernel kernel = run(
                new Specs().matching(Matching.FillAt.CLOSE, 0).exits(0.05, NONE, NONE),
                Scripted.of(Target.LONG, Target.SHORT),
                bar(0, 9, 11, 8, 10),
                bar(1, 10, 13, 10, 12),
                bar(2, 12, 12, 11, 11));

        // Long 100 at the close of 10, whose bar's low of 8 is over; at 12 turned into 100 short (1,205 / 12 = 100.4).
        assertThat(kernel.fills())
                .extracting(Fill::time, Fill::lots, Fill::price, Fill::reason)
                .containsExactly(
                        tuple(0L, 100L, 10.0, FillReason.ENTRY),
                        tuple(Bars.HOUR, 100L, 12.0, FillReason.FLIP),
                        tuple(Bars.HOUR, 100L, 12.0, FillReason.ENTRY));
        assertThat(kernel.equity()).isCloseTo(1_305, within(ROUNDING));
    }

    @Test
    void finerBarsTellWhichBarrierCameFirst() {
        Specs specs = new Specs().exits(0.05, 0.1, NONE);
        Bar both = bar(2, 10, 11.2, 9.4, 9.6);
        TradingKernel pessimist =
                run(specs, Scripted.of(Target.LONG), bar(0, 10, 10, 10, 10), bar(1, 10, 10, 10, 10), both);
        TradingKernel finer = kernel(specs);
        long half = Bars.HOUR / 2;
        finer.resolveWith(BarSeries.of(
                new SeriesKey(Bars.SYMBOL, new Timeframe(Duration.ofMinutes(30)), "test"),
                List.of(new Bar(4 * half, 10, 11.2, 9.9, 11.1, 1), new Bar(5 * half, 11.1, 11.1, 9.4, 9.6, 1))));
        Scripted script = Scripted.of(Target.LONG);
        finer.step(bar(0, 10, 10, 10, 10), script);
        finer.step(bar(1, 10, 10, 10, 10), script);
        finer.step(both, script);

        // 11 is reached in the first half hour, 9.5 in the second.
        assertExit(pessimist, 2, 9.5, FillReason.STOP_LOSS);
        assertThat(pessimist.ambiguousBars()).isEqualTo(1);
        assertExit(finer, 2, 11, FillReason.TAKE_PROFIT);
        assertThat(finer.ambiguousBars()).isZero();
    }

    @Test
    void finerBarsThatDoNotReachTheExtremesAreNotBelieved() {
        TradingKernel kernel = kernel(new Specs().exits(0.05, 0.1, NONE));
        long half = Bars.HOUR / 2;
        kernel.resolveWith(BarSeries.of(
                new SeriesKey(Bars.SYMBOL, new Timeframe(Duration.ofMinutes(30)), "test"),
                List.of(new Bar(2 * half, 10, 11.2, 9.9, 11.1, 1), new Bar(3 * half, 11.1, 11.1, 9.8, 9.9, 1))));
        Scripted script = Scripted.of(Target.LONG);
        kernel.step(bar(0, 10, 10, 10, 10), script);
        kernel.step(bar(1, 10, 11.2, 9.4, 9.6), script);

        assertExit(kernel, 1, 9.5, FillReason.STOP_LOSS);
    }

    @Test
    void aBrokersLeastFeeAndFeePerShareAreKeptBackAndPaid() {
        TradingKernel kernel = run(
                new Specs().costs(new Fees(0, OptionalDouble.empty(), 0.005, 1), NO_SLIPPAGE, 0),
                Scripted.of(Target.LONG),
                bar(0, 10, 10, 10, 10),
                bar(1, 10, 10, 10, 10));

        // (1,005 − 1) / 10.005 = 100.35: 100 units; 100 × 0.005 = 0.5 is below the least fee of 1.
        assertThat(kernel.fills().getFirst().fee()).isEqualTo(1);
        assertThat(kernel.balance()).isEqualTo(1_004);
    }

    @Test
    void aLargeOrderMovesItsPriceByTheSquareRootOfItsShare() {
        TradingKernel kernel = run(
                new Specs().costs(Fees.of(0), new Slippage.Impact(1, 20), 0),
                Scripted.of(Target.LONG),
                new Bar(0, 10, 11, 9, 10, 1),
                traded(1, 10, 10_000));

        // σ is undefined yet: the range (11 − 9) / 10 = 0.2 stands in. 100 units of 10,000 would cost 0.2 × 0.1 = 2 %:
        // 1,005 / 10.2 = 98.5. 98 units cost 0.2 × √0.0098 = 1.979899 %.
        assertThat(kernel.fills().getFirst().lots()).isEqualTo(98);
        assertThat(kernel.entryPrice()).isCloseTo(10.1979898987, within(1e-9));
    }

    @Test
    void fillsAndLevelsStandOnTheTick() {
        TradingKernel kernel = run(
                new Specs().tick(0.05).exits(0.053, NONE, NONE),
                Scripted.of(Target.LONG),
                bar(0, 10, 10, 10, 10),
                bar(1, 10.02, 10.02, 10.02, 10.02),
                bar(2, 10, 10, 9.4, 9.5));

        // Bought at 10.05, the next tick above 10.02. The stop of 9.51735 is rounded down to 9.5.
        assertThat(kernel.fills()).extracting(Fill::price).containsExactly(10.05, 9.5);
    }

    private static Bar traded(int index, double price, double volume) {
        return new Bar(index * Bars.HOUR, price, price, price, price, volume);
    }

    private static TradingKernel kernel(Specs specs) {
        Instrument instrument = Bars.instrument(1, false);
        return new TradingKernel(specs.spec(), instrument, Timeframe.HOUR, FundingRates.none(Bars.SYMBOL), 0);
    }

    private static TradingKernel run(Specs specs, Scripted script, Bar... bars) {
        TradingKernel kernel = kernel(specs);
        for (Bar next : bars) {
            kernel.step(next, script);
        }
        return kernel;
    }

    private static void assertExit(TradingKernel kernel, int bar, double price, FillReason reason) {
        RoundTrip last = kernel.trades().getLast();
        assertThat(last.exitTime()).isEqualTo(bar * Bars.HOUR);
        assertThat(last.exitPrice()).isCloseTo(price, within(ROUNDING));
        assertThat(last.reason()).isEqualTo(reason);
    }
}
