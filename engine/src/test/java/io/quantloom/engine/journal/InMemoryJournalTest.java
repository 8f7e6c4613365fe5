package io.quantloom.engine.journal;

class InMemoryJournalTest extends JournalContract {

    @Override
    protected Journal create() {
        return new InMemoryJournal();
    }
}
