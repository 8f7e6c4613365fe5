package io.quantloom.engine.model;

/**
 * A registered version, loaded and verified. Closing it frees the model.
 *
 * @param name the registered model
 * @param version its version
 * @param gated whether its gates were run and passed
 * @param card how it was made and trades
 * @param model the classifier
 */
public record ServedModel(String name, int version, boolean gated, ModelCard card, TrainedModel model)
        implements ServedVersion {
    @Override
    public void close() {
        model.close();
    }
}
