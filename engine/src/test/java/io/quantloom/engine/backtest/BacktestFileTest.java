package io.quantloom.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.execution.EntryRule;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.ExecutionSpec.Account;
import io.quantloom.engine.execution.ExecutionSpec.Costs;
import io.quantloom.engine.execution.ExecutionSpec.ExitLevel;
import io.quantloom.engine.execution.ExecutionSpec.Exits;
import io.quantloom.engine.execution.ExecutionSpec.Sizing;
import io.quantloom.engine.execution.Fees;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.execution.Matching;
import io.quantloom.engine.execution.SizingRule;
import io.quantloom.engine.execution.Slippage;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.strategy.StrategySpec;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BacktestFileTest {

    private static final String SMALLEST = "data: {symbol: GOOG}\nstrategy: {type: sma-cross}\n";

    @Test
    void readsTheExampleOfTheContract() {
        BacktestSpec spec = BacktestFile.parse("spec.yaml", """
            data: {symbol: GOOG, timeframe: 1d, source: file, from: 2004-08-19, to: 2013-03-01}
            strategy: {type: sma-cross, fast: 10, slow: 20, side: long-short}   # or rules
            account: {cash: 10000, currency: USD, leverage: 1}
            sizing: {type: all-in, whole_units: true}
            execution: {decide: close, fill: next-open, fee: 0.002, slippage_bps: 1, spread_bps: 2, funding: true}
            exits: {stop_loss: null, take_profit: null, trailing_stop: null, intrabar: pessimistic}
            finalize: last-open
            seed: 7
            """).orThrow();

        assertThat(spec)
                .isEqualTo(new BacktestSpec(
                        new DataRange(
                                new Symbol("GOOG"),
                                Optional.of(Timeframe.DAY),
                                Optional.of("file"),
                                Optional.of(Instant.parse("2004-08-19T00:00:00Z")),
                                Optional.of(Instant.parse("2013-03-01T23:59:59.999Z"))),
                        new StrategySpec.SmaCross(10, 20, true),
                        new ExecutionSpec(
                                new Account(10_000, "USD", 1),
                                new Sizing(true),
                                new Costs(0.002, 1, 2, true),
                                new Exits(ExitLevel.none(), ExitLevel.none())),
                        Finalization.LAST_OPEN,
                        7));
    }

    @Test
    void takesTheContractsValuesForWhatIsLeftOut() {
        BacktestSpec spec = BacktestFile.parse("spec.yaml", SMALLEST).orThrow();

        assertThat(spec.strategy()).isEqualTo(new StrategySpec.SmaCross(10, 20, true));
        assertThat(spec.execution()).isEqualTo(ExecutionSpec.DEFAULT);
        assertThat(spec.finalization()).isEqualTo(Finalization.LAST_CLOSE);
        assertThat(spec.seed()).isEqualTo(42);
    }

    @ParameterizedTest
    @CsvSource({"true, LAST_OPEN", "false, NONE", "none, NONE", "last-close, LAST_CLOSE", "last-open, LAST_OPEN"})
    void readsFinalizeAsWordOrFlag(String text, Finalization expected) {
        assertThat(BacktestFile.parse("spec.yaml", SMALLEST + "finalize: " + text)
                        .orThrow()
                        .finalization())
                .isEqualTo(expected);
    }

    @Test
    void readsAModelStrategy() {
        BacktestSpec spec = BacktestFile.parse("spec.yaml", """
            data: {symbol: BTC-USDT}
            strategy:
              type: model
              model: models:/btc@Champion
              threshold: 0.60
              exit_threshold: 0.50
              side: long
            """).orThrow();

        assertThat(spec.strategy())
                .isEqualTo(new StrategySpec.Model(
                        ModelRef.ofAlias("btc", "Champion"),
                        OptionalDouble.of(0.6),
                        OptionalDouble.of(0.5),
                        Optional.of(false)));
    }

    @Test
    void readsAModelInPlaceOfAStrategy() {
        assertThat(BacktestFile.parse("spec.yaml", "data: {symbol: BTC-USDT}\nmodel: models:/btc/3")
                        .orThrow()
                        .strategy())
                .isEqualTo(new StrategySpec.Model(
                        ModelRef.ofVersion("btc", 3),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        Optional.empty()));
    }

    @Test
    void readsExitsAsFractionsOrAsTheLabel() {
        BacktestSpec spec = BacktestFile.parse("spec.yaml", """
            data: {symbol: BTC-USDT}
            model: models:/btc@Champion
            exits: {stop_loss: label, take_profit: 0.25}
            """).orThrow();

        assertThat(spec.execution().exits()).isEqualTo(new Exits(ExitLevel.ofLabel(), ExitLevel.at(0.25)));
    }

    @Test
    void readsEverythingThatAMarketAndABrokerDo() {
        ExecutionSpec execution =
                BacktestFile.parse("spec.yaml", SMALLEST + """
                    account: {cash: 5000, leverage: 4, maintenance_margin: 0.05}
                    sizing: {type: kelly, fraction: 0.25, cap: 2, trades: 30, start: 0.2}
                    execution:
                      {fill: close, latency: 2, participation: 0.1, tick: 0.01, fee: 0.001, maker_fee: 0.0002, fee_per_unit: 0.005,
                       minimum_fee: 1, slippage: {type: impact, coefficient: 0.8, span: 50}, spread_bps: 3, borrow: 0.02}
                    exits: {trailing_stop: 0.1, intrabar: finer}
                    entry: {type: limit, offset: 0.01, good_for: 3}
                    """).orThrow().execution();

        assertThat(execution)
                .isEqualTo(new ExecutionSpec(
                        new Account(5_000, "USD", 4, OptionalDouble.of(0.05)),
                        new Sizing(new SizingRule.Kelly(0.25, 2, 30, 0.2), false),
                        new Costs(
                                new Fees(0.001, OptionalDouble.of(0.0002), 0.005, 1),
                                new Slippage.Impact(0.8, 50),
                                3,
                                true,
                                0.02),
                        new Exits(ExitLevel.none(), ExitLevel.none(), OptionalDouble.of(0.1)),
                        new Matching(
                                Matching.FillAt.CLOSE,
                                2,
                                OptionalDouble.of(0.1),
                                OptionalDouble.of(0.01),
                                Matching.Intrabar.FINER),
                        new EntryRule(EntryRule.Kind.LIMIT, 0.01, OptionalInt.of(3))));
        assertThat(execution.isPlain()).isFalse();
        assertThat(ExecutionSpec.DEFAULT.isPlain()).isTrue();
    }

    @Test
    void readsEverySizingAndSlippage() {
        assertThat(sizing("{type: fixed-fraction, fraction: 0.5}")).isEqualTo(new SizingRule.FixedFraction(0.5));
        assertThat(sizing("{type: volatility-target, volatility: 0.2, cap: 3}"))
                .isEqualTo(new SizingRule.VolatilityTarget(0.2, 20, 3));
        assertThat(sizing("{type: kelly}")).isEqualTo(new SizingRule.Kelly(0.5, 1, 20, 0.1));
        assertThat(slippage("{type: volatility, share: 0.1}")).isEqualTo(new Slippage.Volatility(0.1, 20));
        assertThat(slippage("{type: bps, bps: 4}")).isEqualTo(new Slippage.Bps(4));
    }

    @Test
    void refusesAMaintenanceMarginThatLeavesNoRoomAndSlippageToldTwice() {
        assertThat(sentence(
                        BacktestFile.parse("spec.yaml", SMALLEST + "account: {leverage: 10, maintenance_margin: 0.1}")))
                .contains("account.maintenance_margin: expected below the initial margin of 1 / leverage = 0.1");
        assertThat(sentence(BacktestFile.parse(
                        "spec.yaml", SMALLEST + "execution: {slippage_bps: 1, slippage: {type: bps, bps: 1}}")))
                .contains("execution.slippage: expected slippage_bps or slippage, found both");
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        Outcome<BacktestSpec> parsed = BacktestFile.parse("spec.yaml", """
            data: {symbol: GOOG, timeframe: soon, from: 2013-03-01, to: 2004-08-19}
            strategy: {type: sma-cross, fast: 30, slow: 20, speed: 3}
            account: {cash: -1, leverage: 0.5}
            sizing: {type: martingale}
            execution: {fee: 2, fill: this-close}
            exits: {stop_loss: 1.5, trailing_stop: 1.1}
            finalize: maybe
            sead: 42
            """);

        assertThat(sentence(parsed))
                .contains(
                        "line 1, data.timeframe: expected a timeframe like 15m, 1h or 1d, found 'soon'",
                        "line 1, data.to: expected a time at or after from",
                        "line 2, strategy.fast: expected a window below slow, found 30, with slow 20",
                        "line 2, strategy.speed",
                        "line 3, account.cash: expected a number above 0, found '-1'",
                        "line 3, account.leverage",
                        "line 4, sizing.type: expected one of all-in, fixed-fraction, volatility-target, kelly, found"
                                + " 'martingale'",
                        "line 5, execution.fee",
                        "line 5, execution.fill: expected one of next-open, close, found 'this-close'",
                        "line 6, exits.stop_loss: expected a fraction in (0, 1) or label, found '1.5'",
                        "line 6, exits.trailing_stop: expected a fraction in (0, 1), found '1.1'",
                        "line 7, finalize",
                        "line 8, sead");
    }

    @Test
    void needsASymbolAndAStrategy() {
        assertThat(sentence(BacktestFile.parse("spec.yaml", "seed: 1")))
                .contains(
                        "data.symbol",
                        "strategy.type: expected one of sma-cross, momentum, rules, custom, model, found nothing");
    }

    @Test
    void refusesWhatContradictsItself() {
        assertThat(sentence(BacktestFile.parse("spec.yaml", """
            data: {symbol: GOOG}
            strategy: {type: model, model: models:/x@Champion, threshold: 0.5, exit_threshold: 0.6, side: long-short}
            """)))
                .contains(
                        "strategy.exit_threshold: expected at most the threshold of 0.5",
                        "strategy.threshold: expected above 0.5");
        assertThat(sentence(BacktestFile.parse("spec.yaml", SMALLEST + "exits: {stop_loss: label}")))
                .contains("line 3, exits: expected fractions, since a strategy without a model has no label");
        assertThat(sentence(BacktestFile.parse("spec.yaml", "data: {symbol: X}\nrules: {}")))
                .contains("line 2, rules.entry.type: expected a rule like", "found nothing");
    }

    private static SizingRule sizing(String text) {
        return BacktestFile.parse("spec.yaml", SMALLEST + "sizing: " + text)
                .orThrow()
                .execution()
                .sizing()
                .rule();
    }

    private static Slippage slippage(String text) {
        return BacktestFile.parse("spec.yaml", SMALLEST + "execution: {slippage: " + text + "}")
                .orThrow()
                .execution()
                .costs()
                .slippage();
    }

    private static String sentence(Outcome<BacktestSpec> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed<BacktestSpec>) outcome).failure().sentence();
    }
}
