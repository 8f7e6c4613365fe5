package io.quantloom.persistence;

import org.jdbi.v3.core.Handle;

/** The store's facts about itself. */
final class WorkspaceFacts {

    /** The Quantloom that wrote last. */
    static final String PRODUCT_VERSION = "product_version";
    /** The last record of the journal that the store reflects. */
    static final String JOURNAL_SEQUENCE = "journal_sequence";

    private WorkspaceFacts() {}

    /** Returns the fact, or the other text when it was never set. */
    static String read(Handle handle, String name, String otherwise) {
        return handle.createQuery("select content from workspace_fact where name = ?")
                .bind(0, name)
                .mapTo(String.class)
                .findOne()
                .orElse(otherwise);
    }

    /** Sets the fact. */
    static void write(Handle handle, String name, String content) {
        handle.createUpdate("merge into workspace_fact (name, content) values (?, ?)")
                .bind(0, name)
                .bind(1, content)
                .execute();
    }
}
