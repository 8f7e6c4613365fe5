package io.quantloom.engine.backtest.fast;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.execution.EntryRule;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.execution.Matching;
import io.quantloom.engine.execution.SizingRule;
import io.quantloom.engine.execution.Slippage;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import java.util.ArrayList;
import java.util.List;
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

    /** {@return why the fast path does not do the specification, as a noun; empty when it does} */
    public static Optional<String> refusal(ExecutionSpec execution) {
        if (execution.isPlain()) {
            return Optional.empty();
        }
        var reasons = new ArrayList<String>();
        note(reasons, execution.account().maintenanceMargin().isPresent(), "a maintenance margin");
        note(reasons, !(execution.sizing().rule() instanceof SizingRule.AllIn), "a sizing other than all-in");
        note(reasons, !execution.costs().fees().isFlat(), "fees other than one fraction of the notional");
        note(reasons, !(execution.costs().slippage() instanceof Slippage.Bps), "slippage that follows the market");
        note(reasons, execution.costs().borrow() != 0, "a borrow cost");
        note(reasons, execution.exits().trailingStop().isPresent(), "a trailing stop");
        note(reasons, !execution.matching().equals(Matching.DEFAULT), "fills other than whole at the next open");
        note(reasons, !execution.entry().equals(EntryRule.MARKET), "entries other than at the market");
        return Optional.of(reasons.isEmpty() ? "an execution that is not plain" : String.join(", ", reasons));
    }

    private static void note(List<String> reasons, boolean applies, String reason) {
        if (applies) {
            reasons.add(reason);
        }
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
