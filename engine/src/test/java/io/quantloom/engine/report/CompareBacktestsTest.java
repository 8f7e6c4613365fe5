package io.quantloom.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.LoadBacktest;
import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.backtest.SaveBacktest;
import io.quantloom.engine.backtest.fast.Certificate;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.experiment.CompareRuns;
import io.quantloom.engine.experiment.InMemoryRunStore;
import io.quantloom.engine.experiment.RunDraft;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.performance.EquityCurve;
import io.quantloom.engine.performance.Statistics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CompareBacktestsTest {

    private static final long DAY = 86_400_000;

    private final InMemoryRunStore runs = new InMemoryRunStore(Ids.from(new Seeds(1).random()));
    private final CompareBacktests compare = new CompareBacktests(new CompareRuns(runs), new LoadBacktest(runs));

    @Test
    void growthBeginsAtTheBarBeforeTheFirstThatAllHave() {
        // One begins on day 0 with 100, the other on day 2 with 1,000: from day 2 on the one grew from 110, the other
        // from
        // its starting cash.
        RunId early = save("early", 100, 0, 105, 110, 121, 99);
        RunId late = save("late", 1_000, 2, 1_100, 1_050);

        BacktestComparison comparison =
                compare.run(List.of(early, late), JobContext.none()).orThrow();

        assertThat(comparison.from()).hasValue(2 * DAY);
        assertThat(comparison.growth().get(0)).isEqualTo(curve(1, 2, 121 / 110.0, 99 / 110.0));
        assertThat(comparison.growth().get(1)).isEqualTo(curve(1, 2, 1.1, 1.05));
        assertThat(comparison.missing()).isEmpty();
        assertThat(comparison.runs().runs()).hasSize(2);
    }

    @Test
    void aBacktestThatEndsBeforeIsTold() {
        RunId early = save("early", 100, 0, 105);
        RunId late = save("late", 100, 5, 105, 110);

        BacktestComparison comparison =
                compare.run(List.of(early, late), JobContext.none()).orThrow();

        assertThat(comparison.growth().get(0).size()).isZero();
        assertThat(comparison.missing()).hasSize(1);
        assertThat(comparison.missing().getFirst().sentence()).contains("early", "1970-01-06");
    }

    @Test
    void aRuinedAccountHasNothingToGrowFrom() {
        RunId ruined = save("ruined", 100, 0, 50, 0, 0);
        RunId other = save("other", 100, 2, 101);

        BacktestComparison comparison =
                compare.run(List.of(ruined, other), JobContext.none()).orThrow();

        assertThat(comparison.growth().get(0).size()).isZero();
    }

    @Test
    void aRunWithoutABacktestFails() {
        RunId one = save("one", 100, 0, 101);
        RunId plain = begin("plain");

        assertThat(compare.run(List.of(one, plain), JobContext.none())).isInstanceOf(Outcome.Failed.class);
    }

    private RunId begin(String name) {
        return runs.begin(new RunDraft("backtests", name, Optional.empty(), Instant.EPOCH, Map.of(), Map.of()))
                .id();
    }

    private RunId save(String name, double cash, int firstDay, double... values) {
        RunId run = begin(name);
        var result = new BacktestResult(
                Optional.empty(),
                name,
                new SeriesKey(new Symbol("A"), Timeframe.DAY, "test"),
                new Statistics(Map.of(), Map.of()),
                List.of(),
                List.of(),
                curve(cash, firstDay, values),
                Certificate.none("not compared"),
                OptionalLong.empty(),
                Optional.empty());
        new SaveBacktest(runs).run(run, RunBacktest.RESULT, result);
        return run;
    }

    private static EquityCurve curve(double cash, int firstDay, double... values) {
        long[] times = new long[values.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = (firstDay + i) * DAY;
        }
        return EquityCurve.of(cash, times, values.clone());
    }
}
