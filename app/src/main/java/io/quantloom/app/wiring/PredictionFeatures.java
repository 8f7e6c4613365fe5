package io.quantloom.app.wiring;

import io.quantloom.engine.prediction.PredictBatch;
import io.quantloom.engine.registry.TrendModels;

/**
 * The use cases of predictions.
 *
 * @param models which trend classifiers are in service
 * @param predictBatch asks them
 */
public record PredictionFeatures(TrendModels models, PredictBatch predictBatch) {}
