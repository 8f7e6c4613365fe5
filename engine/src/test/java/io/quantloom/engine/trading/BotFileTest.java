package io.quantloom.engine.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.backtest.DataRange;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.ExecutionSpec.Account;
import io.quantloom.engine.execution.ExecutionSpec.Costs;
import io.quantloom.engine.execution.ExecutionSpec.Sizing;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.strategy.StrategySpec;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BotFileTest {

    @Test
    void readsTheExampleOfTheContract() {
        BotSpec spec = BotFile.parse("bot.yaml", """
            name: btc-paper
            model: models:/btc-hourly@Champion      # or strategy: {…} as in a backtest specification
            data: {symbol: BTC-USDT, timeframe: 1h, source: file}
            account: {cash: 20000, currency: USDT, leverage: 1}
            decide: {threshold: 0.60, exit_threshold: 0.50, side: long-short, cooldown: 3}
            sizing: {type: all-in}
            execution: {fee: 0.001, slippage_bps: 0, spread_bps: 0, funding: true}
            accept_ungated: true
            """).orThrow();

        assertThat(spec)
                .isEqualTo(new BotSpec(
                        "btc-paper",
                        new StrategySpec.Model(
                                ModelRef.ofAlias("btc-hourly", "Champion"),
                                OptionalDouble.of(0.6),
                                OptionalDouble.of(0.5),
                                Optional.of(true)),
                        new DataRange(
                                new Symbol("BTC-USDT"),
                                Optional.of(Timeframe.HOUR),
                                Optional.of("file"),
                                Optional.empty(),
                                Optional.empty()),
                        new ExecutionSpec(
                                new Account(20_000, "USDT", 1),
                                new Sizing(false),
                                new Costs(0.001, 0, 0, true),
                                ExecutionSpec.DEFAULT.exits()),
                        3,
                        true));
    }

    @Test
    void decidesAsTheVersionWasGatedWithWhenNothingIsSaid() {
        BotSpec spec = BotFile.parse("bot.yaml", """
            name: b
            model: models:/btc@Champion
            data: {symbol: BTC-USDT}
            """).orThrow();

        assertThat(spec.strategy())
                .isEqualTo(new StrategySpec.Model(
                        ModelRef.ofAlias("btc", "Champion"),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        Optional.empty()));
        assertThat(spec.cooldownBars()).isZero();
        assertThat(spec.acceptUngated()).isFalse();
    }

    @Test
    void tradesARuleToo() {
        BotSpec spec = BotFile.parse("bot.yaml", """
            name: b
            strategy: {type: sma-cross, fast: 5, slow: 9, side: long}
            data: {symbol: BTC-USDT}
            decide: {cooldown: 2}
            """).orThrow();

        assertThat(spec.strategy()).isEqualTo(new StrategySpec.SmaCross(5, 9, false));
        assertThat(spec.cooldownBars()).isEqualTo(2);
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        Outcome<BotSpec> parsed = BotFile.parse("bot.yaml", """
            name: "b t"
            model: btc@Champion
            data: {symbol: "B C"}
            decide: {threshold: 1.5, cooldown: -1}
            finalize: none
            """);

        assertThat(parsed).isInstanceOf(Outcome.Failed.class);
        assertThat(((Outcome.Failed<BotSpec>) parsed).failure().sentence())
                .contains(
                        "line 1, name: expected a name of 1 to 80 letters",
                        "line 2, model: expected a model like models:/btc@Champion or models:/btc/3, found"
                                + " 'btc@Champion'",
                        "line 3, data.symbol",
                        "line 4, decide.threshold",
                        "line 4, decide.cooldown",
                        "line 5, finalize");
    }

    @Test
    void refusesThresholdsBesideAStrategyThatHasItsOwn() {
        Outcome<BotSpec> parsed = BotFile.parse("bot.yaml", """
            name: b
            strategy: {type: sma-cross}
            data: {symbol: X}
            decide: {threshold: 0.6}
            """);

        assertThat(((Outcome.Failed<BotSpec>) parsed).failure().sentence())
                .contains("line 4, decide: expected cooldown alone beside a strategy");
    }
}
