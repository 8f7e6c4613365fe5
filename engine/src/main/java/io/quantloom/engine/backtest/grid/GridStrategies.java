package io.quantloom.engine.backtest.grid;

import io.quantloom.engine.backtest.BacktestSpec;
import io.quantloom.engine.backtest.SelectBars.Selection;
import io.quantloom.engine.backtest.fast.Signals;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.model.ModelSource;
import io.quantloom.engine.strategy.BatchForecast;
import io.quantloom.engine.strategy.MakeStrategy;
import io.quantloom.engine.strategy.Strategy;
import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.engine.strategy.TradableModel;
import io.quantloom.engine.strategy.TradableModel.LabelExits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the strategy of each combination. A model is loaded once and asked once for every bar, whatever the number of
 * combinations that trade it. Once prepared it is safe for use by several threads; closing it frees the models.
 */
final class GridStrategies implements AutoCloseable {

    private final MakeStrategy rules;
    private final Map<ModelRef, Loaded> models = new LinkedHashMap<>();

    private record Loaded(TradableModel model, List<BatchForecast> forecasts) {}

    private GridStrategies(MakeStrategy rules) {
        this.rules = rules;
    }

    /** Loads the models and lets them predict the bars of all parts. */
    static Outcome<GridStrategies> prepare(
            Iterable<ModelRef> refs,
            RunGrid.Ports ports,
            Selection selection,
            List<GridPart> parts,
            JobContext context) {
        var prepared = new GridStrategies(ports.strategies());
        Outcome<GridStrategies> outcome = Outcome.success(prepared);
        for (ModelRef ref : refs) {
            outcome = outcome.then(so -> so.add(ref, ports.models(), selection, parts, context));
        }
        if (!(outcome instanceof Outcome.Success)) {
            prepared.close();
        }
        return outcome;
    }

    /** Returns the signals of the combination; NOT_APPLICABLE when they cannot be known before the run. */
    Outcome<Signals> signals(BacktestSpec spec, int part) {
        return switch (spec.strategy()) {
            case StrategySpec.SmaCross cross -> Outcome.success(Signals.of(cross));
            case StrategySpec _ -> fresh(spec, part).then(Signals::of);
        };
    }

    /** Returns a strategy for the combination that has seen nothing; INVALID when the model cannot be traded so. */
    Outcome<Strategy> fresh(BacktestSpec spec, int part) {
        return switch (spec.strategy()) {
            case StrategySpec.Rule rule -> rules.run(rule);
            case StrategySpec.Model wanted -> {
                Loaded loaded = models.get(wanted.model());
                if (loaded == null) {
                    throw new IllegalStateException("nobody prepared " + wanted.model());
                }
                yield loaded.model()
                        .variant(wanted, labelExits(spec), loaded.forecasts().get(part));
            }
        };
    }

    @Override
    public void close() {
        models.values().forEach(loaded -> loaded.model().close());
    }

    private Outcome<GridStrategies> add(
            ModelRef ref, ModelSource source, Selection selection, List<GridPart> parts, JobContext context) {
        StrategySpec.Model asItIs = StrategySpec.Model.of(ref);
        return source.load(ref)
                .then(served -> TradableModel.of(served, asItIs, LabelExits.none()))
                .then(model -> {
                    models.put(ref, new Loaded(model, List.of()));
                    return model.forecast(selection.series(), selection.from(), context);
                })
                .map(forecast -> {
                    List<BatchForecast> ofParts = new ArrayList<>();
                    parts.forEach(part -> ofParts.add(forecast.slice(part.from(), part.to())));
                    models.computeIfPresent(ref, (_, loaded) -> new Loaded(loaded.model(), ofParts));
                    return this;
                });
    }

    private static LabelExits labelExits(BacktestSpec spec) {
        ExecutionSpec.Exits exits = spec.execution().exits();
        return new LabelExits(exits.stopLoss().fromLabel(), exits.takeProfit().fromLabel());
    }
}
