package io.quantloom.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.execution.ExecutionSpec.Account;
import io.quantloom.engine.execution.ExecutionSpec.Costs;
import io.quantloom.engine.execution.ExecutionSpec.ExitLevel;
import io.quantloom.engine.execution.ExecutionSpec.Exits;
import io.quantloom.engine.execution.ExecutionSpec.Sizing;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.order.OrderSide;
import io.quantloom.engine.portfolio.RoundTrip;
import io.quantloom.engine.strategy.Decision;
import io.quantloom.engine.strategy.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws that hold for every market, every decision and every setting. */
class TradingKernelPropertyTest {

    private static final int BARS = 120;

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void conservesMoneyAfterEveryEvent(long seed) {
        Scenario scenario = Scenario.of(seed);
        TradingKernel kernel = scenario.kernel();
        double cash = scenario.spec.account().cash();

        for (int i = 0; i < BARS && !kernel.isRuined(); i++) {
            kernel.settle(scenario.bars.bar(i));

            double close = scenario.bars.close(i);
            double unrealized = kernel.units() == 0 ? 0 : kernel.units() * (close - kernel.entryPrice());
            assertThat(kernel.equity()).isCloseTo(kernel.balance() + unrealized, within(cash * 1e-9));
            double booked = replayedBalance(cash, kernel.fills()) - kernel.fundingPaid();
            assertThat(kernel.balance()).isCloseTo(booked, within(cash * 1e-9));
            kernel.decide(scenario.decisions.get(i));
        }
        kernel.finish(Finalization.LAST_CLOSE);

        // Flat in the end: what is there is what was put in and what the trades made.
        assertThat(kernel.held()).isEqualTo(Target.FLAT);
        double earned = kernel.trades().stream().mapToDouble(RoundTrip::pnl).sum();
        assertThat(kernel.balance()).isCloseTo(cash + earned, within(cash * 1e-9));
        double tradeFees = kernel.trades().stream().mapToDouble(RoundTrip::fees).sum();
        double fillFees = kernel.fills().stream().mapToDouble(Fill::fee).sum();
        assertThat(tradeFees).isCloseTo(fillFees, within(cash * 1e-9));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverBuysMoreThanTheCashPaysFor(long seed) {
        Scenario scenario = Scenario.of(seed);
        TradingKernel kernel = scenario.kernel();

        double balance = scenario.spec.account().cash();
        double leverage = scenario.spec.account().leverage();
        for (int i = 0; i < BARS && !kernel.isRuined(); i++) {
            kernel.settle(scenario.bars.bar(i));
            List<Fill> fills = kernel.fillsOfBar();
            if (fills.size() == 1 && kernel.units() != 0) {
                Fill entry = fills.getFirst();
                assertThat(entry.units()
                                * entry.price()
                                * (1 + scenario.spec.costs().fee()))
                        .isLessThanOrEqualTo(balance * leverage * (1 + 1e-12));
            }
            balance = kernel.balance();
            kernel.decide(scenario.decisions.get(i));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void knowsNothingOfTheFuture(long seed) {
        Scenario scenario = Scenario.of(seed);
        List<Fill> whole = scenario.fillsOfFirst(BARS);
        int cut = BARS / 2;

        List<Fill> half = scenario.fillsOfFirst(cut);

        assertThat(whole.subList(0, half.size())).isEqualTo(half);
        assertThat(whole.subList(half.size(), whole.size()))
                .allMatch(fill -> fill.time() >= scenario.bars.openTime(cut));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void doesNotDependOnTheUnitOfTheCurrency(long seed) {
        Scenario scenario = Scenario.of(seed);
        // A power of two scales doubles exactly.
        Scenario inCents = scenario.scaled(4);

        List<Fill> fills = scenario.fillsOfFirst(BARS);
        List<Fill> scaled = inCents.fillsOfFirst(BARS);

        assertThat(scaled).hasSameSizeAs(fills);
        for (int i = 0; i < fills.size(); i++) {
            assertThat(scaled.get(i).lots()).isEqualTo(fills.get(i).lots());
            assertThat(scaled.get(i).price()).isEqualTo(4 * fills.get(i).price());
            assertThat(scaled.get(i).fee()).isEqualTo(4 * fills.get(i).fee());
        }
    }

    // The account's cash, worked out again from the fills alone.
    private static double replayedBalance(double cash, List<Fill> fills) {
        double balance = cash;
        double units = 0;
        double entry = 0;
        for (Fill fill : fills) {
            double signed = fill.side() == OrderSide.BUY ? fill.units() : -fill.units();
            if (units == 0) {
                entry = fill.price();
                units = signed;
            } else {
                balance += units * (fill.price() - entry);
                units = 0;
            }
            balance -= fill.fee();
        }
        return balance;
    }

    private record Scenario(
            BarSeries bars,
            ExecutionSpec spec,
            List<Decision> decisions,
            FundingRates funding,
            double lot,
            int cooldown) {

        static Scenario of(long seed) {
            RandomGenerator random = new Seeds(seed).child("scenario").random();
            var spec = new ExecutionSpec(
                    new Account(1_000 + 9_000 * random.nextDouble(), "USD", 1 + 4 * random.nextDouble()),
                    new Sizing(random.nextBoolean()),
                    new Costs(0.005 * random.nextDouble(), 5 * random.nextDouble(), 5 * random.nextDouble(), true),
                    new Exits(level(random), level(random)));
            List<Decision> decisions = new ArrayList<>();
            Target[] targets = Target.values();
            for (int i = 0; i < BARS; i++) {
                double stop = random.nextInt(4) == 0 ? 0.01 + 0.05 * random.nextDouble() : Double.NaN;
                Target target = targets[random.nextInt(targets.length)];
                decisions.add(new Decision(target, Double.NaN, stop, Double.NaN, "random"));
            }
            long[] times = new long[BARS / 8];
            double[] rates = new double[times.length];
            for (int i = 0; i < times.length; i++) {
                times[i] = i * 8L * Bars.HOUR;
                rates[i] = 0.001 * random.nextGaussian();
            }
            double lot = Math.pow(10, -random.nextInt(9));
            return new Scenario(
                    Bars.random(seed, BARS),
                    spec,
                    decisions,
                    FundingRates.of(Bars.SYMBOL, times, rates),
                    lot,
                    random.nextInt(3));
        }

        TradingKernel kernel() {
            return new TradingKernel(spec, Bars.instrument(lot, true), Timeframe.HOUR, funding, cooldown);
        }

        List<Fill> fillsOfFirst(int count) {
            TradingKernel kernel = kernel();
            for (int i = 0; i < count && !kernel.isRuined(); i++) {
                kernel.settle(bars.bar(i));
                kernel.decide(decisions.get(i));
            }
            return kernel.fills();
        }

        Scenario scaled(double factor) {
            double[][] rows = new double[bars.size()][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = Bars.row(
                        factor * bars.open(i), factor * bars.high(i), factor * bars.low(i), factor * bars.close(i));
            }
            var account = new Account(
                    factor * spec.account().cash(), "USD", spec.account().leverage());
            return new Scenario(
                    Bars.series(rows),
                    new ExecutionSpec(account, spec.sizing(), spec.costs(), spec.exits()),
                    decisions,
                    funding,
                    lot,
                    cooldown);
        }

        private static ExitLevel level(RandomGenerator random) {
            return random.nextBoolean() ? ExitLevel.none() : ExitLevel.at(0.01 + 0.1 * random.nextDouble());
        }
    }
}
