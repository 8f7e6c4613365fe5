package io.quantloom.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.ExecutionSpec.Account;
import io.quantloom.engine.execution.ExecutionSpec.Costs;
import io.quantloom.engine.execution.ExecutionSpec.ExitLevel;
import io.quantloom.engine.execution.ExecutionSpec.Exits;
import io.quantloom.engine.execution.ExecutionSpec.Sizing;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.strategy.StrategySpec;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BacktestTextTest {

    private static final DataRange DATA = new DataRange(
            new Symbol("^GSPC"),
            Optional.of(Timeframe.HOUR),
            Optional.of("a \"quoted\" source"),
            Optional.of(Instant.parse("2020-01-01T05:00:00Z")),
            Optional.of(Instant.parse("2021-01-01T23:59:59.999Z")));
    private static final ExecutionSpec EXECUTION = new ExecutionSpec(
            new Account(12_345.678, "USDT", 2.5),
            new Sizing(true),
            new Costs(0.00075, 1.5, 3, false),
            new Exits(ExitLevel.at(0.031), ExitLevel.none()));

    static Stream<StrategySpec> strategies() {
        return Stream.of(
                new StrategySpec.SmaCross(7, 31, false),
                new StrategySpec.Momentum(12, 0.015, true),
                new StrategySpec.Model(
                        ModelRef.ofVersion("btc", 3),
                        OptionalDouble.of(0.61),
                        OptionalDouble.of(0.5),
                        Optional.of(true)));
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void readsBackToTheSame(StrategySpec strategy) {
        var spec = new BacktestSpec(DATA, strategy, EXECUTION, Finalization.LAST_OPEN, -7);

        String text = BacktestText.of(spec).orElseThrow();

        assertThat(BacktestFile.parse("spec.yaml", text).orThrow()).isEqualTo(spec);
    }

    @Test
    void writesNothingThatWouldReadBackAsSomethingElse() {
        // A trailing stop is not written yet, so the text would lose it.
        var trailing = new ExecutionSpec(
                EXECUTION.account(),
                EXECUTION.sizing(),
                EXECUTION.costs(),
                new Exits(ExitLevel.none(), ExitLevel.none(), OptionalDouble.of(0.1)));

        assertThat(BacktestText.of(new BacktestSpec(
                        DATA, new StrategySpec.SmaCross(7, 31, false), trailing, Finalization.NONE, 1)))
                .isEmpty();
    }
}
