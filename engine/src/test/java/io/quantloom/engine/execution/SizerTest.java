package io.quantloom.engine.execution;

import static io.quantloom.engine.execution.Bars.bar;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.strategy.Decision;
import io.quantloom.engine.strategy.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Worked by hand: whole units, no costs and 1,005 of cash. */
class SizerTest {

    @Test
    void aFixedFractionBuysItsShare() {
        TradingKernel kernel = run(
                new Specs().sizing(new SizingRule.FixedFraction(0.5)),
                Scripted.of(Target.LONG),
                bar(0, 10, 10, 10, 10),
                bar(1, 10, 10, 10, 10));

        // 502.5 / 10 = 50.25.
        assertThat(kernel.units()).isEqualTo(50);
    }

    @Test
    void aVolatilityTargetBuysLessWherePricesMoveMore() {
        TradingKernel kernel = run(
                new Specs().sizing(new SizingRule.VolatilityTarget(10, 2, 1)),
                Scripted.of(Target.LONG, Target.LONG, Target.LONG),
                bar(0, 100, 100, 100, 100),
                bar(1, 110, 110, 110, 110),
                bar(2, 99, 99, 99, 99),
                bar(3, 9.9, 9.9, 9.9, 9.9));

        // Returns 0.1 and −0.1 with weights 1/3 and 1: mean −0.05, variance 0.0075, times (16/9) / (16/9 − 10/9) =
        // 0.02.
        // σ = 0.141421, times √8,760 = 13.2363 a year: stake 10 / 13.2363 = 0.75550. 1,005 × 0.7555 / 9.9 = 76.69.
        // Before two returns are there nothing is bought: two orders were not sent.
        assertThat(kernel.units()).isEqualTo(76);
        assertThat(kernel.unsentOrders()).isEqualTo(2);
    }

    @Test
    void kellyBetsByProbabilityAndBarriers() {
        var decision = new Decision(Target.LONG, 0.6, 0.1, 0.2, "p");
        Bar[] bars = {bar(0, 10, 10, 10, 10), bar(1, 10, 10, 10, 10)};
        TradingKernel capped =
                run(new Specs().sizing(new SizingRule.Kelly(0.25, 0.5, 20, 0.1)), Scripted.of(List.of(decision)), bars);
        TradingKernel whole =
                run(new Specs().sizing(new SizingRule.Kelly(0.05, 5, 20, 0.1)), Scripted.of(List.of(decision)), bars);
        TradingKernel unknown =
                run(new Specs().sizing(new SizingRule.Kelly(0.25, 0.5, 20, 0.1)), Scripted.of(Target.LONG), bars);
        TradingKernel losing = run(
                new Specs().sizing(new SizingRule.Kelly(0.25, 0.5, 20, 0.1)),
                Scripted.of(List.of(new Decision(Target.LONG, 0.3, 0.1, 0.2, "p"))),
                bars);

        // 0.6 / 0.1 − 0.4 / 0.2 = 4. A quarter is 1, capped at 0.5: 50.25 units. A twentieth is 0.2: 20.1 units.
        assertThat(capped.units()).isEqualTo(50);
        assertThat(whole.units()).isEqualTo(20);
        // Nothing is known: 0.1 of the equity. 0.3 / 0.1 − 0.7 / 0.2 < 0: no bet.
        assertThat(unknown.units()).isEqualTo(10);
        assertThat(losing.units()).isZero();
    }

    @Test
    void kellyLearnsFromTheInstrumentsOwnTrades() {
        double[] prices = {10, 10, 11, 10, 12, 10, 9, 10};
        Bar[] bars = new Bar[prices.length];
        Target[] script = new Target[prices.length];
        for (int i = 0; i < prices.length; i++) {
            bars[i] = bar(i, prices[i], prices[i], prices[i], prices[i]);
            script[i] = i % 2 == 0 ? Target.LONG : Target.FLAT;
        }
        TradingKernel kernel = run(new Specs().sizing(new SizingRule.Kelly(0.5, 1, 3, 0.1)), Scripted.of(script), bars);

        // Three trades of 10 units from 10: to 11, 12 and 9. Then p = 2/3, b = 0.15, a = 0.1: 6.667 − 2.222 = 4.444,
        // half
        // of it capped at 1: all of 1,005 + 10 + 20 − 10 = 1,025 buys 102 units.
        assertThat(kernel.trades()).hasSize(3);
        assertThat(kernel.units()).isEqualTo(102);
    }

    private static TradingKernel run(Specs specs, Scripted script, Bar... bars) {
        var kernel = new TradingKernel(
                specs.spec(), Bars.instrument(1, false), Timeframe.HOUR, FundingRates.none(Bars.SYMBOL), 0);
        for (Bar next : bars) {
            kernel.step(next, script);
        }
        return kernel;
    }
}
