package io.quantloom.engine.registry;

import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.model.ModelCard;
import io.quantloom.engine.model.StrategyCard;
import io.quantloom.engine.model.VersionCard;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One version of a registered model, never changed once made: a model, or a strategy without one. Immutable.
 *
 * @param model name of the registered model
 * @param version counts from 1
 * @param created when it was registered
 * @param run the run that made it
 * @param card how it was made and trades
 * @param gates what was measured at registration; empty when gates were not run
 * @param metrics of its holdout backtest, or of a strategy's backtest, by key
 * @param tags by name
 */
public record ModelVersion(
        String model,
        int version,
        Instant created,
        RunId run,
        VersionCard card,
        List<GateResult> gates,
        SortedMap<String, Double> metrics,
        SortedMap<String, String> tags) {

    /** Copies the collections. */
    public ModelVersion {
        gates = List.copyOf(gates);
        metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    /** {@return the model's card; empty for a strategy without a model} */
    public Optional<ModelCard> modelCard() {
        return card instanceof ModelCard model ? Optional.of(model) : Optional.empty();
    }

    /** {@return the strategy's card; empty for a model} */
    public Optional<StrategyCard> strategyCard() {
        return card instanceof StrategyCard strategy ? Optional.of(strategy) : Optional.empty();
    }

    /** {@return whether gates were run and every one passed} */
    public boolean isGated() {
        return !gates.isEmpty() && gates.stream().allMatch(GateResult::passed);
    }
}
