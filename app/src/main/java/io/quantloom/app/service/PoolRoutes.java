package io.quantloom.app.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.quantloom.app.wiring.PredictionFeatures;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.prediction.PredictBatch;
import io.quantloom.engine.prediction.Prediction;
import io.quantloom.engine.registry.Trend;
import io.quantloom.engine.registry.TrendModels.Served;
import io.quantloom.engine.registry.TrendTags;
import java.util.Optional;

/** {@code GET /models} and {@code GET /prediction}: source 2's service over the versions in service. */
final class PoolRoutes {

    private final PredictionFeatures predictions;

    PoolRoutes(PredictionFeatures predictions) {
        this.predictions = predictions;
    }

    void models(Context context) {
        ArrayNode models = JsonNodeFactory.instance.arrayNode();
        predictions.models().all().forEach(served -> models.add(model(served)));
        Answers.give(context, models);
    }

    void prediction(Context context) {
        String symbol = context.queryParam("symbol");
        String word = context.queryParam("trend_type");
        if (symbol == null || symbol.isBlank() || word == null) {
            Answers.fail(
                    context, 400, "The query needs symbol and trend_type, for example ?symbol=SOL&trend_type=uptrend.");
            return;
        }
        Optional<Trend> trend = Trend.parse(word);
        if (trend.isEmpty()) {
            Answers.fail(context, 400, "trend_type must be uptrend or downtrend.");
        } else if (predictions.models().find(symbol, trend.get()).isEmpty()) {
            Answers.fail(context, 404, PredictBatch.notFound(symbol, word));
        } else {
            answer(context, predictions.predictBatch().answer(symbol, trend.get()));
        }
    }

    private static void answer(Context context, Outcome<Prediction> outcome) {
        switch (outcome) {
            case Outcome.Success<Prediction>(var prediction) ->
                Answers.give(
                        context,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("prediction_probabilities", prediction.probability())
                                .put("symbol", prediction.symbol())
                                .put("trend_type", prediction.trend().text())
                                .put("as_of", prediction.asOf().toString())
                                .put("model", prediction.model())
                                .put("version", prediction.version()));
            case Outcome.Failed<Prediction>(var failure) -> Answers.fail(context, 503, failure.sentence());
            case Outcome.Canceled<Prediction> _ -> Answers.fail(context, 503, "canceled");
        }
    }

    private static ObjectNode model(Served served) {
        TrendTags tags = served.tags();
        ObjectNode model = JsonNodeFactory.instance
                .objectNode()
                .put("symbol", tags.symbol())
                .put("trend_type", tags.trend().text());
        ObjectNode importance = model.putObject("feature_importance");
        tags.featureImportance().forEach(importance::put);
        ObjectNode metrics = model.putObject("performance_metrics");
        for (String key : TrendTags.METRICS) {
            metrics.put(key, served.version().metrics().get(key));
        }
        tags.targetPct().ifPresentOrElse(target -> model.put("target_pct", target), () -> model.putNull("target_pct"));
        tags.windowDays()
                .ifPresentOrElse(
                        days -> model.put("prediction_window_days", days),
                        () -> model.putNull("prediction_window_days"));
        return model.put("model", served.version().model())
                .put("version", served.version().version())
                .put("classifier", tags.classifier());
    }
}
