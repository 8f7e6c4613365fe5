package io.quantloom.engine.registry;

import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.backtest.grid.GridResult;
import io.quantloom.engine.backtest.grid.LoadGrid;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunQuery;
import io.quantloom.engine.experiment.RunQuery.Comparison;
import io.quantloom.engine.experiment.RunQuery.Condition;
import io.quantloom.engine.experiment.RunQuery.Field;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.performance.Statistic;
import io.quantloom.engine.strategy.StrategyReader;
import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.engine.strategy.StrategyText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts what was tried before a strategy was chosen: every backtest ever run of its kind ({@code strategy} and, for a custom
 * one, {@code name}) on the same bars, failed and canceled ones too, each combination of a grid and each candidate of a
 * walk-forward. The same settings twice are one trial.
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
        Map<String, Tried> bySettings = new TreeMap<>();
        for (Run run : tried) {
            if (isGrid(run) ? isGridOf(run, chosen) : family(run).equals(family(chosen))) {
                bySettings.merge(
                        new TreeMap<>(run.params()).toString(),
                        isGrid(run) ? grid(run) : single(run),
                        (one, other) -> one.sharpes().isEmpty() ? other : one);
            }
        }
        int count = bySettings.values().stream().mapToInt(Tried::count).sum();
        // Annualized alike, so the factor of one is the factor of all.
        double factor = chosen.metrics().getOrDefault(Statistic.SHARPE_RATIO.key(), Double.NaN) / perBar;
        double[] sharpes = bySettings.values().stream()
                .flatMap(each -> each.sharpes().stream())
                .mapToDouble(sharpe -> sharpe / factor)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return Trials.of(Math.max(1, count), sharpes);
    }

    /** How many trials a run stands for, and the Sharpe ratios that are known of them. */
    private record Tried(int count, List<Double> sharpes) {}

    // The candidates of a walk-forward were tried too; they leave no curve of all the bars.
    private static Tried single(Run run) {
        Optional<Double> sharpe = Optional.ofNullable(run.metrics().get(Statistic.SHARPE_RATIO.key()));
        int candidates = Integer.parseInt(run.params().getOrDefault("candidates", "1"));
        return new Tried(
                candidates, candidates > 1 ? List.of() : sharpe.stream().toList());
    }

    private Tried grid(Run run) {
        if (!(new LoadGrid(runs).run(run.id()) instanceof Outcome.Success<GridResult>(var grid))) {
            return new Tried(1, List.of());
        }
        List<Double> sharpes = new ArrayList<>();
        for (int row = 0; row < grid.table().size(); row++) {
            grid.table().inSample(Statistic.SHARPE_RATIO, row).ifPresent(sharpes::add);
        }
        return new Tried(grid.table().size(), sharpes);
    }

    private static boolean isGrid(Run run) {
        return run.tag(Tags.KIND).filter("grid"::equals).isPresent();
    }

    // What a grid tried is told by its file alone; one that cannot be read counts.
    private boolean isGridOf(Run grid, Run chosen) {
        return switch (runs.loadArtifact(grid.id(), RunBacktest.SPEC)
                .then(bytes -> StrategyReader.ofSpecification("grid", new String(bytes, StandardCharsets.UTF_8)))) {
            case Outcome.Success<StrategySpec>(var strategy) ->
                family(StrategyText.params(strategy)).equals(family(chosen));
            case Outcome.Failed<StrategySpec> _, Outcome.Canceled<StrategySpec> _ -> true;
        };
    }

    private static String family(Run run) {
        return family(run.params());
    }

    private static String family(Map<String, String> params) {
        return params.getOrDefault("strategy", "") + " " + params.getOrDefault("name", "");
    }
}
