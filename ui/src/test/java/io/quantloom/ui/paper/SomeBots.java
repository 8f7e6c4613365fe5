package io.quantloom.ui.paper;

import io.quantloom.engine.backtest.DataRange;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.ReplayFeed;
import io.quantloom.engine.model.ModelSource;
import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.engine.trading.ActiveBots;
import io.quantloom.engine.trading.BotRecord;
import io.quantloom.engine.trading.BotSpec;
import io.quantloom.engine.trading.FeedSource;
import io.quantloom.engine.trading.ReconcileBot;
import io.quantloom.engine.trading.ReplayFeeds;
import io.quantloom.engine.trading.RunBot;
import io.quantloom.engine.trading.StartBot;
import io.quantloom.engine.trading.TradingStores;
import io.quantloom.ui.bench.Workbench;
import io.quantloom.ui.task.ExecutorTaskRunner;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.task.UiThread;
import java.util.Optional;

/** Rule bots on a random walk, real sessions, everything on the calling thread. */
final class SomeBots {

    final Workbench bench = new Workbench();
    final UiThread ui = UiThread.direct();
    final ExecutorTaskRunner tasks = ExecutorTaskRunner.direct();
    final UiEvents events = new UiEvents(bench.events, ui);
    final TradingStores stores = new TradingStores(bench.bars, bench.registry, bench.bots);
    final ActiveBots active = new ActiveBots(bench.bots, bench.events, bench.clock);
    final ModelSource models = ref ->
            Outcome.failed(Failure.of(Failure.Reason.MISSING_DATA, "a model", ref.toString(), "registry", "train it"));
    final StartBot startBot = new StartBot(stores, models, active, bench.events, bench.clock);
    final RunBot runBot = new RunBot(stores, models, active, bench.events);
    final BotListViewModel list = new BotListViewModel(bench.bots, tasks, events, ui);
    final BotViewModel bot =
            new BotViewModel(new OpenBot.Stores(bench.bots, bench.registry, bench.bars), active, tasks, events, list);
    final TwinViewModel twin = new TwinViewModel(new ReconcileBot(stores, models), tasks, list);

    /** Begins a session of a rule bot on the walk. */
    void begin(String name) {
        startBot.run(
                        new BotSpec(
                                name,
                                new StrategySpec.SmaCross(5, 20, true),
                                new DataRange(
                                        new Symbol("VEGA"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()),
                                ExecutionSpec.DEFAULT,
                                0,
                                false),
                        "")
                .orThrow();
    }

    /** Runs the session without waiting, until its bars end. */
    BotRecord run(String name) {
        return runBot.run(name, feeds(), JobContext.none()).orThrow();
    }

    FeedSource feeds() {
        return new ReplayFeeds(bench.bars, ReplayFeed.MAX_SPEED, (_, _) -> {});
    }

    void attach() {
        list.attach();
        bot.attach();
        twin.attach();
    }
}
