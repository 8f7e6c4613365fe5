package io.quantloom.engine.market;

class InMemoryBarStoreTest extends BarStoreContract {

    @Override
    protected BarStore create() {
        return new InMemoryBarStore();
    }
}
