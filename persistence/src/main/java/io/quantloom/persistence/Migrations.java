package io.quantloom.persistence;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * Brings the store of a folder to this product's version. What is made or changed is made or changed on a copy that takes
 * the store's name when it is complete, so a kill at any moment leaves the old store or the new one.
 */
final class Migrations {

    /** The newest version, that of the last script in {@code migration/}. */
    static final int NEWEST = 7;

    private static final String DRAFT = "quantloom-new";
    private static final String READ_ONLY = ";ACCESS_MODE_DATA=r";

    private final Path folder;
    private final int target;

    /** Takes the folder and the version to bring it to. */
    Migrations(Path folder, int target) {
        this.folder = folder;
        this.target = target;
    }

    /**
     * What is in the folder.
     *
     * @param schema version, 0 when there is no store
     * @param product version of the Quantloom that wrote it last
     */
    record Found(int schema, String product) {}

    /**
     * Brings the store to the target version; a store that is there is backed up first.
     *
     * @param product version of this Quantloom
     * @return what was found; NOT_APPLICABLE for a store of a newer version, which is not touched; INVALID for a damaged
     *     one
     */
    Outcome<Found> run(String product, Instant now) {
        Found found;
        try {
            found = look();
        } catch (SQLException e) {
            return Outcome.failed(Faults.unreadable(e, Database.file(folder)));
        }
        try {
            if (found.schema == 0 && Files.exists(Database.file(folder))) {
                // A store gets its name when it is complete, so this one was complete once.
                return Outcome.failed(Faults.damaged(Database.file(folder), "a file that holds no store"));
            }
            if (found.schema > target) {
                return Outcome.failed(newer(found, product));
            }
            if (found.schema < target) {
                if (found.schema > 0) {
                    new StoreBackup(folder).write("before-v" + target, now);
                    Files.copy(Database.file(folder), draft(), StandardCopyOption.REPLACE_EXISTING);
                } else {
                    Files.deleteIfExists(draft());
                }
                migrate();
                DurableFiles.publish(draft(), Database.file(folder));
            }
            return Outcome.success(found);
        } catch (SQLException | FlywayException | IOException e) {
            return Outcome.failed(Faults.failure(e, folder));
        }
    }

    private Found look() throws SQLException {
        if (!Files.exists(Database.file(folder))) {
            return new Found(0, "");
        }
        String url = Database.url(folder, Database.NAME) + READ_ONLY;
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            int schema = Integer.parseInt(one(
                    statement,
                    "select max(cast(\"version\" as int)) from \"flyway_schema_history\" where \"success\"",
                    "0"));
            return new Found(
                    schema,
                    one(
                            statement,
                            "select content from workspace_fact where name = '" + WorkspaceFacts.PRODUCT_VERSION + "'",
                            "unknown"));
        }
    }

    private static String one(Statement statement, String sql, String otherwise) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            String found = rows.next() ? rows.getString(1) : null;
            return found == null ? otherwise : found;
        } catch (SQLException e) {
            if (e.getErrorCode() == ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1
                    || e.getErrorCode() == ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1) {
                return otherwise;
            }
            throw e;
        }
    }

    private Path draft() {
        return folder.resolve(DRAFT + ".mv.db");
    }

    private void migrate() {
        JdbcConnectionPool pool = JdbcConnectionPool.create(Database.url(folder, DRAFT), "sa", "");
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(pool)
                    .locations("classpath:io/quantloom/persistence/migration")
                    .target(Integer.toString(target))
                    .load()
                    .migrate();
        } finally {
            pool.dispose();
        }
    }

    private Failure newer(Found found, String product) {
        return Failure.of(
                Failure.Reason.NOT_APPLICABLE,
                "a store of version " + target + " or older, as Quantloom " + product + " knows it",
                "version " + found.schema + ", written by Quantloom " + found.product,
                folder.toString(),
                "open it with Quantloom " + found.product + " or newer; nothing was changed");
    }
}
