package io.quantloom.engine.backtest.fast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.execution.EntryRule;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.ExecutionSpec.Account;
import io.quantloom.engine.execution.ExecutionSpec.Costs;
import io.quantloom.engine.execution.Fees;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.execution.Matching;
import io.quantloom.engine.execution.Scripted;
import io.quantloom.engine.execution.SizingRule;
import io.quantloom.engine.execution.Slippage;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.strategy.BatchForecast;
import io.quantloom.engine.strategy.ModelStrategy;
import io.quantloom.engine.strategy.StrategySpec;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FastBacktestTest {

    private static final ExecutionSpec PLAIN = ExecutionSpec.DEFAULT;
    private static final FastMarket MARKET =
            FastMarket.of(Bars.random(1, 100), FundingRates.none(Bars.SYMBOL), Bars.instrument(1, false));
    private static final Signals CROSS = Signals.of(new StrategySpec.SmaCross(3, 8, true));

    @Test
    void refusesWhatItCannotDoWithTheReason() {
        assertThat(FastBacktest.refusal(PLAIN)).isEmpty();
        assertRefused(
                with(new Account(1_000, "USD", 2, OptionalDouble.of(0.1)), PLAIN.costs()), "a maintenance margin");
        assertRefused(
                with(
                        PLAIN.account(),
                        new Costs(new Fees(0.001, OptionalDouble.empty(), 0, 1), new Slippage.Bps(0), 0, true, 0)),
                "fees other than one fraction");
        assertRefused(
                with(PLAIN.account(), new Costs(Fees.of(0), new Slippage.Volatility(0.1, 20), 0, true, 0)),
                "slippage that follows the market");
        assertRefused(
                with(PLAIN.account(), new Costs(Fees.of(0), new Slippage.Bps(0), 0, true, 0.02)), "a borrow cost");
        assertRefused(
                new ExecutionSpec(
                        PLAIN.account(),
                        new ExecutionSpec.Sizing(new SizingRule.FixedFraction(0.5), false),
                        PLAIN.costs(),
                        new ExecutionSpec.Exits(
                                PLAIN.exits().stopLoss(), PLAIN.exits().takeProfit(), OptionalDouble.of(0.05)),
                        new Matching(
                                Matching.FillAt.CLOSE,
                                0,
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                Matching.Intrabar.PESSIMISTIC),
                        EntryRule.MARKET),
                "a sizing other than all-in, a trailing stop, fills other than whole at the next open");
    }

    @Test
    void refusesAStrategyWhoseDecisionsAreNotKnownBefore() {
        assertThat(Signals.of(Scripted.of())).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void refusesAForecastOfOtherBars() {
        BatchForecast forecast = BatchForecast.of(new double[99]);
        Signals signals = Signals.of(new ModelStrategy(new DecisionRule(0.6, 0.5, false), forecast), forecast);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> backtest().run(signals, new Scratch()))
                .withMessageContaining("99 bars for 100");
    }

    @Test
    void aRunEndsWithTheNextOneInItsScratch() {
        var scratch = new Scratch();
        FastRun first = backtest().run(CROSS, scratch);
        double equity = first.finalEquity();

        backtest().run(CROSS, scratch);

        assertThat(equity).isPositive();
        assertThatIllegalStateException().isThrownBy(first::finalEquity);
    }

    private static FastBacktest backtest() {
        return FastBacktest.of(MARKET, PLAIN, Finalization.NONE, 0).orThrow();
    }

    private static ExecutionSpec with(Account account, Costs costs) {
        return new ExecutionSpec(account, PLAIN.sizing(), costs, PLAIN.exits());
    }

    private static void assertRefused(ExecutionSpec execution, String reason) {
        Outcome<FastBacktest> outcome = FastBacktest.of(MARKET, execution, Finalization.NONE, 0);

        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertThat(((Outcome.Failed<FastBacktest>) outcome).failure().found()).contains(reason);
    }
}
