package io.quantloom.persistence;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.StoreException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way to H2. Reads run side by side, each on one snapshot; writes run one at a time, each one transaction that is
 * on disk when it returns. After a fault that killed the database (a full disk does) the next call opens it again. Safe
 * for use by several threads, interrupted ones included.
 */
final class Database implements AutoCloseable {

    // async: a thread interrupt must not close the database for everybody.
    // WRITE_DELAY=0: with the default, a kill loses acknowledged commits.
    // SNAPSHOT: what one call reads belongs together although others write meanwhile.
    // TRACE_LEVEL_FILE: faults are told by us, in a sentence, and not into a file beside the store.
    private static final String SETTINGS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;TRACE_LEVEL_FILE=0"
            + ";INIT=SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SNAPSHOT";
    private static final int CONNECTIONS = 16;
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /** Name of the database in its folder. */
    static final String NAME = "quantloom";

    private final Path folder;
    private final ReentrantReadWriteLock life = new ReentrantReadWriteLock();
    private final ReentrantLock writer = new ReentrantLock();
    private volatile boolean dead;
    private boolean closed;
    private @Nullable Open open;

    private Database(Path folder) {
        this.folder = folder;
    }

    /** Opens the database of the folder, or makes it. */
    static Database open(Path folder) {
        Database database = new Database(folder);
        database.reopen();
        return database;
    }

    /** {@return the file the database of the folder lives in} */
    static Path file(Path folder) {
        return folder.resolve(NAME + ".mv.db");
    }

    /** {@return the address of a database by the name in the folder, with our settings} */
    static String url(Path folder, String name) {
        return "jdbc:h2:async:" + folder.resolve(name) + SETTINGS;
    }

    /** What a call does with the database. */
    interface Work<T> {
        /** Does it; the handle must not be kept. */
        T run(Handle handle) throws SQLException;
    }

    /** Returns what the work reads, all of it from one snapshot. */
    <T> T read(Work<T> work) {
        return using(handle -> handle.inTransaction(work::run));
    }

    /** Returns what the work returns after its changes are on disk; all of them, or none when it throws. */
    <T> T write(Work<T> work) {
        writer.lock();
        try {
            return using(handle -> handle.inTransaction(work::run));
        } finally {
            writer.unlock();
        }
    }

    /** What a call changes in the database. */
    interface Change {
        /** Does it; the handle must not be kept. */
        void run(Handle handle) throws SQLException;
    }

    /** Makes the change; it is on disk afterwards, all of it, or none when it throws. */
    void change(Change change) {
        write(handle -> {
            change.run(handle);
            return true;
        });
    }

    /** Lets the work use a connection of its own, outside any transaction of ours. */
    <T> T using(Work<T> work) {
        if (life.getReadHoldCount() > 0) {
            throw new IllegalStateException("a call of the store within a call of the store");
        }
        if (dead) {
            reopen();
        }
        life.readLock().lock();
        try {
            if (open == null) {
                throw closed();
            }
            return open.jdbi.withHandle(work::run);
        } catch (SQLException | JdbiException e) {
            dead |= Faults.isFatal(e);
            throw Faults.of(e, folder);
        } catch (UncheckedIOException e) {
            throw new StoreException(
                    Faults.damaged(file(folder), String.valueOf(e.getMessage())).causedBy(e));
        } finally {
            life.readLock().unlock();
        }
    }

    private void reopen() {
        life.writeLock().lock();
        try {
            if (closed) {
                throw closed();
            }
            if (open != null && dead) {
                open.close();
                open = null;
            }
            if (open == null) {
                open = Open.of(url(folder, NAME));
            }
            dead = false;
        } catch (SQLException e) {
            throw Faults.of(e, folder);
        } finally {
            life.writeLock().unlock();
        }
    }

    private StoreException closed() {
        return new StoreException(Failure.of(
                Failure.Reason.UNAVAILABLE, "an open workspace", "it closed", folder.toString(), "open it again"));
    }

    /** Waits for the calls under way, then closes the file. */
    @Override
    public void close() {
        life.writeLock().lock();
        try {
            closed = true;
            if (open != null) {
                open.close();
                open = null;
            }
        } finally {
            life.writeLock().unlock();
        }
    }

    /** The pool, and one connection that keeps the database open while the pool has none. */
    private record Open(JdbcConnectionPool pool, Connection anchor, Jdbi jdbi) {

        static Open of(String url) throws SQLException {
            JdbcConnectionPool pool = JdbcConnectionPool.create(url, "sa", "");
            pool.setMaxConnections(CONNECTIONS);
            try {
                return new Open(pool, pool.getConnection(), Jdbi.create(pool));
            } catch (SQLException e) {
                pool.dispose();
                throw e;
            }
        }

        void close() {
            pool.dispose();
            try {
                // Not SHUTDOWN: the last connection closes the file.
                anchor.close();
            } catch (SQLException e) {
                LOG.warn("the database was closed with a fault", e);
            }
        }
    }
}
