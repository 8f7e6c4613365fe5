package io.quantloom.engine.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.backtest.BacktestFile;
import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.experiment.InMemoryArtifactStore;
import io.quantloom.engine.experiment.InMemoryRunStore;
import io.quantloom.engine.market.InMemoryBarStore;
import io.quantloom.engine.market.Pause;
import io.quantloom.engine.market.ReplayFeed;
import io.quantloom.engine.model.Learners;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.registry.Alias;
import io.quantloom.engine.registry.InMemoryRegistryStore;
import io.quantloom.engine.registry.PromoteModel;
import io.quantloom.engine.registry.RegisterStrategy;
import io.quantloom.engine.registry.RegisteredModels;
import io.quantloom.engine.registry.RetireVersion;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bots that follow registered strategies without a model. */
class StrategyBotTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
    private static final String DATA = "data: {symbol: TEST}\n";
    private static final String GATES = "gates: [{metric: bars, at_least: 1}]\n";
    private static final String CROSS = "strategy: {type: sma-cross, fast: 3, slow: 8}\n";
    private static final String MOMENTUM = "strategy: {type: momentum, lookback: 4, threshold: 0.01}\n";
    private static final String RULES = """
        rules:
          side: long-short
          entry: {type: CrossedUpIndicatorRule, components: [{type: ClosePriceIndicator}, {type: EMAIndicator, parameters: {barCount: 6}}]}
          exit: {type: CrossedDownIndicatorRule, components: [{type: ClosePriceIndicator}, {type: EMAIndicator, parameters: {barCount: 6}}]}
        """;

    private final InMemoryBarStore bars = new InMemoryBarStore();
    private final InMemoryRunStore runs = new InMemoryRunStore(Ids.from(new Seeds(1).random()));
    private final InMemoryArtifactStore artifacts = new InMemoryArtifactStore();
    private final InMemoryRegistryStore registry = new InMemoryRegistryStore();
    private final InMemoryBotStore bots = new InMemoryBotStore();
    private final Events events = new Events();
    private final RegisteredModels models = new RegisteredModels(registry, artifacts, new Learners(List.of()));
    private final RunBacktest backtest = new RunBacktest(bars, models, runs, events, CLOCK);
    private final TradingStores stores = new TradingStores(bars, registry, bots);
    private final ActiveBots active = new ActiveBots(bots, events, CLOCK);
    private final PromoteModel promote = new PromoteModel(registry, events, CLOCK);

    @BeforeEach
    void storeTheSeries() {
        bars.save(Bars.instrument(0.001, false), Bars.random(1, 300));
    }

    @ParameterizedTest
    @ValueSource(strings = {CROSS, MOMENTUM, RULES})
    void aBotBehindAnAliasGivesExactlyTheFillsOfTheBacktest(String strategy) {
        register("mine", strategy);
        champion("mine", 1);

        assertThat(trade("model: models:/mine@Champion\n").state()).isEqualTo(BotRecord.State.ENDED);

        BacktestResult plain = BacktestFile.parse("spec.yaml", DATA + strategy + "finalize: none\n")
                .then(spec -> backtest.run(spec, JobContext.none()))
                .orThrow();
        assertThat(fills()).isNotEmpty().isEqualTo(plain.fills());
        assertThat(bots.steps("bot", 0)).extracting(BotStep::model).containsOnly("mine/1");
        assertThat(new ReconcileBot(stores, models)
                        .run("bot", JobContext.none())
                        .orThrow()
                        .isClean())
                .isTrue();
    }

    @Test
    void followsTheAliasToANewVersionWarmOnTheSessionsBars() {
        register("mine", CROSS);
        register("mine", MOMENTUM);
        champion("mine", 1);
        events.subscribe(BotStep.class, step -> {
            if (step.sequence() == 120) {
                champion("mine", 2);
            }
        });

        trade("model: models:/mine@Champion\n");

        List<BotStep> steps = bots.steps("bot", 0);
        assertThat(steps.get(120).model()).isEqualTo("mine/1");
        assertThat(steps.get(121).model()).isEqualTo("mine/2");
        assertThat(steps.get(121).decision().reason()).startsWith("change ");
        assertThat(new ReconcileBot(stores, models)
                        .run("bot", JobContext.none())
                        .orThrow()
                        .isClean())
                .isTrue();
    }

    @Test
    void aRetiredVersionRefusesToBeStartedAndKeepsItsBacktest() {
        register("mine", CROSS);
        new RetireVersion(registry, events, CLOCK).run("mine", 1, "done", "cli").orThrow();

        assertThat(sentence(tryTrade("model: models:/mine/1\n")))
                .contains("a version that is not retired", "mine/1, which is");
        assertThat(registry.history("mine")).hasSize(1);
        assertThat(runs.find(registry.version("mine", 1).orElseThrow().run())).isPresent();
    }

    @Test
    void anUngatedStrategyIsRefusedUnlessAccepted() {
        register("mine", CROSS, "gates: [{metric: bars, at_least: 1000000}]\n");

        assertThat(sentence(tryTrade("model: models:/mine/1\n"))).contains("mine/1, which is ungated");
        assertThat(trade("model: models:/mine/1\naccept_ungated: true\n").state())
                .isEqualTo(BotRecord.State.ENDED);
    }

    private void register(String name, String strategy) {
        register(name, strategy, GATES);
    }

    private void register(String name, String strategy, String gates) {
        new RegisterStrategy(backtest, runs, artifacts, registry, new TreeMap<>(), CLOCK)
                .run(name, "spec.yaml", DATA + strategy + gates, OptionalLong.empty(), JobContext.none())
                .orThrow();
    }

    private void champion(String name, int version) {
        promote.run(name, version, Alias.CHAMPION, "test", "cli").orThrow();
    }

    private BotRecord trade(String model) {
        return tryTrade(model).orThrow();
    }

    private Outcome<BotRecord> tryTrade(String model) {
        return BotFile.parse("bot.yaml", "name: bot\n" + DATA + model)
                .then(spec -> new StartBot(stores, models, active, events, CLOCK).run(spec, "text"))
                .then(_ -> new RunBot(stores, models, active, events)
                        .run("bot", new ReplayFeeds(bars, ReplayFeed.MAX_SPEED, Pause.none()), JobContext.none()));
    }

    private List<Fill> fills() {
        return bots.steps("bot", 0).stream()
                .flatMap(step -> step.fills().stream())
                .toList();
    }

    private static String sentence(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed<?>) outcome).failure().sentence();
    }
}
