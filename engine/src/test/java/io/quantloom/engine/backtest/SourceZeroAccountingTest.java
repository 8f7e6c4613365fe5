package io.quantloom.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.backtest.TeachingReport.Step;
import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.experiment.InMemoryRunStore;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.InMemoryBarStore;
import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.engine.strategy.StrategySpec.Accounting;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceZeroAccountingTest {

    private static final double TIGHT = 1e-12;

    private final InMemoryRunStore runs = new InMemoryRunStore(Ids.from(new Seeds(1).random()));

    @Test
    void countsAsPrintedOnAHandfulOfBars() {
        // Closes 100, 110, 99, 99, 108.9; lookback 1, threshold 5 %: changes +10 %, −10 %, 0, +10 %: signals 1, −1, 0,
        // 1.
        BacktestResult result = run(Bars.flat(100, 110, 99, 99, 108.9), 1, 0.05);

        // As printed each change times its own signal: 0.1, 0.1, 0, 0.1; mean 0.075, population deviation √0.001875.
        Step printed = steps(result).getFirst();
        assertThat(printed.totalReturn()).isEqualTo(0.3, within(TIGHT));
        assertThat(printed.sharpeRatio())
                .isEqualTo(0.075 / (Math.sqrt(0.001875) + 1e-9) * Math.sqrt(252), within(1e-9));
        assertThat(printed.maxDrawdown()).isZero();
        assertThat(printed.winRate()).isEqualTo(0.75);

        // The signal of a bar with what comes after it: 1 × −0.1, −1 × 0, 0 × 0.1.
        Step after = steps(result).get(1);
        assertThat(after.totalReturn()).isEqualTo(-0.1, within(TIGHT));
        assertThat(after.winRate()).isZero();
        assertThat(steps(result).get(4).maxDrawdown()).isEqualTo(0.1, within(TIGHT));
    }

    @Test
    void endsWithWhatTheKernelMeasured() {
        BacktestResult result = run(Bars.random(2, 300), 8, 0.02);

        Step last = steps(result).getLast();
        assertThat(last.name()).isEqualTo("measured by the kernel");
        assertThat(last.totalReturn())
                .isEqualTo(result.statistics().get("total_return").orElseThrow());
        assertThat(last.sharpeRatio())
                .isEqualTo(result.statistics().get("sharpe_ratio").orElseThrow());
    }

    @Test
    void claimsSkillOnEveryRandomWalkWhereThereIsNone() {
        // product.md, F1: 600 of 600 random walks pass source 0's gate of 1.5 and never draw down.
        double measured = 0;
        for (long seed = 0; seed < 60; seed++) {
            List<Step> steps = steps(run(Bars.random(seed, 250), 8, 0.02));
            assertThat(steps.getFirst().sharpeRatio()).isGreaterThan(1.5);
            assertThat(steps.getFirst().maxDrawdown()).isZero();
            measured += steps.getLast().sharpeRatio() / 60;
        }
        assertThat(measured).isLessThan(3);
    }

    @Test
    void isKeptWithTheRun() {
        BacktestResult result = run(Bars.random(2, 100), 4, 0.01);

        assertThat(new LoadBacktest(runs).run(result.run().orElseThrow()).orThrow())
                .isEqualTo(result);
        assertThat(runs.find(result.run().orElseThrow()).orElseThrow().params())
                .containsEntry("accounting", "source-0");
    }

    @Test
    void isNotThereUnlessAskedFor() {
        assertThat(run(Bars.random(2, 100), new StrategySpec.Momentum(4, 0.01, true))
                        .detail())
                .isEmpty();
    }

    private BacktestResult run(BarSeries bars, int lookback, double threshold) {
        return run(bars, new StrategySpec.Momentum(lookback, threshold, true, Accounting.SOURCE_0));
    }

    private BacktestResult run(BarSeries bars, StrategySpec strategy) {
        var store = new InMemoryBarStore();
        store.save(Bars.instrument(1e-8, false), bars);
        var spec = new BacktestSpec(
                new DataRange(Bars.SYMBOL, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                strategy,
                ExecutionSpec.DEFAULT,
                Finalization.LAST_CLOSE,
                42);
        return new RunBacktest(
                        store,
                        ref -> Outcome.failed(Failure.of(Failure.Reason.MISSING_DATA, "", "", "", "")),
                        runs,
                        new Events(),
                        InstantSource.fixed(Instant.EPOCH))
                .run(spec, JobContext.none())
                .orThrow();
    }

    private static List<Step> steps(BacktestResult result) {
        return ((TeachingReport) result.detail().orElseThrow()).steps();
    }
}
