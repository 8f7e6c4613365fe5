package io.quantloom.ui.predictions;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Partial;
import io.quantloom.engine.model.explanation.Waterfall;
import io.quantloom.engine.prediction.Prediction;
import io.quantloom.engine.prediction.PredictionStore;
import io.quantloom.engine.registry.Trend;
import io.quantloom.engine.registry.TrendModels.Served;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the Predictions screen needs of the engine.
 *
 * @param store what models said
 * @param served the trend models in service
 * @param batch asks them
 * @param explain says how an answer came about
 */
public record PredictionsPorts(PredictionStore store, Supplier<List<Served>> served, Batch batch, Explain explain) {

    /** Asks every model in service for a trend. */
    @FunctionalInterface
    public interface Batch {

        /** Returns what was said, and a failure for each model that could not answer; blocking. */
        Outcome<Partial<List<Prediction>>> run(Trend trend, List<String> symbols, JobContext context);
    }

    /** Says how an answer came about. */
    @FunctionalInterface
    public interface Explain {

        /** Returns each feature's part in what was said; blocking. */
        Outcome<Waterfall> run(Prediction prediction, JobContext context);
    }
}
