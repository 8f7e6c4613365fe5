package io.quantloom.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.backtest.analysis.AnalysisSettings;
import io.quantloom.engine.backtest.analysis.AnalyzeBacktest;
import io.quantloom.engine.backtest.analysis.rerun.CostPoint;
import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.experiment.InMemoryRunStore;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.InMemoryBarStore;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.model.ServedModel;
import io.quantloom.engine.strategy.MakeStrategy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Bars of four hours over stored bars of one hour. */
class FinerBarsBacktestTest {

    private static final int HOURS = 4 * 300;
    private static final Outcome<ServedModel> NO_MODEL =
            Outcome.failed(Failure.of(Failure.Reason.MISSING_DATA, "a model", "none", "registry", ""));

    private final InMemoryBarStore bars = new InMemoryBarStore();
    private final InMemoryRunStore runs = new InMemoryRunStore(Ids.from(new Seeds(1).random()));
    private final RunBacktest backtest = new RunBacktest(
            bars, ref -> NO_MODEL, runs, new Events(), InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));
    private final BarSeries hourly = Bars.random(5, HOURS);

    @Test
    void theStoredFinerBarsSettleMostAmbiguousBars() {
        bars.save(Bars.instrument(0.001, false), fourHourly(hourly));
        bars.save(Bars.instrument(0.001, false), hourly);

        double pessimist = ambiguous(run("pessimistic").orThrow());
        double finer = ambiguous(run("finer").orThrow());

        assertThat(pessimist).isGreaterThan(10);
        assertThat(finer).isLessThan(pessimist / 2);
    }

    @Test
    void saysThatThereAreNoFinerBars() {
        bars.save(Bars.instrument(0.001, false), fourHourly(hourly));

        assertThat(run("finer"))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.failure().sentence())
                                .contains("bars of TEST from test shorter than 4h", "exits.intrabar: finer"));
    }

    @Test
    void whatIsRunAgainForItsAnalysisSeesTheFinerBarsToo() {
        bars.save(Bars.instrument(0.001, false), fourHourly(hourly));
        bars.save(Bars.instrument(0.001, false), hourly);
        BacktestResult own = run("finer").orThrow();
        var settings = new AnalysisSettings(7, 10, 50, 0.9, List.of(0.0), List.of(0.0), 1, Optional.empty());

        CostPoint again = new AnalyzeBacktest(bars, ref -> NO_MODEL, MakeStrategy.builtIn(), runs)
                .run(own.run().orElseThrow(), settings, JobContext.none())
                .orThrow()
                .frontier()
                .orElseThrow()
                .at(0, 0, 0)
                .orElseThrow();

        assertThat(again.totalReturn())
                .isEqualTo(own.statistics().get("total_return").orElseThrow());
    }

    private Outcome<BacktestResult> run(String intrabar) {
        String text = """
            data: {symbol: TEST, timeframe: 4h}
            strategy: {type: sma-cross, fast: 2, slow: 5}
            exits: {stop_loss: 0.02, take_profit: 0.02, intrabar: %s}
            """.formatted(intrabar);
        return backtest.run(BacktestFile.parse("spec.yaml", text).orThrow(), text, JobContext.none());
    }

    private static double ambiguous(BacktestResult result) {
        return result.statistics().get("ambiguous_bars").orElseThrow();
    }

    private static BarSeries fourHourly(BarSeries of) {
        List<Bar> four = new ArrayList<>();
        for (int i = 0; i < of.size(); i += 4) {
            double high = of.high(i);
            double low = of.low(i);
            double volume = of.volume(i);
            for (int j = i + 1; j < i + 4; j++) {
                high = Math.max(high, of.high(j));
                low = Math.min(low, of.low(j));
                volume += of.volume(j);
            }
            four.add(new Bar(of.openTime(i), of.open(i), high, low, of.close(i + 3), volume));
        }
        return BarSeries.of(new SeriesKey(Bars.SYMBOL, Timeframe.parse("4h").orElseThrow(), "test"), four);
    }
}
