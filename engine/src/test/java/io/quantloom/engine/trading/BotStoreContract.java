package io.quantloom.engine.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantloom.engine.backtest.DataRange;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.RandomSpecs;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.order.FillReason;
import io.quantloom.engine.order.OrderSide;
import io.quantloom.engine.strategy.Abstention;
import io.quantloom.engine.strategy.Decision;
import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.engine.strategy.Target;
import io.quantloom.engine.strategy.ta4j.SomeRules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link BotStore} does. */
public abstract class BotStoreContract {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00.000001Z");
    private static final Symbol BTC = new Symbol("BTC-USDT");

    private BotStore store;

    /** {@return a store without content} */
    protected abstract BotStore create();

    @BeforeEach
    final void createStore() {
        store = create();
    }

    /** {@return a bot that trades a model, with a value in every optional part} */
    public static BotRecord modelBot(String name, BotRecord.State state) {
        BotSpec spec = new BotSpec(
                name,
                new StrategySpec.Model(
                        ModelRef.ofAlias("btc-hourly", "Champion"),
                        OptionalDouble.of(0.6),
                        OptionalDouble.of(0.5),
                        Optional.of(true)),
                new DataRange(
                        BTC,
                        Optional.of(Timeframe.HOUR),
                        Optional.of("file"),
                        Optional.of(START),
                        Optional.of(START.plusSeconds(3600))),
                new ExecutionSpec(
                        new ExecutionSpec.Account(10_000, "USDT", 2),
                        new ExecutionSpec.Sizing(true),
                        new ExecutionSpec.Costs(0.001, 1, 2, true),
                        new ExecutionSpec.Exits(
                                new ExecutionSpec.ExitLevel(OptionalDouble.of(0.05), false),
                                new ExecutionSpec.ExitLevel(OptionalDouble.empty(), true))),
                3,
                true);
        return record(spec, state);
    }

