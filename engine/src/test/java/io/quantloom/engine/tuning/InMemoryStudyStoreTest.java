package io.quantloom.engine.tuning;

class InMemoryStudyStoreTest extends StudyStoreContract {

    @Override
    protected StudyStore create() {
        return new InMemoryStudyStore();
    }
}
