package io.quantloom.engine.journal;

import java.util.List;

/**
 * An append-only, checksummed log, forced to disk before {@link #append} returns. The store is a projection of it. Safe
 * for use by several threads.
 */
public interface Journal {

    /**
     * Appends a record.
     *
     * @param type kind of the record, for example {@code registry-transition}
     * @param payload JSON text
     * @return its sequence number, one above the last
     */
    long append(String type, String payload);

    /** {@return the records after the sequence number, in order} */
    List<Entry> after(long sequence);

    /** One record. */
    record Entry(long sequence, String type, String payload) {}
}
