package io.quantloom.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bars of four hours over stored bars of one hour. */
class FinerBarsBacktestTest {

    private static final int HOURS = 4 * 300;

    private final InMemoryBarStore bars = new InMemoryBarStore();
    private final RunBacktest backtest = new RunBacktest(
            bars,
            ref -> Outcome.failed(Failure.of(Failure.Reason.MISSING_DATA, "a model", "none", ref.toString(), "")),
            new InMemoryRunStore(Ids.from(new Seeds(1).random())),
            new Events(),
            InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));
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

    private Outcome<BacktestResult> run(String intrabar) {
        BacktestSpec spec =
                BacktestFile.parse("spec.yaml", """
                    data: {symbol: TEST, timeframe: 4h}
                    strategy: {type: sma-cross, fast: 2, slow: 5}
                    exits: {stop_loss: 0.02, take_profit: 0.02, intrabar: %s}
                    """.formatted(intrabar)).orThrow();
        return backtest.run(spec, JobContext.none());
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
