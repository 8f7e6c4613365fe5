package io.quantloom.engine.journal;

import java.util.ArrayList;
import java.util.List;

/** The twin of the journal: same contract, no disk. Safe for use by several threads. */
public final class InMemoryJournal implements Journal {

    private final List<Entry> entries = new ArrayList<>();

    @Override
    public synchronized long append(String type, String payload) {
        long sequence = entries.size() + 1L;
        entries.add(new Entry(sequence, type, payload));
        return sequence;
    }

    @Override
    public synchronized List<Entry> after(long sequence) {
        if (sequence >= entries.size()) {
            return List.of();
        }
        return List.copyOf(entries.subList((int) Math.max(0, sequence), entries.size()));
    }
}
