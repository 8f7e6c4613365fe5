package io.quantloom.persistence;

import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/** Workspaces with a fixed clock and seeded ids. */
final class TestWorkspace {

    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final AtomicInteger OPENED = new AtomicInteger();

    private TestWorkspace() {}

    /** Opens the folder; a fresh one begins as a copy of an empty store, which spares the migrations. */
    static H2Workspace open(Path folder) {
        try {
            if (!Files.exists(Database.file(folder))) {
                Files.createDirectories(folder);
                Files.copy(Template.FILE, Database.file(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tryOpen(folder).orThrow();
    }

    static Outcome<H2Workspace> tryOpen(Path folder) {
        return H2Workspace.open(folder, InstantSource.fixed(NOW), ids(), "0.1.0");
    }

    /** {@return ids that differ from one opening to the next, as those of two processes do} */
    static Ids ids() {
        return Ids.from(new Seeds(OPENED.incrementAndGet()).random());
    }

    private static final class Template {
        static final Path FILE = make();

        private static Path make() {
            try {
                Path folder = Files.createTempDirectory("quantloom-template");
                tryOpen(folder).orThrow().close();
                Path file = Database.file(folder);
                for (Path made : new Path[] {
                    file,
                    folder.resolve("workspace.lock"),
                    folder.resolve("artifacts/tmp"),
                    folder.resolve("artifacts"),
                    folder
                }) {
                    made.toFile().deleteOnExit();
                }
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
