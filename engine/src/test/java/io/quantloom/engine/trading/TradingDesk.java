package io.quantloom.engine.trading;

import io.quantloom.engine.backtest.DataRange;
import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.experiment.InMemoryRunStore;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.InMemoryBarStore;
import io.quantloom.engine.market.Pause;
import io.quantloom.engine.market.ReplayFeed;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.model.ModelSource;
import io.quantloom.engine.model.ServedModel;
import io.quantloom.engine.registry.Alias;
import io.quantloom.engine.registry.InMemoryRegistryStore;
import io.quantloom.engine.registry.ModelVersion;
import io.quantloom.engine.registry.RegisteredModel;
import io.quantloom.engine.registry.Transition;
import io.quantloom.engine.strategy.FakeModel;
import io.quantloom.engine.strategy.StrategySpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything a bot needs, in memory: one series, the model "fake" with its versions, and the use cases. */
final class TradingDesk {

    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final StrategySpec CROSS = new StrategySpec.SmaCross(3, 8, true);
    static final StrategySpec CHAMPION = new StrategySpec.Model(
            ModelRef.ofAlias("fake", Alias.CHAMPION), OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());

    private static final DecisionRule RULE = new DecisionRule(0.8, 0.5, true);

    final InMemoryBarStore bars = new InMemoryBarStore();
    final InMemoryRegistryStore registry = new InMemoryRegistryStore();
    final InMemoryBotStore bots;
    final Events events = new Events();
    final ActiveBots active;
    final StartBot start;
    final RunBot run;
    final ReconcileBot reconcile;
    final RunBacktest backtest;

    private final Set<Integer> ungated = new TreeSet<>();

    TradingDesk(BarSeries series) {
        this(series, new InMemoryBotStore());
    }

    TradingDesk(BarSeries series, InMemoryBotStore bots) {
        this(series, bots, bots);
    }

    /** A desk that writes through another store, which may fail, to the one that is looked at. */
    TradingDesk(BarSeries series, InMemoryBotStore bots, BotStore writing) {
        this.bots = bots;
        bars.save(Bars.instrument(0.001, false), series);
        InstantSource clock = InstantSource.fixed(NOW);
        ModelSource models = this::load;
        var stores = new TradingStores(bars, registry, writing);
        active = new ActiveBots(writing, events, clock);
        start = new StartBot(stores, models, active, events, clock);
        run = new RunBot(stores, models, active, events);
        reconcile = new ReconcileBot(stores, models);
        backtest = new RunBacktest(bars, models, new InMemoryRunStore(Ids.from(new Seeds(1).random())), events, clock);
    }

    /** A bot over the bars from the index on. */
    static BotSpec bot(StrategySpec strategy, int from) {
        return bot(strategy, from, ExecutionSpec.DEFAULT, 0, false);
    }

    static BotSpec bot(StrategySpec strategy, int from, ExecutionSpec execution, int cooldown, boolean ungated) {
        return new BotSpec("bot", strategy, range(from), execution, cooldown, ungated);
    }

    static DataRange range(int from) {
        return new DataRange(
                Bars.SYMBOL,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Instant.ofEpochMilli(from * Bars.HOUR)),
                Optional.empty());
    }

    /** Registers the next version and lets Champion name it. */
    void promoteNext(boolean gated) {
        ModelVersion version = registry.register(
                "fake",
                number -> new ModelVersion(
                        "fake",
                        number,
                        NOW,
                        new RunId("%032x".formatted(number)),
                        FakeModel.served(number, true, RULE).card(),
                        List.of(),
                        new TreeMap<>(),
                        new TreeMap<>()));
        if (!gated) {
            ungated.add(version.version());
        }
        OptionalInt before = registry.model("fake").orElseThrow().version(Alias.CHAMPION);
        var transition = new Transition(
                "fake",
                Alias.CHAMPION,
                before,
                OptionalInt.of(version.version()),
                Transition.Kind.PROMOTED,
                "cli",
                "test",
                List.of(),
                NOW);
        registry.apply(transition, Map.of(Alias.CHAMPION, OptionalInt.of(version.version())))
                .orThrow();
    }

    FeedSource replay() {
        return new ReplayFeeds(bars, ReplayFeed.MAX_SPEED, Pause.none());
    }

    /** Begins and runs a session to its end. */
    Outcome<BotRecord> trade(BotSpec spec) {
        return start.run(spec, "text").then(_ -> go());
    }

    Outcome<BotRecord> go() {
        return run.run("bot", replay(), JobContext.none());
    }

    List<BotStep> steps() {
        return bots.steps("bot", 0);
    }

    BotRecord record() {
        return bots.bot("bot").orElseThrow();
    }

    private Outcome<ServedModel> load(ModelRef ref) {
        OptionalInt version = ref.version().isPresent()
                ? ref.version()
                : registry.model(ref.model())
                        .map((RegisteredModel model) ->
                                model.version(ref.alias().orElseThrow()))
                        .orElse(OptionalInt.empty());
        if (version.isEmpty()) {
            return Outcome.failed(Failure.of(Failure.Reason.MISSING_DATA, "a model", "none", ref.toString(), ""));
        }
        return Outcome.success(FakeModel.served(version.getAsInt(), !ungated.contains(version.getAsInt()), RULE));
    }
}
