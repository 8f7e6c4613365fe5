package io.quantloom.engine.trading;

class InMemoryBotStoreTest extends BotStoreContract {

    @Override
    protected BotStore create() {
        return new InMemoryBotStore();
    }
}
