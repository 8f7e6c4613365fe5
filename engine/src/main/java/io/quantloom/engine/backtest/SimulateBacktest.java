package io.quantloom.engine.backtest;

import io.quantloom.engine.backtest.fast.Certificate;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.execution.Matching.Intrabar;
import io.quantloom.engine.execution.TradingKernel;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.performance.Annualization;
import io.quantloom.engine.performance.EquityCurve;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.performance.Statistics;
import io.quantloom.engine.performance.StatisticsTable;
import io.quantloom.engine.performance.TrackRecord;
import io.quantloom.engine.strategy.Strategy;
import io.quantloom.engine.strategy.custom.StrategyFault;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Runs a strategy over bars through the trading kernel and measures it; records nothing and needs no store. Immutable:
 * one simulation serves many runs.
 */
public final class SimulateBacktest {

    // Cancellation is asked for between blocks of bars, each far below a tenth of a second.
    private static final int BLOCK = 8_192;

    private final ExecutionSpec execution;
    private final Finalization finalization;
    private final Instrument instrument;
    private final FundingRates funding;
    private final int cooldownBars;
    private final Optional<BarSeries> finer;

    /** Takes how to trade what, without a cooldown. */
    public SimulateBacktest(
            ExecutionSpec execution, Finalization finalization, Instrument instrument, FundingRates funding) {
        this(execution, finalization, instrument, funding, 0);
    }

    /**
     * Takes how to trade what.
     *
     * @param cooldownBars bars to stay flat after a position was left; backtests have 0, a bot's twin the bot's
     */
    public SimulateBacktest(
            ExecutionSpec execution,
            Finalization finalization,
            Instrument instrument,
            FundingRates funding,
            int cooldownBars) {
        this(execution, finalization, instrument, funding, cooldownBars, Optional.empty());
    }

    private SimulateBacktest(
            ExecutionSpec execution,
            Finalization finalization,
            Instrument instrument,
            FundingRates funding,
            int cooldownBars,
            Optional<BarSeries> finer) {
        this.execution = execution;
        this.finalization = finalization;
        this.instrument = instrument;
        this.funding = funding;
        this.cooldownBars = cooldownBars;
        this.finer = finer;
    }

    /** Returns this simulation with bars of a shorter timeframe, which tell what came first inside a bar. */
    public SimulateBacktest resolvedWith(BarSeries shorter) {
        return new SimulateBacktest(execution, finalization, instrument, funding, cooldownBars, Optional.of(shorter));
    }

    /**
     * Runs the strategy over the bars. The result belongs to no run. INVALID when a custom strategy breaks at a bar.
     *
     * @param title for people
     * @param bars all of them are handed to the strategy and traded, at least one
     * @param strategy a fresh one
     * @param trials what {@code deflated_sharpe} is deflated by
     * @param outOfSampleFrom open time of the first bar the strategy was not fitted on; empty when nothing was fitted
     */
    public Outcome<BacktestResult> run(
            String title,
            BarSeries bars,
            Strategy strategy,
            Trials trials,
            OptionalLong outOfSampleFrom,
            JobContext context) {
        if (bars.size() == 0) {
            throw new IllegalArgumentException("a backtest needs at least one bar of " + bars.key());
        }
        if (execution.matching().intrabar() == Intrabar.FINER && finer.isEmpty()) {
            return Outcome.failed(Failure.of(
                    Reason.MISSING_DATA,
                    "bars of a shorter timeframe",
                    "none here",
                    "exits.intrabar: finer",
                    "say pessimistic; finer is for backtests of stored bars"));
        }
        try {
            return trade(title, bars, strategy, trials, outOfSampleFrom, context);
        } catch (StrategyFault e) {
            return Outcome.failed(e.failure());
        }
    }

    private Outcome<BacktestResult> trade(
            String title,
            BarSeries bars,
            Strategy strategy,
            Trials trials,
            OptionalLong outOfSampleFrom,
            JobContext context) {
        var kernel = new TradingKernel(execution, instrument, bars.key().timeframe(), funding, cooldownBars);
        finer.ifPresent(kernel::resolveWith);
        double[] equity = new double[bars.size()];
        int done = 0;
        while (done < bars.size() && !kernel.isRuined()) {
            if (context.isCanceled()) {
                return Outcome.canceled();
            }
            context.report(Progress.of(title, done, bars.size()));
            int end = Math.min(bars.size(), done + BLOCK);
            while (done < end && !kernel.isRuined()) {
                kernel.step(bars.bar(done), strategy);
                equity[done] = kernel.equity();
                done++;
            }
        }
        kernel.finish(finalization);
        equity[done - 1] = kernel.equity();
        EquityCurve curve = EquityCurve.of(
                execution.account().cash(), Arrays.copyOf(bars.openTimes(), done), Arrays.copyOf(equity, done));
        return Outcome.success(result(title, bars, strategy.firstDefined(), kernel, curve, trials, outOfSampleFrom));
    }

    private BacktestResult result(
            String title,
            BarSeries bars,
            int firstDefined,
            TradingKernel kernel,
            EquityCurve curve,
            Trials trials,
            OptionalLong outOfSampleFrom) {
        var track = new TrackRecord(
                bars,
                firstDefined,
                curve,
                kernel.trades(),
                kernel.fills(),
                kernel.fundingPaid(),
                kernel.unsentOrders(),
                kernel.ledger().borrow(),
                kernel.ambiguousBars());
        Statistics statistics = StatisticsTable.of(
                track, Annualization.of(instrument, bars.key().timeframe()), trials);
        return new BacktestResult(
                Optional.empty(),
                title,
                bars.key(),
                statistics,
                kernel.trades(),
                kernel.fills(),
                curve,
                Certificate.none("nobody compared the kernel with the fast path"),
                outOfSampleFrom,
                instrument.synthetic());
    }
}
