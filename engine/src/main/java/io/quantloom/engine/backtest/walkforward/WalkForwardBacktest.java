package io.quantloom.engine.backtest.walkforward;

import io.quantloom.engine.backtest.BacktestPlan.Candidate;
import io.quantloom.engine.backtest.BacktestPlan.WalkForward;
import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.SimulateBacktest;
import io.quantloom.engine.backtest.WalkForwardReport;
import io.quantloom.engine.backtest.WalkForwardReport.Window;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.strategy.MakeStrategy;
import io.quantloom.engine.strategy.StitchedStrategy;
import io.quantloom.engine.strategy.StrategyText;
import io.quantloom.engine.strategy.custom.StrategyFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Walks a strategy forward: on each training window every candidate is backtested alone, the one with the highest objective
 * (the first of equals) is warmed up on that window and decides over the test window after it. All test windows are traded as
 * one account, so that the curve is stitched of bars no parameter was chosen on; a position is carried over a window's border,
 * only who decides changes. Where no candidate has the objective, the account is flat.
 */
public final class WalkForwardBacktest {

    private final SimulateBacktest simulation;
    private final MakeStrategy strategies;
    private final WalkForward plan;
    private final double barsPerYear;

    /**
     * Takes how to trade.
     *
     * @param simulation of the account, for training windows alone and for the stitched test windows
     * @param barsPerYear for the Sharpe ratio of a window
     */
    public WalkForwardBacktest(
            SimulateBacktest simulation, MakeStrategy strategies, WalkForward plan, double barsPerYear) {
        this.simulation = simulation;
        this.strategies = strategies;
        this.plan = plan;
        this.barsPerYear = barsPerYear;
    }

    private record Border(int trainFrom, int testFrom, int testTo) {}

    private record Chosen(Optional<Candidate> candidate, double objective) {}

    /**
     * Returns the stitched result with the table of windows; it belongs to no run. MISSING_DATA when the bars hold no window,
     * INVALID when a custom strategy breaks at a bar.
     */
    public Outcome<BacktestResult> run(BarSeries bars, JobContext context) {
        try {
            return walk(bars, context);
        } catch (StrategyFault e) {
            return Outcome.failed(e.failure());
        }
    }

    private Outcome<BacktestResult> walk(BarSeries bars, JobContext context) {
        List<Border> borders = borders(bars);
        if (borders.isEmpty()) {
            return Outcome.failed(Failure.of(
                    Reason.MISSING_DATA,
                    "bars over at least " + days(plan.train()) + " to train and one bar to test",
                    days(Duration.ofMillis(length(bars))),
                    bars.key().toString() + ", walk_forward",
                    "import more bars or shorten the windows"));
        }
        List<Chosen> chosen = new ArrayList<>();
        List<StitchedStrategy.Leg> legs = new ArrayList<>();
        for (int w = 0; w < borders.size(); w++) {
            JobContext part = context.part(
                    "window " + (w + 1) + " of " + borders.size(),
                    0.95 * w / borders.size(),
                    0.95 * (w + 1) / borders.size());
            Border border = borders.get(w);
            BarSeries train = bars.slice(border.trainFrom, border.testFrom);
            switch (choose(train, part)
                    .then(best -> leg(best, train, border).map(leg -> {
                        chosen.add(best);
                        return leg;
                    }))) {
                case Outcome.Success<StitchedStrategy.Leg>(var leg) -> legs.add(leg);
                case Outcome.Failed<StitchedStrategy.Leg>(var failure) -> {
                    return Outcome.failed(failure);
                }
                case Outcome.Canceled<StitchedStrategy.Leg> _ -> {
                    return Outcome.canceled();
                }
            }
        }
        BarSeries tests = bars.slice(borders.getFirst().testFrom, borders.getLast().testTo);
        return simulation
                .run(
                        title(),
                        tests,
                        new StitchedStrategy(legs),
                        Trials.single(),
                        OptionalLong.of(tests.openTime(0)),
                        context.part("trade", 0.95, 1))
                .map(result -> result.with(report(bars, borders, chosen, result)));
    }

