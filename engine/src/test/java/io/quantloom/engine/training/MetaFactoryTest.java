package io.quantloom.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.BacktestSpec;
import io.quantloom.engine.backtest.DataRange;
import io.quantloom.engine.backtest.LoadBacktest;
import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.dataset.FeatureSets;
import io.quantloom.engine.dataset.label.PrimarySignal;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.prediction.InMemoryPredictionStore;
import io.quantloom.engine.prediction.PredictBatch;
import io.quantloom.engine.prediction.Prediction;
import io.quantloom.engine.registry.Alias;
import io.quantloom.engine.registry.RegisteredModels;
import io.quantloom.engine.registry.Trend;
import io.quantloom.engine.registry.TrendModels;
import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.training.tracking.FactoryReport.Status;
import io.quantloom.engine.training.tracking.FactoryReport.SymbolReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A model that judges another's signals, from its label to its predictions. */
class MetaFactoryTest {

    private static final PrimarySignal PRIMARY = new PrimarySignal.SmaCross(4, 12);
    private static final String CONFIG = """
        name: judge
        symbols: [ALVORA-USD]
        label: {type: meta, primary: {type: sma-cross, fast: 4, slow: 12}, take_profit: 2, stop_loss: 2, horizon: 24}
        validation: {train: 60d, test: 30d}
        study: {trials: 2, batch: 2, search: {rounds: [5, 10], min_child_weight: [1, 3], threshold: [0.45, 0.5]}}
        backtest: {holdout: 30d, threshold: 0.5, exit_threshold: 0.4, exits: {stop_loss: label, take_profit: label}}
        gates: [{metric: max_drawdown, at_most: 0.99}]
        register: {model: "{symbol}_{trend}", alias: Champion}
        """;

    private final Factory factory = Factory.small();
    private final FactorySpec spec = Factory.spec(CONFIG);
    private final SymbolReport report =
            factory.use().run(spec, JobContext.none()).orThrow().symbols().getFirst();
    private final RegisteredModels models = new RegisteredModels(factory.registry, factory.artifacts, Factory.LEARNERS);

    @Test
    void tradesTheSidesOfItsPrimaryAloneAndTheRegisteredModelTradesTheSame() {
        assertThat(report.reason()).isEmpty();
        assertThat(report.status()).isEqualTo(Status.PASSED);
        assertThat(report.model()).contains("ALVORA-USD_meta");
        BacktestResult holdout =
                new LoadBacktest(factory.runs).run(report.run().orElseThrow()).orThrow();
        BarSeries bars = bars();
        int[] sides = PRIMARY.sides(bars);
        Set<Integer> traded = new TreeSet<>();
        holdout.trades().forEach(trade -> {
            int entry = bars.firstAtOrAfter(trade.entryTime());
            int side = trade.isLong() ? 1 : -1;
            // Filled at the open after the close that decided.
            assertThat(sides[entry - 1]).isEqualTo(side);
            traded.add(side);
        });

        assertThat(traded).containsExactly(-1, 1);
        BacktestResult again = backtest(holdout.equity().time(0));
        assertThat(again.fills()).isNotEmpty().isEqualTo(holdout.fills());
        assertThat(again.equity().values()).isEqualTo(holdout.equity().values());
    }

    @Test
    void thePoolAsksItForTheTrendItsPrimarySays() {
        BarSeries bars = bars();
        Trend says = PRIMARY.sides(bars)[bars.size() - 1] > 0 ? Trend.UPTREND : Trend.DOWNTREND;
        var predict = new PredictBatch(
                new TrendModels(factory.registry),
                models,
                FeatureSets.builtIn(),
                factory.bars,
                new InMemoryPredictionStore(),
                factory.clock);

        for (Trend trend : Trend.values()) {
            List<Prediction> said =
                    predict.run(trend, List.of(), JobContext.none()).orThrow().value();
            assertThat(said).extracting(Prediction::trend).isEqualTo(trend == says ? List.of(says) : List.of());
        }
        assertThat(predict.answer("ALVORA", says).orThrow().model()).isEqualTo("ALVORA-USD_meta");
        assertThat(new TrendModels(factory.registry).all()).isEmpty();
    }

    private BarSeries bars() {
        return factory.bars.load(factory.bars.catalog().getFirst().key()).orElseThrow();
    }

    private BacktestResult backtest(long from) {
        var data = new DataRange(
                report.symbol(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Instant.ofEpochMilli(from)),
                Optional.empty());
        var strategy = new StrategySpec.Model(
                ModelRef.ofAlias("ALVORA-USD_meta", Alias.CHAMPION),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty());
        return new RunBacktest(factory.bars, models, factory.runs, factory.events, factory.clock)
                .run(
                        new BacktestSpec(data, strategy, spec.trading().execution(), Finalization.LAST_CLOSE, 42),
                        JobContext.none())
                .orThrow();
    }
}
