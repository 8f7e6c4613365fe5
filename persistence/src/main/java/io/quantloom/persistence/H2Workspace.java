package io.quantloom.persistence;

import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.StoreException;
import io.quantloom.engine.experiment.ArtifactStore;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.experiment.SealAbandonedRuns;
import io.quantloom.engine.market.BarStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * A workspace folder, open and held: the one public class of the store. Hands out the ports; each may be used by several
 * threads, interrupted ones included, until {@link #close()}, which waits for calls under way.
 */
public final class H2Workspace implements AutoCloseable {

    private final Path folder;
    private final WorkspaceLock lock;
    private final Database database;
    private final BarStore bars;
    private final FileArtifactStore artifacts;
    private final RunStore runs;

    private H2Workspace(Path folder, WorkspaceLock lock, Database database, Ids ids) {
        this.folder = folder;
        this.lock = lock;
        this.database = database;
        this.bars = new H2BarStore(database, folder);
        this.artifacts = new FileArtifactStore(folder.resolve("artifacts"));
        this.runs = new H2RunStore(database, artifacts, ids);
    }

    /**
     * Claims the folder and opens its store; makes both where there are none. Runs that a dead process left RUNNING become
     * INTERRUPTED.
     *
     * @param folder any path
     * @param clock what time it is
     * @param ids names runs
     * @param productVersion of this Quantloom
     * @return CONFLICT when another process holds the folder, with its id and since when; NOT_APPLICABLE when the store is
     *     of a newer version, which is then not touched; INVALID when it is damaged; UNAVAILABLE when the disk does not do
     *     its part
     */
    public static Outcome<H2Workspace> open(Path folder, InstantSource clock, Ids ids, String productVersion) {
        return open(folder, clock, ids, productVersion, Migrations.NEWEST);
    }

    /** As {@link #open(Path, InstantSource, Ids, String)}, as a Quantloom that knows schemas up to the target. */
    static Outcome<H2Workspace> open(Path folder, InstantSource clock, Ids ids, String productVersion, int target) {
        Path real;
        try {
            real = Files.createDirectories(folder).toRealPath();
        } catch (IOException e) {
            return Outcome.failed(Faults.failure(e, folder));
        }
        return WorkspaceLock.claim(real, clock.instant())
                .then(lock -> claimed(real, lock, clock, ids, productVersion, target));
    }

    private static Outcome<H2Workspace> claimed(
            Path folder, WorkspaceLock lock, InstantSource clock, Ids ids, String productVersion, int target) {
        Database database = null;
        H2Workspace workspace = null;
        try {
            var migrated = new Migrations(folder, target).run(productVersion, clock.instant());
            if (migrated instanceof Outcome.Failed<Migrations.Found>(var failure)) {
                return Outcome.failed(failure);
            }
            database = Database.open(folder);
            H2Workspace opened = new H2Workspace(folder, lock, database, ids);
            opened.begin(clock, productVersion);
            workspace = opened;
            return Outcome.success(opened);
        } catch (StoreException e) {
            return Outcome.failed(e.failure());
        } finally {
            if (workspace == null) {
                release(lock, database);
            }
        }
    }

    private static void release(WorkspaceLock lock, @Nullable Database database) {
        try (lock) {
            if (database != null) {
                database.close();
            }
        }
    }

    private void begin(InstantSource clock, String productVersion) {
        database.change(handle -> WorkspaceFacts.write(handle, WorkspaceFacts.PRODUCT_VERSION, productVersion));
        new SealAbandonedRuns(runs, clock).run();
    }

    /** {@return the real path of the folder} */
    public Path folder() {
        return folder;
    }

    /** {@return series, instruments, funding} */
    public BarStore bars() {
        return bars;
    }

    /** {@return runs and their files} */
    public RunStore runs() {
        return runs;
    }

    /** {@return models and files by content} */
    public ArtifactStore artifacts() {
        return artifacts;
    }

    /** Waits for calls under way, closes the store and lets go of the folder. */
    @Override
    public void close() {
        release(lock, database);
    }
}
