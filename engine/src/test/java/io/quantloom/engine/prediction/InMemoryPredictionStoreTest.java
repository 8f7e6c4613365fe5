package io.quantloom.engine.prediction;

class InMemoryPredictionStoreTest extends PredictionStoreContract {

    @Override
    protected PredictionStore create() {
        return new InMemoryPredictionStore();
    }
}
