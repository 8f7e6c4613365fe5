package io.quantloom.persistence;

import io.quantloom.engine.workspace.WorkspaceReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Counts what a workspace holds. */
final class WorkspaceContents {

    private static final Map<String, String> COUNTS = Map.of(
            "artifacts", "select count(*) from run_file",
            "bars", "select coalesce(sum(cast(bars as bigint)), 0) from series",
            "bots", "select count(*) from bot",
            "experiments", "select count(*) from experiment",
            "models", "select count(*) from registered_model",
            "predictions", "select count(*) from prediction",
            "runs", "select count(*) from run",
            "series", "select count(*) from series",
            "trials", "select count(*) from trial",
            "versions", "select count(*) from model_version");

    private WorkspaceContents() {}

    /** Returns the report of the folder. */
    static WorkspaceReport report(Path folder, Database database, long journaled) {
        long bytes;
        try {
            bytes = DurableFiles.size(folder);
        } catch (IOException e) {
            throw Faults.of(e, folder);
        }
        return database.read(handle -> {
            TreeMap<String, Long> counts = new TreeMap<>(Map.of("journal", journaled));
            COUNTS.forEach((name, sql) -> counts.put(name, count(handle, sql)));
            return new WorkspaceReport(
                    folder.toString(),
                    Integer.toString(Migrations.NEWEST),
                    WorkspaceFacts.read(handle, WorkspaceFacts.PRODUCT_VERSION, ""),
                    bytes,
                    counts);
        });
    }

    private static long count(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(Long.class).one();
    }
}
