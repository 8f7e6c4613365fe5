package io.quantloom.persistence;

import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Partial;
import io.quantloom.engine.base.StoreException;
import io.quantloom.engine.experiment.ArtifactStore;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.experiment.SealAbandonedRuns;
import io.quantloom.engine.journal.Journal;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.prediction.PredictionStore;
import io.quantloom.engine.registry.RegistryStore;
import io.quantloom.engine.trading.BotStore;
import io.quantloom.engine.tuning.StudyStore;
import io.quantloom.engine.workspace.WorkspaceReport;
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
    private final FileJournal journal;
    private final BarStore bars;
    private final FileArtifactStore artifacts;
    private final RunStore runs;
    private final RegistryStore registry;
    private final StudyStore studies;
    private final PredictionStore predictions;
    private final H2BotStore bots;

    private H2Workspace(
            Path folder, WorkspaceLock lock, Database database, FileJournal journal, InstantSource clock, Ids ids) {
        this.folder = folder;
        this.lock = lock;
        this.database = database;
        this.journal = journal;
        this.bars = new H2BarStore(database, folder);
        this.artifacts = new FileArtifactStore(folder.resolve("artifacts"));
        this.runs = new H2RunStore(database, artifacts, ids);
        this.studies = new H2StudyStore(database);
        this.predictions = new H2PredictionStore(database);
        JournaledFacts facts = new JournaledFacts(database, journal);
        this.registry = new H2RegistryStore(database, facts);
        this.bots = new H2BotStore(database, facts, clock);
        facts.replay();
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
        Opening opening = new Opening(lock);
        try {
            var migrated = new Migrations(folder, target).run(productVersion, clock.instant());
            if (migrated instanceof Outcome.Failed<Migrations.Found>(var failure)) {
                return Outcome.failed(failure);
            }
            Database database = Database.open(folder);
            opening.database = database;
            FileJournal journal = FileJournal.open(folder.resolve("journal"), database.read(JournaledFacts::projected));
            opening.journal = journal;
            H2Workspace workspace = new H2Workspace(folder, lock, database, journal, clock, ids);
            database.change(handle -> WorkspaceFacts.write(handle, WorkspaceFacts.PRODUCT_VERSION, productVersion));
            new SealAbandonedRuns(workspace.runs, clock).run();
            opening.isDone = true;
            return Outcome.success(workspace);
        } catch (StoreException e) {
            return Outcome.failed(e.failure());
        } finally {
            opening.close();
        }
    }

    /** What is open already; let go of unless the opening is done. */
    private static final class Opening {
        private final WorkspaceLock lock;
        private @Nullable Database database;
        private @Nullable FileJournal journal;
        private boolean isDone;

        Opening(WorkspaceLock lock) {
            this.lock = lock;
        }

        void close() {
            if (isDone) {
                return;
            }
            try (lock) {
                if (database != null) {
                    database.close();
                }
            } finally {
                if (journal != null) {
                    journal.close();
                }
            }
        }
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

    /** {@return registered models, their versions and aliases} */
    public RegistryStore registry() {
        return registry;
    }

    /** {@return trials} */
    public StudyStore studies() {
        return studies;
    }

    /** {@return what models said} */
    public PredictionStore predictions() {
        return predictions;
    }

    /** {@return paper bots and their steps} */
    public BotStore bots() {
        return bots;
    }

    /** {@return what must never be lost; records of the registry and of bots are written by those stores} */
    public Journal journal() {
        return journal;
    }

    /**
     * Returns what the workspace holds. Counted are {@code artifacts} (files of runs), {@code bars}, {@code bots},
     * {@code experiments}, {@code journal} (records), {@code models}, {@code predictions}, {@code runs}, {@code series}, {@code trials},
     * {@code versions}.
     */
    public WorkspaceReport report() {
        bots.flush();
        return WorkspaceContents.report(folder, database, journal.last());
    }

    /**
     * Reads everything: journal, bars and files against their checksums and hashes. Takes seconds to minutes.
     *
     * @return the report with what is wrong
     */
    public Outcome<Partial<WorkspaceReport>> verify(JobContext context) {
        try {
            return new WorkspaceHealth(database, bars, registry, artifacts, journal)
                    .run(context)
                    .map(failures -> new Partial<>(report(), failures));
        } catch (StoreException e) {
            return Outcome.failed(e.failure());
        }
    }

    /** Waits for calls under way, closes the store and lets go of the folder. */
    @Override
    public void close() {
        try (lock;
                journal;
                database) {
            bots.close();
        }
    }
}
