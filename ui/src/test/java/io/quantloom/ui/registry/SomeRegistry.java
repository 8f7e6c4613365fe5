package io.quantloom.ui.registry;

import io.quantloom.engine.backtest.LoadBacktest;
import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.experiment.InMemoryRunStore;
import io.quantloom.engine.registry.GateResult;
import io.quantloom.engine.registry.InMemoryRegistryStore;
import io.quantloom.engine.registry.ModelVersion;
import io.quantloom.engine.registry.PromoteModel;
import io.quantloom.engine.registry.RollBackModel;
import io.quantloom.engine.registry.SomeVersions;
import io.quantloom.engine.trading.InMemoryBotStore;
import io.quantloom.ui.task.ExecutorTaskRunner;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.task.UiThread;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/** A registry to test with, everything on the calling thread. */
final class SomeRegistry {

    final InMemoryRegistryStore registry = new InMemoryRegistryStore();
    final InMemoryRunStore runs = new InMemoryRunStore(Ids.from(new Seeds(42).random()));
    final InMemoryBotStore bots = new InMemoryBotStore();
    final Events events = new Events();
    final UiThread ui = UiThread.direct();
    final ExecutorTaskRunner tasks = ExecutorTaskRunner.direct();
    final UiEvents uiEvents = new UiEvents(events, ui);
    final InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-20T06:00:00Z"));
    final PromoteModel promoteModel = new PromoteModel(registry, events, clock);
    final RollBackModel rollBackModel = new RollBackModel(registry, events, clock);
    final ModelListViewModel list = new ModelListViewModel(registry, tasks, uiEvents, ui);
    final VersionsViewModel versions =
            new VersionsViewModel(new VersionsViewModel.Stores(registry, runs, bots), tasks, uiEvents, ui, list);
    final PromotionViewModel promotion = new PromotionViewModel(promoteModel, rollBackModel, tasks, versions);
    final ChampionViewModel champion = new ChampionViewModel(new LoadBacktest(runs), tasks, versions);

    /** Registers the next version of the model. */
    void version(String model, double sharpe, GateResult... gates) {
        registry.register(model, number -> {
            ModelVersion some = SomeVersions.version(model, number, gates);
            return new ModelVersion(
                    model,
                    number,
                    some.created(),
                    some.run(),
                    some.card(),
                    some.gates(),
                    new TreeMap<>(Map.of("sharpe_ratio", sharpe)),
                    some.tags());
        });
    }

    void attach() {
        list.attach();
        versions.attach();
        champion.attach();
    }
}
