package io.quantloom.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.ExecutionSpec.Account;
import io.quantloom.engine.execution.ExecutionSpec.Costs;
import io.quantloom.engine.execution.ExecutionSpec.ExitLevel;
import io.quantloom.engine.execution.ExecutionSpec.Exits;
import io.quantloom.engine.execution.ExecutionSpec.Sizing;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.strategy.SmaCrossStrategy;
import io.quantloom.engine.strategy.StrategySpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A dozen small backtests on fixed bars. Any change of a figure in {@code backtests.txt} is a change of the product and
 * needs a reason in its commit.
 */
@Tag("golden")
class BacktestGoldenTest {

    private static final List<String> KEYS = List.of(
            "trades",
            "final_equity",
            "fees",
            "slippage",
            "sharpe_ratio",
            "max_drawdown",
            "win_rate",
            "sqn",
            "exposure",
            "turnover",
            "probabilistic_sharpe");

    @Test
    void givesTheFiguresOnRecord() throws IOException {
        String actual = Stream.of(Finalization.values())
                .flatMap(finalization -> Stream.of(
                        line(finalization, 5, 20, true, new Costs(0, 0, 0, true), false, noExits()),
                        line(finalization, 3, 9, false, new Costs(0.001, 2, 4, true), true, noExits()),
                        line(finalization, 3, 9, true, new Costs(0.0005, 0, 0, true), false, exits(0.03, 0.06)),
                        line(finalization, 2, 5, true, new Costs(0.0002, 1, 0, true), false, exits(0.02, 0.02))))
                .collect(Collectors.joining("\n", "", "\n"));

        assertThat(actual).isEqualTo(golden());
    }

    private static String line(
            Finalization finalization,
            int fast,
            int slow,
            boolean longShort,
            Costs costs,
            boolean wholeUnits,
            Exits exits) {
        var execution = new ExecutionSpec(new Account(10_000, "USD", 1), new Sizing(wholeUnits), costs, exits);
        BacktestResult result = new SimulateBacktest(
                        execution, finalization, Bars.instrument(1e-8, false), FundingRates.none(Bars.SYMBOL))
                .run(
                        "golden",
                        Bars.random(11, 400),
                        new SmaCrossStrategy(new StrategySpec.SmaCross(fast, slow, longShort)),
                        Trials.single(),
                        OptionalLong.empty(),
                        JobContext.none())
                .orThrow();
        String figures = KEYS.stream()
                .map(key -> String.format(
                        Locale.ROOT,
                        "%s=%.8g",
                        key,
                        result.statistics().get(key).orElse(Double.NaN)))
                .collect(Collectors.joining(" "));
        return finalization + " " + fast + "/" + slow + " " + (longShort ? "long-short" : "long") + " fee "
                + costs.fee() + " fills " + result.fills().size() + ": " + figures;
    }

    private static Exits noExits() {
        return new Exits(ExitLevel.none(), ExitLevel.none());
    }

    private static Exits exits(double stop, double take) {
        return new Exits(ExitLevel.at(stop), ExitLevel.at(take));
    }

    private static String golden() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                BacktestGoldenTest.class.getResourceAsStream("backtests.txt"), "backtests.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
