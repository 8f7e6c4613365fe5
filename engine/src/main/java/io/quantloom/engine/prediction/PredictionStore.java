package io.quantloom.engine.prediction;

import io.quantloom.engine.registry.Trend;
import java.util.List;
import java.util.Optional;

/**
 * Where predictions live. Implementations are safe for use by several threads. Technical faults end as
 * {@link io.quantloom.engine.base.StoreException}.
 */
public interface PredictionStore {

    /** Writes a prediction, in place of an earlier one of the same model, version and bar. */
    void save(Prediction prediction);

    /** {@return the newest prediction of the model by bar, of one bar the last written} */
    Optional<Prediction> latest(String model);

    /** {@return the newest prediction of each model, ascending by model} */
    List<Prediction> latest();

    /** {@return predictions for the symbol and the trend, the newest bar first, of one bar the last written first} */
    List<Prediction> history(String symbol, Trend trend, int limit);
}
