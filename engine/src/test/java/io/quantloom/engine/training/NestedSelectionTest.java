package io.quantloom.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.LoadBacktest;
import io.quantloom.engine.backtest.WalkForwardReport;
import io.quantloom.engine.backtest.WalkForwardReport.Window;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.MakeSampleMarket;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.registry.Gate;
import io.quantloom.engine.registry.GateResult;
import io.quantloom.engine.training.tracking.FactoryReport.SymbolReport;
import io.quantloom.engine.training.tracking.FactoryRuns;
import io.quantloom.engine.tuning.TrialRunner;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Windows whose settings were chosen inside their own training windows. */
class NestedSelectionTest {

    private static final int WINDOWS = 3;
    private static final int TEST_BARS = 20 * 24;
    private static final int FIRST_TEST = 75 * 24;

    private static final String CONFIG = """
        name: nested
        symbols: [ALVORA-USD]
        features: [7_day_RSI, PPO, MACD]
        label: {horizon: 12, volatility_span: 20}
        validation: {type: walk-forward, train: 75d, test: 20d, embargo: 0, nested: 3}
        study: {trials: 3, batch: 2, search: {rounds: [3, 12], eta: [0.05, 0.5], threshold: [0.5, 0.6], horizon: [6, 24]}}
        backtest: {holdout: 15d, threshold: 0.55}
        gates: [{metric: sharpe_ratio, on: nested, at_least: -100}, {metric: sharpe_ratio, at_least: 1000}]
        """;

    @Test
    void stitchesWhatWasChosenInsideEachTrainingWindow() {
        Factory factory = Factory.small();

        SymbolReport report = run(factory);

        GateResult gate = report.gates().getFirst();
        assertThat(gate.gate().basis()).isEqualTo(Gate.Basis.NESTED);
        assertThat(gate.passed()).isTrue();
        BacktestResult nested = nested(factory, report);
        assertThat(nested.equity().size()).isEqualTo(WINDOWS * TEST_BARS);
        List<Window> windows = windows(nested);
        assertThat(windows).hasSize(WINDOWS).allSatisfy(window -> {
            assertThat(window.chosen()).containsKeys("learner", "rounds", "eta", "threshold", "horizon");
            assertThat(window.inSample()).isFinite();
            assertThat(window.trainFrom()).isLessThan(window.testFrom());
        });
        Run run = factory.runs.find(report.run().orElseThrow()).orElseThrow();
        assertThat(run.metric("nested.sharpe_ratio"))
                .isEqualTo(nested.statistics().get("sharpe_ratio"));
        assertThat(gate.actual()).isEqualTo(nested.statistics().get("sharpe_ratio"));
        assertThat(run.metrics()).containsKey("stage_seconds.nested");
        // The trials inside belong to no study: what is counted is what was tried for the candidate.
        assertThat(report.trials()).isEqualTo(3);
    }

    @Test
    void choosesNothingByPricesBehindTheTrainingWindow() {
        Factory clean = Factory.small();
        Factory poisoned = Factory.small();
        int border = FIRST_TEST + TEST_BARS;
        poison(poisoned, border);

        List<Window> seen = windows(nested(clean, run(clean)));
        List<Window> others = windows(nested(poisoned, run(poisoned)));

        for (int i = 0; i < 2; i++) {
            assertThat(others.get(i).chosen()).isEqualTo(seen.get(i).chosen());
            assertThat(others.get(i).inSample()).isEqualTo(seen.get(i).inSample());
        }
        assertThat(others.get(0)).isEqualTo(seen.get(0));
        // Where the poison is trained on it is noticed: the comparison above can fail.
        assertThat(others.get(2).inSample()).isNotEqualTo(seen.get(2).inSample());
    }

    @Test
    void isTheSameOnSeveralThreads() {
        Factory alone = Factory.small();
        Factory together = Factory.small();
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            together.runner = TrialRunner.on(pool, 3);
            BacktestResult parallel = nested(together, run(together));

            assertThat(parallel.equity()).isEqualTo(nested(alone, run(alone)).equity());
        }
    }

    private static SymbolReport run(Factory factory) {
        return factory.use()
                .run(Factory.spec(CONFIG), JobContext.none())
                .orThrow()
                .symbols()
                .getFirst();
    }

    private static BacktestResult nested(Factory factory, SymbolReport report) {
        return new LoadBacktest(factory.runs)
                .run(report.run().orElseThrow(), FactoryRuns.NESTED)
                .orThrow();
    }

    private static List<Window> windows(BacktestResult result) {
        return result.detail().stream()
                .filter(WalkForwardReport.class::isInstance)
                .map(WalkForwardReport.class::cast)
                .findFirst()
                .orElseThrow()
                .windows();
    }

    /** Turns every move from the bar on upside down. */
    private static void poison(Factory factory, int from) {
        var key = new SeriesKey(new Symbol("ALVORA-USD"), Timeframe.HOUR, MakeSampleMarket.SOURCE);
        BarSeries bars = factory.bars.load(key).orElseThrow();
        double pivot = bars.close(from - 1);
        double[] opens = bars.opens();
        double[] highs = bars.highs();
        double[] lows = bars.lows();
        double[] closes = bars.closes();
        for (int i = from; i < bars.size(); i++) {
            opens[i] = pivot * pivot / bars.open(i);
            closes[i] = pivot * pivot / bars.close(i);
            highs[i] = pivot * pivot / bars.low(i);
            lows[i] = pivot * pivot / bars.high(i);
        }
        factory.bars.save(
                factory.bars.instrument(key.symbol()).orElseThrow(),
                BarSeries.ofColumns(key, bars.openTimes(), opens, highs, lows, closes, bars.volumes()));
    }
}
