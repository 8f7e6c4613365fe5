package io.quantloom.engine.report;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.LoadBacktest;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.experiment.CompareRuns;
import io.quantloom.engine.experiment.RunComparison;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.performance.EquityCurve;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** Puts recorded backtests side by side: what differs between them, and their growth from a common start. */
public final class CompareBacktests {

    private final CompareRuns runs;
    private final LoadBacktest backtests;

    /** Takes what reads runs and what opens backtests. */
    public CompareBacktests(CompareRuns runs, LoadBacktest backtests) {
        this.runs = runs;
        this.backtests = backtests;
    }

    /** Compares the backtests. Fails as {@link CompareRuns#run} and {@link LoadBacktest#run(RunId)} do. */
    public Outcome<BacktestComparison> run(List<RunId> ids, JobContext context) {
        return runs.run(ids).then(comparison -> open(ids, comparison, context));
    }

    private Outcome<BacktestComparison> open(List<RunId> ids, RunComparison comparison, JobContext context) {
        var results = new ArrayList<BacktestResult>();
        for (RunId id : ids) {
            if (context.isCanceled()) {
                return Outcome.canceled();
            }
            context.report(Progress.of(comparison.runs().get(results.size()).name(), results.size(), ids.size()));
            switch (backtests.run(id)) {
                case Outcome.Success<BacktestResult>(BacktestResult result) -> results.add(result);
                case Outcome.Failed<BacktestResult>(Failure failure) -> {
                    return Outcome.failed(failure);
                }
                case Outcome.Canceled<BacktestResult> _ -> {
                    return Outcome.canceled();
                }
            }
        }
        return Outcome.success(compared(comparison, results));
    }

    private static BacktestComparison compared(RunComparison comparison, List<BacktestResult> results) {
        OptionalLong from = results.stream()
                .map(BacktestResult::equity)
                .filter(equity -> equity.size() > 0)
                .mapToLong(equity -> equity.time(0))
                .max();
        var growth = new ArrayList<EquityCurve>();
        var missing = new ArrayList<Failure>();
        for (BacktestResult result : results) {
            EquityCurve since = growthSince(result.equity(), from.orElse(Long.MAX_VALUE));
            growth.add(since);
            if (since.size() == 0) {
                missing.add(Failure.of(
                        Reason.NOT_APPLICABLE,
                        "a bar in common with the other backtests",
                        result.title() + " on " + result.series() + " ends before "
                                + (from.isPresent() ? Instant.ofEpochMilli(from.getAsLong()) : "the first bar"),
                        "",
                        "compare it with backtests of its own time"));
            }
        }
        return new BacktestComparison(comparison, results, from, growth, missing);
    }

    /** A ruined account has nothing to grow from. */
    private static EquityCurve growthSince(EquityCurve equity, long from) {
        int first = 0;
        while (first < equity.size() && equity.time(first) < from) {
            first++;
        }
        double base = first == 0 ? equity.startingCash() : equity.value(first - 1);
        if (first == equity.size() || !(base > 0)) {
            return EquityCurve.of(1, new long[0], new double[0]);
        }
        return EquityCurve.of(
                1,
                Arrays.copyOfRange(equity.times(), first, equity.size()),
                Arrays.stream(equity.values(), first, equity.size())
                        .map(value -> value / base)
                        .toArray());
    }
}
