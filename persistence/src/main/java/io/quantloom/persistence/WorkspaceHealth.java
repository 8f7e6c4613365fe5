package io.quantloom.persistence;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.base.StoreException;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.market.CatalogEntry;
import io.quantloom.engine.registry.RegisteredModel;
import io.quantloom.engine.registry.RegistryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Reads everything a workspace holds and compares it with what it should be. */
final class WorkspaceHealth {

    private final Database database;
    private final BarStore bars;
    private final RegistryStore registry;
    private final FileArtifactStore artifacts;
    private final FileJournal journal;

    WorkspaceHealth(
            Database database,
            BarStore bars,
            RegistryStore registry,
            FileArtifactStore artifacts,
            FileJournal journal) {
        this.database = database;
        this.bars = bars;
        this.registry = registry;
        this.artifacts = artifacts;
        this.journal = journal;
    }

    /** Returns what is wrong, in the order journal, series, files; nothing when all is well. */
    Outcome<List<Failure>> run(JobContext context) {
        List<Failure> found = new ArrayList<>();
        try {
            journal.after(0);
        } catch (StoreException e) {
            found.add(e.failure());
        }
        List<CatalogEntry> catalog = bars.catalog();
        TreeSet<String> files = new TreeSet<>(database.read(WorkspaceHealth::hashes));
        for (RegisteredModel model : registry.models()) {
            registry.versions(model.name())
                    .forEach(version -> files.add(version.card().fileHash().hex()));
        }
        artifacts.all().forEach(hash -> files.add(hash.hex()));
        long total = Math.max(1L, catalog.size() + files.size());
        long done = 0;
        for (CatalogEntry entry : catalog) {
            if (context.isCanceled()) {
                return Outcome.canceled();
            }
            context.report(Progress.of("series " + entry.key(), done++, total));
            check(entry).ifPresent(found::add);
        }
        for (String file : files) {
            if (context.isCanceled()) {
                return Outcome.canceled();
            }
            context.report(Progress.of("files", done++, total));
            if (artifacts.get(new Sha256(file)) instanceof Outcome.Failed<byte[]>(var failure)) {
                found.add(failure);
            }
        }
        return Outcome.success(found);
    }

    private Optional<Failure> check(CatalogEntry entry) {
        try {
            Sha256 hash = bars.load(entry.key()).map(BarSeries::contentHash).orElse(null);
            return entry.hash().equals(hash)
                    ? Optional.empty()
                    : Optional.of(Failure.of(
                            Failure.Reason.INVALID,
                            "the bars of " + entry.key() + " with the hash "
                                    + entry.hash().abbreviated(),
                            hash == null ? "none" : "the hash " + hash.abbreviated(),
                            "",
                            "import the series again"));
        } catch (StoreException e) {
            return Optional.of(e.failure());
        }
    }

    private static List<String> hashes(Handle handle) {
        return handle.createQuery("select distinct hash from run_file")
                .mapTo(String.class)
                .list();
    }
}
