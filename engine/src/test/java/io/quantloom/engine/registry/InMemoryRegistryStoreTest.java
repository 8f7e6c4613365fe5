package io.quantloom.engine.registry;

class InMemoryRegistryStoreTest extends RegistryStoreContract {

    @Override
    protected RegistryStore create() {
        return new InMemoryRegistryStore();
    }
}
