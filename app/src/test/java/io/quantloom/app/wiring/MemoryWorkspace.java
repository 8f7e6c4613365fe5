package io.quantloom.app.wiring;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.experiment.InMemoryArtifactStore;
import io.quantloom.engine.experiment.InMemoryRunStore;
import io.quantloom.engine.market.InMemoryBarStore;
import io.quantloom.engine.prediction.InMemoryPredictionStore;
import io.quantloom.engine.registry.InMemoryRegistryStore;
import io.quantloom.engine.trading.InMemoryBotStore;
import io.quantloom.engine.tuning.InMemoryStudyStore;
import io.quantloom.engine.workspace.WorkspaceReport;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** A workspace that lives as long as the test, over the in-memory twins; one application at a time, like the real one. */
public final class MemoryWorkspace implements ApplicationOpener {

    public static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final Stores stores;
    private final AtomicBoolean held = new AtomicBoolean();

    public MemoryWorkspace() {
        Ids ids = Ids.from(new Seeds(1).random());
        var artifacts = new InMemoryArtifactStore();
        stores = new Stores(
                new InMemoryBarStore(),
                new InMemoryRunStore(ids, artifacts),
                artifacts,
                new InMemoryStudyStore(),
                new InMemoryRegistryStore(),
                new InMemoryBotStore(),
                new InMemoryPredictionStore());
    }

    public Stores stores() {
        return stores;
    }

    @Override
    public Outcome<Application> open(Path workspace) {
        if (!held.compareAndSet(false, true)) {
            return Outcome.failed(Failure.of(
                    Failure.Reason.CONFLICT, "a free workspace", "one that is held", workspace.toString(), ""));
        }
        return Outcome.success(new Application(
                workspace,
                stores,
                InstantSource.fixed(NOW),
                () -> new WorkspaceReport(workspace.toString(), "1", "test", 0, new TreeMap<>()),
                () -> held.set(false)));
    }
}
