package io.quantloom.engine.model;

import io.quantloom.engine.dataset.FeatureSets;

/**
 * A registered version, loaded and verified. Closing it frees the model.
 *
 * @param name the registered model
 * @param version its version
 * @param gated whether its gates were run and passed
 * @param card how it was made and trades
 * @param model the classifier
 * @param features where its feature set is found
 */
public record ServedModel(
        String name, int version, boolean gated, ModelCard card, TrainedModel model, FeatureSets features)
        implements ServedVersion {

    /** Takes a model of a built-in feature set. */
    public ServedModel(String name, int version, boolean gated, ModelCard card, TrainedModel model) {
        this(name, version, gated, card, model, FeatureSets.builtIn());
    }

    @Override
    public void close() {
        model.close();
    }
}