    /** {@return a bot that trades a rule, with every optional part empty} */
    public static BotRecord ruleBot(String name) {
        BotSpec spec = new BotSpec(
                name,
                new StrategySpec.SmaCross(10, 30, false),
                new DataRange(BTC, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                ExecutionSpec.DEFAULT,
                0,
                false);
        return record(spec, BotRecord.State.PAUSED);
    }

    /** {@return a bot for every kind of strategy, with a value in every optional part} */
    private static List<BotRecord> everyKind() {
        var rules = new StrategySpec.TechnicalRules(
                SomeRules.crossedUp(10, 20), SomeRules.crossedDown(10, 20), StrategySpec.Side.SHORT);
        List<StrategySpec> kinds = List.of(
                new StrategySpec.Momentum(14, 0.1 + 0.2, true, StrategySpec.Accounting.SOURCE_0),
                rules,
                new StrategySpec.Custom("mine", Optional.of("1.0"), new TreeMap<>(Map.of("fast", "3", "note", "€"))),
                new StrategySpec.Custom("mine", Optional.empty(), new TreeMap<>()),
                new StrategySpec.Model(
                        ModelRef.ofVersion("btc", 3),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        Optional.empty(),
                        7,
                        Optional.of(new Abstention(0.4, 0.45))));
        var data = new DataRange(BTC, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return kinds.stream()
                .map(kind -> record(
                        new BotSpec("bot-" + kinds.indexOf(kind), kind, data, ExecutionSpec.DEFAULT, 0, false),
                        BotRecord.State.RUNNING))
                .toList();
    }

    @Test
    void keepsEveryKindOfStrategy() {
        everyKind().forEach(store::begin);

        assertThat(store.bots()).containsExactlyElementsOf(everyKind());
    }

    @Test
    void keepsEveryWayToTrade() {
        var data = new DataRange(BTC, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        List<BotRecord> bots = LongStream.range(100, 130)
                .mapToObj(seed -> new BotSpec(
                        "bot-" + seed,
                        new StrategySpec.SmaCross(10, 30, false),
                        data,
                        RandomSpecs.of(new Seeds(seed).random()),
                        0,
                        false))
                .map(spec -> record(spec, BotRecord.State.RUNNING))
                .toList();

        bots.forEach(store::begin);

        assertThat(store.bots()).containsExactlyElementsOf(bots);
    }

    private static BotRecord record(BotSpec spec, BotRecord.State state) {
        return new BotRecord(
                spec,
                "name: " + spec.name() + "\n# it's €\n",
                new SeriesKey(BTC, Timeframe.HOUR, "file"),
                START,
                state,
                "",
                START);
    }

    /** {@return a step with a fill, or without any and undefined numbers} */
    public static BotStep step(String bot, long sequence) {
        boolean flat = sequence % 2 == 0;
        long time = START.toEpochMilli() + sequence * 3_600_000;
        Bar bar = new Bar(time, 100, 101, 99, 100.1 + 0.2, flat ? Double.NaN : 5);
        List<Fill> fills = flat
                ? List.of()
                : List.of(
                        new Fill(time, OrderSide.SELL, 7, 0.7, 100.25, 0.07, 0.01, FillReason.FLIP),
                        new Fill(time, OrderSide.BUY, Long.MAX_VALUE, 0.1 + 0.2, 100.25, 0, 0, FillReason.STOP_LOSS));
        Decision decision = flat
                ? Decision.of(Target.HOLD, "warming up")
                : new Decision(Target.SHORT, 0.64, 0.05, 0.02, "p 0.64 ≥ 0.60");
        return new BotStep(
                bot,
                sequence,
                bar,
                fills,
                9_999.5,
                10_000.25,
                flat ? 0 : -0.3,
                flat ? Double.NaN : 100.25,
                decision,
                flat ? "" : "btc-hourly/3");
    }

    @Test
    void isEmptyAtFirst() {
        assertThat(store.bots()).isEmpty();
        assertThat(store.bot("b")).isEmpty();
        assertThat(store.steps("b", 0)).isEmpty();
        assertThat(store.stepCount("b")).isZero();
    }

    @Test
    void givesBackBotsByName() {
        store.save(ruleBot("z"));
        store.save(modelBot("a", BotRecord.State.RUNNING));

        assertThat(store.bots()).containsExactly(modelBot("a", BotRecord.State.RUNNING), ruleBot("z"));
        assertThat(store.bot("z")).contains(ruleBot("z"));
    }

    @Test
    void replacesABotAndKeepsItsSteps() {
        store.begin(modelBot("b", BotRecord.State.RUNNING));
        store.append(step("b", 0));
        BotRecord halted = new BotRecord(
                ruleBot("b").spec(),
                "",
                ruleBot("b").series(),
                START,
                BotRecord.State.HALTED,
                "the model's file is damaged",
                START.plusSeconds(1));

        store.save(halted);

        assertThat(store.bots()).containsExactly(halted);
        assertThat(store.stepCount("b")).isEqualTo(1);
    }

    @Test
    void givesBackStepsToTheBit() {
        store.begin(ruleBot("b"));
        for (int i = 0; i < 5; i++) {
            store.append(step("b", i));
        }

        assertThat(store.steps("b", 0))
                .containsExactly(step("b", 0), step("b", 1), step("b", 2), step("b", 3), step("b", 4));
        assertThat(store.steps("b", 3)).containsExactly(step("b", 3), step("b", 4));
        assertThat(store.steps("b", 5)).isEmpty();
        assertThat(store.stepCount("b")).isEqualTo(5);
    }

    @Test
    void keepsTheStepsOfBotsApart() {
        store.begin(ruleBot("a"));
        store.begin(ruleBot("b"));
        store.append(step("a", 0));
        store.append(step("b", 0));
        store.append(step("b", 1));

        store.begin(ruleBot("a"));

        assertThat(store.stepCount("a")).isZero();
        assertThat(store.stepCount("b")).isEqualTo(2);
    }

    @Test
    void forgetsTheStepsOfTheSessionBefore() {
        store.begin(ruleBot("b"));
        store.append(step("b", 0));
        store.append(step("b", 1));

        store.begin(modelBot("b", BotRecord.State.RUNNING));
        store.append(step("b", 0));

        assertThat(store.steps("b", 0)).containsExactly(step("b", 0));
        assertThat(store.bot("b")).contains(modelBot("b", BotRecord.State.RUNNING));
    }

    @Test
    void refusesAStepThatIsNotTheNext() {
        store.begin(ruleBot("b"));
        store.append(step("b", 0));

        assertThatThrownBy(() -> store.append(step("b", 0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.append(step("b", 2))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.append(step("unknown", 0))).isInstanceOf(IllegalArgumentException.class);

        assertThat(store.stepCount("b")).isEqualTo(1);
    }
}
