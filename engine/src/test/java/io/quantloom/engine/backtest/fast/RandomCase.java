package io.quantloom.engine.backtest.fast;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.strategy.Abstention;
import io.quantloom.engine.strategy.BatchForecast;
import io.quantloom.engine.strategy.ModelStrategy;
import io.quantloom.engine.strategy.MomentumStrategy;
import io.quantloom.engine.strategy.SmaCrossStrategy;
import io.quantloom.engine.strategy.Strategy;
import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.engine.strategy.TradableModel.LabelExits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * One random strategy on one random series under random conditions. Series have gaps in time and price, stretches that do
 * not move, prices on a coarse grid (ties of averages and of levels), and wild ones that ruin a leveraged account.
 */
record RandomCase(
        BarSeries bars,
        Instrument instrument,
        FundingRates funding,
        ExecutionSpec execution,
        Finalization finalization,
        int cooldown,
        Supplier<Strategy> strategy) {

    static RandomCase of(long seed) {
        RandomGenerator random = new Seeds(seed).child("fast").random();
        BarSeries bars = bars(random);
        boolean perpetual = random.nextInt(3) == 0;
        double lot = List.of(1e-8, 0.001, 1.0, 3.0).get(random.nextInt(4));
        boolean ofLabel = random.nextInt(4) == 0;
        return new RandomCase(
                bars,
                Bars.instrument(lot, perpetual),
                perpetual ? funding(random, bars) : FundingRates.none(Bars.SYMBOL),
                execution(random, ofLabel),
                List.of(Finalization.LAST_CLOSE, Finalization.LAST_OPEN, Finalization.NONE)
                        .get(random.nextInt(3)),
                random.nextInt(3) == 0 ? random.nextInt(6) : 0,
                strategy(random, bars.size(), ofLabel));
    }

    private static BarSeries bars(RandomGenerator random) {
        int size = 1 + random.nextInt(random.nextInt(10) == 0 ? 12 : 400);
        double wildness = List.of(0.002, 0.01, 0.03, 0.3).get(random.nextInt(4));
        double tick = List.of(0.0, 0.0, 0.5, 5.0).get(random.nextInt(4));
        boolean stalls = random.nextInt(3) == 0;
        List<Bar> rows = new ArrayList<>();
        double price = 20 + 100 * random.nextDouble();
        long time = 0;
        for (int i = 0; i < size; i++) {
            boolean still = stalls && (i / 40) % 2 == 1;
            double move = still ? 0 : wildness;
            double open = snap(price * Math.exp(0.5 * move * random.nextGaussian()), tick);
            double close = snap(open * Math.exp(move * random.nextGaussian()), tick);
            double high = snap(Math.max(open, close) * Math.exp(0.7 * move * random.nextDouble()), tick);
            double low = snap(Math.min(open, close) * Math.exp(-0.7 * move * random.nextDouble()), tick);
            rows.add(new Bar(time, open, Math.max(high, Math.max(open, close)), low, close, 1));
            price = close < 1e-3 || close > 1e9 ? 50 : close;
            time += Bars.HOUR * (random.nextInt(20) == 0 ? 1 + random.nextInt(30) : 1);
        }
        return BarSeries.of(Bars.HOURLY, rows);
    }

    private static double snap(double price, double tick) {
        return tick == 0 ? price : Math.max(tick, Math.rint(price / tick) * tick);
    }

    private static FundingRates funding(RandomGenerator random, BarSeries bars) {
        long end = bars.openTime(bars.size() - 1) + 20 * Bars.HOUR;
        List<Long> times = new ArrayList<>();
        long step = Bars.HOUR * (1 + random.nextInt(8)) / (1 + random.nextInt(3));
        for (long time = -10 * Bars.HOUR; time < end; time += step) {
            times.add(time);
        }
        return FundingRates.of(
                Bars.SYMBOL,
                times.stream().mapToLong(Long::longValue).toArray(),
                times.stream().mapToDouble(_ -> 0.003 * random.nextGaussian()).toArray());
    }

    private static ExecutionSpec execution(RandomGenerator random, boolean ofLabel) {
        return new ExecutionSpec(
                new ExecutionSpec.Account(
                        random.nextInt(8) == 0 ? 60 : 10_000,
                        "USD",
                        List.of(1.0, 1.0, 2.5, 25.0).get(random.nextInt(4))),
                new ExecutionSpec.Sizing(random.nextInt(3) == 0),
                new ExecutionSpec.Costs(
                        random.nextBoolean() ? 0.003 * random.nextDouble() : 0,
                        random.nextBoolean() ? 20 * random.nextDouble() : 0,
                        random.nextBoolean() ? 20 * random.nextDouble() : 0,
                        random.nextInt(4) != 0),
                new ExecutionSpec.Exits(exit(random, 0.1, ofLabel), exit(random, 0.15, ofLabel)));
    }

    private static ExecutionSpec.ExitLevel exit(RandomGenerator random, double widest, boolean ofLabel) {
        if (ofLabel && random.nextInt(3) != 0) {
            return ExecutionSpec.ExitLevel.ofLabel();
        }
        return random.nextInt(3) == 0
                ? ExecutionSpec.ExitLevel.none()
                : ExecutionSpec.ExitLevel.at(0.001 + widest * random.nextDouble());
    }

    private static Supplier<Strategy> strategy(RandomGenerator random, int size, boolean ofLabel) {
        return switch (ofLabel ? 4 : random.nextInt(6)) {
            case 0, 1, 2 -> cross(random);
            case 3 -> momentum(random);
            default -> model(random, size, ofLabel);
        };
    }

    private static Supplier<Strategy> momentum(RandomGenerator random) {
        var spec = new StrategySpec.Momentum(
                1 + random.nextInt(30), random.nextInt(3) == 0 ? 0 : 0.05 * random.nextDouble(), random.nextBoolean());
        return () -> new MomentumStrategy(spec);
    }

    private static Supplier<Strategy> cross(RandomGenerator random) {
        int fast = 1 + random.nextInt(15);
        int slow = fast + 1 + random.nextInt(random.nextInt(4) == 0 ? 150 : 25);
        var spec = new StrategySpec.SmaCross(fast, slow, random.nextBoolean());
        return () -> new SmaCrossStrategy(spec);
    }

    private static Supplier<Strategy> model(RandomGenerator random, int size, boolean ofLabel) {
        double[] probabilities = new double[size];
        double[] stops = new double[size];
        double[] takes = new double[size];
        double p = 0.5;
        double steadiness = random.nextDouble();
        for (int i = 0; i < size; i++) {
            p = steadiness * p + (1 - steadiness) * random.nextDouble();
            probabilities[i] = random.nextInt(15) == 0 || i < 5 ? Double.NaN : Math.rint(p * 50) / 50;
            stops[i] = random.nextInt(10) == 0 ? Double.NaN : 0.05 * random.nextDouble();
            takes[i] = random.nextInt(10) == 0 ? Double.NaN : 0.08 * random.nextDouble();
        }
        boolean longShort = random.nextBoolean();
        double threshold = Math.rint((longShort ? 51 : 20) + 15 * random.nextDouble()) / 100;
        double exit = Math.rint(100 * threshold * random.nextDouble()) / 100;
        var rule = new DecisionRule(threshold, exit, longShort);
        Optional<Abstention> abstention = random.nextInt(3) == 0
                ? Optional.of(new Abstention(0.8 * exit, Math.min(0.98 * threshold, 1.2 * exit)))
                : Optional.empty();
        BatchForecast ofPrices =
                ofLabel ? BatchForecast.of(probabilities, stops, takes) : BatchForecast.of(probabilities);
        int[] sides = new int[size];
        for (int i = 1; i < size; i++) {
            sides[i] = random.nextInt(12) == 0 ? random.nextInt(3) - 1 : sides[i - 1];
        }
        BatchForecast forecast = random.nextInt(3) == 0 ? ofPrices.judging(sides) : ofPrices;
        return () -> new ModelStrategy(rule, forecast.fresh(), abstention, new LabelExits(ofLabel, ofLabel));
    }
}
