package io.quantloom.engine.prediction;

import io.quantloom.engine.registry.Trend;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The twin of the store: same contract, no disk. Safe for use by several threads. */
public final class InMemoryPredictionStore implements PredictionStore {

    /** In the order of writing. */
    private final List<Prediction> kept = new ArrayList<>();

    @Override
    public synchronized void save(Prediction prediction) {
        kept.removeIf(other -> other.model().equals(prediction.model())
                && other.version() == prediction.version()
                && other.asOf().equals(prediction.asOf()));
        kept.add(prediction);
    }

    @Override
    public synchronized Optional<Prediction> latest(String model) {
        return newestFirst().stream()
                .filter(prediction -> prediction.model().equals(model))
                .findFirst();
    }

    @Override
    public synchronized List<Prediction> latest() {
        var byModel = new TreeMap<String, Prediction>();
        newestFirst().forEach(prediction -> byModel.putIfAbsent(prediction.model(), prediction));
        return List.copyOf(byModel.values());
    }

    @Override
    public synchronized List<Prediction> history(String symbol, Trend trend, int limit) {
        return newestFirst().stream()
                .filter(prediction -> prediction.symbol().equals(symbol) && prediction.trend() == trend)
                .limit(limit)
                .toList();
    }

    private List<Prediction> newestFirst() {
        return kept.reversed().stream()
                .sorted(Comparator.comparing(Prediction::asOf).reversed())
                .toList();
    }
}
