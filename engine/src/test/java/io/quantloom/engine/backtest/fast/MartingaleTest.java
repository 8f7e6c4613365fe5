package io.quantloom.engine.backtest.fast;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.ExecutionSpec.ExitLevel;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.strategy.BatchForecast;
import io.quantloom.engine.strategy.ModelStrategy;
import io.quantloom.engine.strategy.StrategySpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * No strategy earns on prices that are a martingale: over 1,000 markets its mean return after costs is at or below zero, as
 * far as its 99 % interval tells. A bar is a walk of 20 steps, so that its high and low were prices too.
 */
class MartingaleTest {

    private static final int MARKETS = 1_000;
    private static final int BARS = 250;
    private static final int STEPS = 20;
    private static final double QUANTILE = 2.576;
    private static final double FEE = 0.002;

    private static final List<FastMarket> FAIR = new ArrayList<>();

    private record Mean(double mean, double lower, double upper) {}

    @BeforeAll
    static void makeMarkets() {
        for (int seed = 0; seed < MARKETS; seed++) {
            FAIR.add(FastMarket.of(bars(seed), FundingRates.none(Bars.SYMBOL), Bars.instrument(1e-8, false)));
        }
    }

    @Test
    void noStrategyEarnsAfterCosts() {
        Map<String, Function<FastMarket, Signals>> strategies = new LinkedHashMap<>();
        strategies.put("cross long", _ -> Signals.of(new StrategySpec.SmaCross(5, 20, false)));
        strategies.put("cross long-short", _ -> Signals.of(new StrategySpec.SmaCross(3, 10, true)));
        strategies.put("momentum", _ -> Signals.of(new StrategySpec.Momentum(10, 0.02, true)));
        strategies.put("coin", market -> model(coins(market)));
        Map<String, ExecutionSpec.Exits> exits = new LinkedHashMap<>();
        exits.put("without exits", exits(ExitLevel.none(), ExitLevel.none()));
        exits.put("stop", exits(ExitLevel.at(0.02), ExitLevel.none()));
        exits.put("target", exits(ExitLevel.none(), ExitLevel.at(0.02)));
        exits.put("both", exits(ExitLevel.at(0.03), ExitLevel.at(0.02)));

        strategies.forEach((strategy, signals) -> exits.forEach((exit, levels) -> {
            Mean result = mean(signals, execution(FEE, levels));
            assertThat(result.lower())
                    .as(strategy + ", " + exit + ": " + result)
                    .isLessThanOrEqualTo(0);
            assertThat(result.mean()).as(strategy + ", " + exit).isNegative();
        }));
    }

    @Test
    void withoutCostsThereIsNothingToLoseEither() {
        Mean result = mean(
                _ -> Signals.of(new StrategySpec.SmaCross(3, 10, true)),
                execution(0, exits(ExitLevel.none(), ExitLevel.none())));

        assertThat(result.lower()).isLessThan(0);
        assertThat(result.upper()).isGreaterThan(0);
    }

    // The test can fail: who sees the next close earns, costs or not.
    @Test
    void whoSeesTheFutureEarns() {
        Mean result = mean(market -> model(peeks(market)), execution(FEE, exits(ExitLevel.none(), ExitLevel.none())));

        assertThat(result.lower()).isGreaterThan(0.1);
    }

    private static Mean mean(Function<FastMarket, Signals> signals, ExecutionSpec execution) {
        var scratch = new Scratch();
        double sum = 0;
        double squares = 0;
        for (FastMarket market : FAIR) {
            double result = FastBacktest.of(market, execution, Finalization.LAST_CLOSE, 0)
                                    .orThrow()
                                    .run(signals.apply(market), scratch)
                                    .finalEquity()
                            / execution.account().cash()
                    - 1;
            sum += result;
            squares += result * result;
        }
        double mean = sum / MARKETS;
        double error = Math.sqrt((squares / MARKETS - mean * mean) / (MARKETS - 1));
        return new Mean(mean, mean - QUANTILE * error, mean + QUANTILE * error);
    }

    private static Signals model(double[] probabilities) {
        BatchForecast forecast = BatchForecast.of(probabilities);
        return Signals.of(new ModelStrategy(new DecisionRule(0.6, 0.5, true), forecast), forecast);
    }

    private static double[] coins(FastMarket market) {
        RandomGenerator random = new Seeds(Double.doubleToLongBits(market.bars().close(0)))
                .child("coins")
                .random();
        double[] probabilities = new double[BARS];
        for (int i = 0; i < BARS; i++) {
            probabilities[i] = random.nextDouble();
        }
        return probabilities;
    }

    private static double[] peeks(FastMarket market) {
        double[] probabilities = new double[BARS];
        for (int i = 0; i + 1 < BARS; i++) {
            probabilities[i] = market.bars().close(i + 1) > market.bars().close(i) ? 1 : 0;
        }
        return probabilities;
    }

    private static ExecutionSpec.Exits exits(ExitLevel stop, ExitLevel take) {
        return new ExecutionSpec.Exits(stop, take);
    }

    private static ExecutionSpec execution(double fee, ExecutionSpec.Exits exits) {
        return new ExecutionSpec(
                ExecutionSpec.DEFAULT.account(),
                ExecutionSpec.DEFAULT.sizing(),
                new ExecutionSpec.Costs(fee, 0, 0, true),
                exits);
    }

    // Simple returns of mean zero: a martingale in price, not in log price.
    private static BarSeries bars(int seed) {
        RandomGenerator random = new Seeds(seed).child("martingale").random();
        double[][] rows = new double[BARS][];
        double price = 100;
        for (int i = 0; i < BARS; i++) {
            double open = price;
            double high = price;
            double low = price;
            for (int step = 0; step < STEPS; step++) {
                price *= random.nextBoolean() ? 1.0025 : 0.9975;
                high = Math.max(high, price);
                low = Math.min(low, price);
            }
            rows[i] = Bars.row(open, high, low, price);
        }
        return Bars.series(rows);
    }
}