    private String title() {
        return "walk-forward of " + plan.candidates().size() + " × "
                + StrategyText.title(plan.candidates().getFirst().strategy()).split(" ", 2)[0];
    }

    // The windows of time are those of the factory: one test window after the other, the last one may be shorter.
    private List<Border> borders(BarSeries bars) {
        long begin = bars.openTime(0);
        long end = begin + length(bars);
        List<Border> borders = new ArrayList<>();
        for (long start = begin + plan.train().toMillis();
                start < end;
                start += plan.test().toMillis()) {
            int from = bars.firstAtOrAfter(start);
            int to = bars.firstAtOrAfter(start + plan.test().toMillis());
            int trainFrom = plan.anchored()
                    ? 0
                    : bars.firstAtOrAfter(start - plan.train().toMillis());
            if (from < to && trainFrom < from) {
                borders.add(new Border(trainFrom, from, to));
            }
        }
        return borders;
    }

    private static long length(BarSeries bars) {
        return bars.openTime(bars.size() - 1) + bars.key().timeframe().millis() - bars.openTime(0);
    }

    private Outcome<Chosen> choose(BarSeries train, JobContext context) {
        Chosen best = new Chosen(Optional.empty(), Double.NEGATIVE_INFINITY);
        int count = plan.candidates().size();
        for (int i = 0; i < count; i++) {
            if (context.isCanceled()) {
                return Outcome.canceled();
            }
            Candidate candidate = plan.candidates().get(i);
            JobContext part =
                    context.part("candidate " + (i + 1) + " of " + count, (double) i / count, (i + 1.0) / count);
            Outcome<BacktestResult> tried = strategies
                    .run(candidate.strategy())
                    .then(strategy ->
                            simulation.run("train", train, strategy, Trials.single(), OptionalLong.empty(), part));
            switch (tried) {
                case Outcome.Success<BacktestResult>(var result) -> {
                    OptionalDouble objective =
                            result.statistics().get(plan.objective().key());
                    if (objective.isPresent() && objective.getAsDouble() > best.objective) {
                        best = new Chosen(Optional.of(candidate), objective.getAsDouble());
                    }
                }
                case Outcome.Failed<BacktestResult>(var failure) -> {
                    return Outcome.failed(failure);
                }
                case Outcome.Canceled<BacktestResult> _ -> {
                    return Outcome.canceled();
                }
            }
        }
        return Outcome.success(best);
    }

    private Outcome<StitchedStrategy.Leg> leg(Chosen chosen, BarSeries train, Border border) {
        int bars = border.testTo - border.testFrom;
        if (chosen.candidate.isEmpty()) {
            return Outcome.success(new StitchedStrategy.Leg(Optional.empty(), bars));
        }
        return strategies.run(chosen.candidate.get().strategy()).map(strategy -> {
            StitchedStrategy.warmUp(strategy, train);
            return new StitchedStrategy.Leg(Optional.of(strategy), bars);
        });
    }

    private WalkForwardReport report(BarSeries bars, List<Border> borders, List<Chosen> chosen, BacktestResult result) {
        int first = borders.getFirst().testFrom;
        var stitched = new StitchedWindows(result, bars.slice(first, borders.getLast().testTo), barsPerYear);
        List<Window> windows = new ArrayList<>();
        for (int w = 0; w < borders.size(); w++) {
            Border border = borders.get(w);
            Map<String, String> parameters =
                    chosen.get(w).candidate.map(Candidate::parameters).orElse(Map.of());
            windows.add(stitched.window(
                    bars.openTime(border.trainFrom),
                    border.testFrom - first,
                    border.testTo - first,
                    parameters,
                    parameters.isEmpty() ? Double.NaN : chosen.get(w).objective));
        }
        return new WalkForwardReport(plan.objective().key(), plan.candidates().size(), plan.impossible(), windows);
    }

    private static String days(Duration length) {
        return length.toDays() > 0 ? length.toDays() + " days" : length.toHours() + " hours";
    }
}
