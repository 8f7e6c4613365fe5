package io.quantloom.engine.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.BacktestSpec;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.ExecutionSpec.Account;
import io.quantloom.engine.execution.ExecutionSpec.Costs;
import io.quantloom.engine.execution.ExecutionSpec.ExitLevel;
import io.quantloom.engine.execution.ExecutionSpec.Exits;
import io.quantloom.engine.execution.ExecutionSpec.Sizing;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.execution.RandomSpecs;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.strategy.StrategySpec;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Backtest = paper, and a session = the same session with restarts: over random markets, rules, models and settings. */
class ReplayParityTest {

    private static final int BARS = 260;

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aReplayGivesExactlyTheFillsOfTheBacktest(long seed) {
        RandomGenerator random = new Seeds(seed).child("bot").random();
        TradingDesk desk = desk(seed);
        BotSpec bot = bot(random, 0);

        desk.trade(bot).orThrow();

        BacktestResult backtest = desk.backtest
                .run(
                        new BacktestSpec(bot.data(), bot.strategy(), bot.execution(), Finalization.NONE, 42),
                        JobContext.none())
                .orThrow();
        List<BotStep> steps = desk.steps();
        List<Fill> fills = steps.stream().flatMap(step -> step.fills().stream()).toList();
        assertThat(fills).isNotEmpty().isEqualTo(backtest.fills());
        assertThat(steps.stream().mapToDouble(BotStep::equity).toArray())
                .isEqualTo(backtest.equity().values());
        assertThat(reconcile(desk)).isEqualTo(new Reconciliation(steps.size(), true, true, List.of()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aReplayOfWhateverABotCanSayIsItsBacktest(long seed) {
        RandomGenerator random = new Seeds(seed).child("rich").random();
        TradingDesk desk = desk(seed);
        StrategySpec strategy = random.nextBoolean()
                ? TradingDesk.CHAMPION
                : new StrategySpec.SmaCross(2 + random.nextInt(3), 6 + random.nextInt(4), random.nextBoolean());
        BotSpec bot = TradingDesk.bot(strategy, random.nextInt(100), rich(random), 0, false);

        desk.trade(bot).orThrow();

        BacktestResult backtest = desk.backtest
                .run(
                        new BacktestSpec(bot.data(), bot.strategy(), bot.execution(), Finalization.NONE, 42),
                        JobContext.none())
                .orThrow();
        List<BotStep> steps = desk.steps();
        assertThat(steps.stream().flatMap(step -> step.fills().stream()).toList())
                .isEqualTo(backtest.fills());
        assertThat(steps.stream().mapToDouble(BotStep::equity).toArray())
                .isEqualTo(backtest.equity().values());
        assertThat(reconcile(desk).isClean()).isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSessionWithRestartsIsTheSessionWithoutThem(long seed) {
        RandomGenerator random = new Seeds(seed).child("restarts").random();
        TradingDesk whole = desk(seed);
        TradingDesk broken = desk(seed);
        int cooldown = random.nextInt(4);
        BotSpec plain = bot(random, cooldown);
        BotSpec bot = seed % 2 == 0
                ? plain
                : TradingDesk.bot(plain.strategy(), random.nextInt(100), rich(random), cooldown, false);
        broken.events.subscribe(BotStep.class, _ -> {
            if (random.nextInt(40) == 0) {
                broken.active.stop("bot").orThrow();
            }
        });

        whole.trade(bot).orThrow();
        broken.start.run(bot, "text").orThrow();
        int sessions = 0;
        while (broken.go().orThrow().state() == BotRecord.State.STOPPED) {
            sessions++;
        }

        assertThat(sessions).isPositive();
        assertThat(broken.steps()).isEqualTo(whole.steps());
        assertThat(reconcile(broken).isClean()).isTrue();
    }

    private static Reconciliation reconcile(TradingDesk desk) {
        return desk.reconcile.run("bot", JobContext.none()).orThrow();
    }

    private static TradingDesk desk(long seed) {
        BarSeries series = Bars.random(seed, BARS);
        TradingDesk desk = new TradingDesk(series);
        desk.promoteNext(true);
        if (seed % 2 == 0) {
            // A perpetual that pays every eight hours, a few milliseconds late as real ones do.
            long[] times = new long[BARS / 8];
            double[] rates = new double[times.length];
            for (int i = 0; i < times.length; i++) {
                times[i] = 8L * i * Bars.HOUR + i % 8;
                rates[i] = 0.0001 * (i % 7 - 3);
            }
            desk.bars.save(Bars.instrument(0.001, true));
            desk.bars.save(FundingRates.of(Bars.SYMBOL, times, rates));
        }
        return desk;
    }

    private static BotSpec bot(RandomGenerator random, int cooldown) {
        boolean isModel = random.nextBoolean();
        StrategySpec strategy = isModel
                ? TradingDesk.CHAMPION
                : new StrategySpec.SmaCross(2 + random.nextInt(3), 6 + random.nextInt(4), random.nextBoolean());
        var execution = new ExecutionSpec(
                new Account(1_000 + 9_000 * random.nextDouble(), "USD", 1),
                new Sizing(random.nextBoolean()),
                new Costs(0.002 * random.nextDouble(), 5 * random.nextDouble(), 5 * random.nextDouble(), true),
                new Exits(level(random, isModel), level(random, isModel)));
        return TradingDesk.bot(strategy, random.nextInt(100), execution, cooldown, false);
    }

    // Liquidated before it is ruined: a ruined session ends with a failure.
    private static ExecutionSpec rich(RandomGenerator random) {
        ExecutionSpec any = RandomSpecs.of(random);
        var account = new Account(
                1_000 + 9_000 * random.nextDouble(), "USD", 1 + 2 * random.nextDouble(), OptionalDouble.of(0.1));
        return new ExecutionSpec(account, any.sizing(), any.costs(), any.exits(), any.matching(), any.entry());
    }

    private static ExitLevel level(RandomGenerator random, boolean isModel) {
        return switch (random.nextInt(3)) {
            case 0 -> ExitLevel.none();
            case 1 -> ExitLevel.at(0.02 + 0.1 * random.nextDouble());
            default -> isModel ? ExitLevel.ofLabel() : ExitLevel.none();
        };
    }
}
