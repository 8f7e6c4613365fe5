package io.quantloom.engine.backtest.fast;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import java.util.Optional;

/**
 * Trades signals over a prepared series under one specification: fills, trades and equity are those of
 * {@code execution.TradingKernel} to the bit, at a fraction of its time. What it cannot do it refuses. Immutable and safe
 * for use by several threads, each with its own {@link Scratch}; cheap to make, so that a grid makes one for each
 * combination of costs and exits.
 */
public final class FastBacktest {

    /** Version of the arithmetic here: raised whenever a change could change a result, so that certificates end. */
    public static final int VERSION = 1;

    private final FastMarket market;
    private final ExecutionSpec execution;
    private final Finalization finalization;
    private final int cooldownBars;

    private FastBacktest(FastMarket market, ExecutionSpec execution, Finalization finalization, int cooldownBars) {
        this.market = market;
        this.execution = execution;
        this.finalization = finalization;
        this.cooldownBars = cooldownBars;
    }

    /** Prepares the series and the run without a cooldown; {@link #of(FastMarket, ExecutionSpec, Finalization, int)}. */
    public static Outcome<FastBacktest> of(
            BarSeries bars,
            FundingRates funding,
            Instrument instrument,
            ExecutionSpec execution,
            Finalization finalization) {
        return of(FastMarket.of(bars, funding, instrument), execution, finalization, 0);
    }

    /**
     * Prepares a run; NOT_APPLICABLE with the reason when the fast path does not do the specification.
     *
     * @param cooldownBars bars to stay flat after a position was left, zero or more
     */
    public static Outcome<FastBacktest> of(
            FastMarket market, ExecutionSpec execution, Finalization finalization, int cooldownBars) {
        if (cooldownBars < 0) {
            throw new IllegalArgumentException("a cooldown must be zero or more bars, was " + cooldownBars);
        }
        Optional<String> refusal = refusal(execution);
        return refusal.isPresent()
                ? Outcome.failed(Failure.of(
                        Reason.NOT_APPLICABLE,
                        "an execution that the fast path does",
                        refusal.get(),
                        "the fast path of backtests",
                        "use the trading kernel"))
                : Outcome.success(new FastBacktest(market, execution, finalization, cooldownBars));
    }

    /** {@return why the fast path does not do the specification; empty when it does} */
    public static Optional<String> refusal(ExecutionSpec execution) {
        double stop = execution.exits().stopLoss().fraction().orElse(Double.NaN);
        double take = execution.exits().takeProfit().fraction().orElse(Double.NaN);
        return Double.isInfinite(stop) || Double.isInfinite(take)
                ? Optional.of("an exit at an infinite distance")
                : Optional.empty();
    }

    /**
     * Trades the signals.
     *
     * @return the run, until the scratch is used again
     */
    public FastRun run(Signals signals, Scratch scratch) {
        long generation = scratch.begin(market.bars().size());
        var trader = new ColumnTrader(this, signals, scratch);
        trader.trade();
        return new FastRun(this, signals, trader, scratch, generation);
    }

    /** {@return the series} */
    public FastMarket market() {
        return market;
    }

    /** {@return account, sizing, costs and exits} */
    public ExecutionSpec execution() {
        return execution;
    }

    /** {@return what happens to a position that is open at the end} */
    public Finalization finalization() {
        return finalization;
    }

    /** {@return bars to stay flat after a position was left} */
    public int cooldownBars() {
        return cooldownBars;
    }
}
