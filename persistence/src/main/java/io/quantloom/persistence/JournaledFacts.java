package io.quantloom.persistence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantloom.engine.journal.Journal;
import io.quantloom.persistence.json.Json;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * Facts that are written to the journal first and to the database second, in the transaction that says how far the
 * database has got. What a dead process wrote to the journal only is made up for when the workspace is opened, and before
 * the next fact.
 */
final class JournaledFacts {

    private final Database database;
    private final FileJournal journal;
    private final Map<String, Projector> projectors = new TreeMap<>();

    JournaledFacts(Database database, FileJournal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Writes a fact of the journal into the database. */
    interface Projector {
        /** Writes it; the same for a fact just appended and for one met when the workspace is opened. */
        void apply(Handle handle, ObjectNode fact);
    }

    /** Returns how far the database has got. */
    static long projected(Handle handle) {
        return Long.parseLong(WorkspaceFacts.read(handle, WorkspaceFacts.JOURNAL_SEQUENCE, "0"));
    }

    /** Has the projector write facts of the type; before {@link #replay}. */
    void project(String type, Projector projector) {
        projectors.put(type, projector);
    }

    /** Writes what the journal has and the database has not. */
    void replay() {
        database.change(this::catchUp);
    }

    /** Returns what the work returns, in a transaction that begins where the journal ends. */
    <T> T write(Database.Work<T> work) {
        return database.write(handle -> {
            catchUp(handle);
            return work.run(handle);
        });
    }

    /** Appends the fact to the journal and writes it into the database; within {@link #write}, after every check. */
    void append(Handle handle, String type, ObjectNode fact) {
        long sequence = journal.append(type, Json.text(fact));
        project(handle, type, fact);
        WorkspaceFacts.write(handle, WorkspaceFacts.JOURNAL_SEQUENCE, Long.toString(sequence));
    }

    private void catchUp(Handle handle) {
        long projected = projected(handle);
        if (projected >= journal.last()) {
            return;
        }
        for (Journal.Entry entry : journal.after(projected)) {
            if (projectors.containsKey(entry.type())) {
                project(handle, entry.type(), Json.parse(entry.payload()));
            }
            projected = entry.sequence();
        }
        WorkspaceFacts.write(handle, WorkspaceFacts.JOURNAL_SEQUENCE, Long.toString(projected));
    }

    private void project(Handle handle, String type, ObjectNode fact) {
        Projector projector = projectors.get(type);
        if (projector == null) {
            throw new IllegalStateException("nobody writes facts of type " + type);
        }
        projector.apply(handle, fact);
    }
}
