package io.quantloom.engine.registry;

import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunQuery;
import io.quantloom.engine.experiment.RunQuery.Comparison;
import io.quantloom.engine.experiment.RunQuery.Condition;
import io.quantloom.engine.experiment.RunQuery.Field;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.performance.Statistic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts what was tried before a strategy was chosen: every backtest ever run of its kind ({@code strategy} and, for a custom
 * one, {@code name}) on the same bars, failed and canceled ones too. The same settings twice are one trial.
 */
final class StrategyTrials {

    private static final int MANY = 100_000;

    private final RunStore runs;

    StrategyTrials(RunStore runs) {
        this.runs = runs;
    }

    /**
     * Returns the trials that the run was chosen from, itself among them.
     *
     * @param perBar the run's own Sharpe ratio, not annualized
     */
    Trials of(Run chosen, double perBar) {
        var sameBars = new Condition(
                Field.TAG,
                Tags.DATA_HASH,
                Comparison.EQUAL,
                chosen.tag(Tags.DATA_HASH).orElse(""));
        List<Run> tried = runs.search(new RunQuery(
                List.of(RunBacktest.EXPERIMENT), List.of(sameBars), Optional.empty(), Optional.empty(), MANY));
        Map<String, Optional<Double>> bySettings = new TreeMap<>();
        for (Run run : tried) {
            if (family(run).equals(family(chosen))) {
                bySettings.merge(
                        new TreeMap<>(run.params()).toString(),
                        Optional.ofNullable(run.metrics().get(Statistic.SHARPE_RATIO.key())),
                        (one, other) -> one.isPresent() ? one : other);
            }
        }
        // Annualized alike, so the factor of one is the factor of all.
        double factor = chosen.metrics().getOrDefault(Statistic.SHARPE_RATIO.key(), Double.NaN) / perBar;
        double[] sharpes = bySettings.values().stream()
                .flatMap(Optional::stream)
                .mapToDouble(sharpe -> sharpe / factor)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return Trials.of(Math.max(1, bySettings.size()), sharpes);
    }

    private static String family(Run run) {
        return run.params().getOrDefault("strategy", "") + " " + run.params().getOrDefault("name", "");
    }
}
