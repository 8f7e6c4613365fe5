package io.quantloom.engine.backtest;

import io.quantloom.engine.backtest.fast.Certificate;
import io.quantloom.engine.backtest.fast.Certifier;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.strategy.Strategy;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Certifies that the fast path and the trading kernel agree on a strategy and its data, fill by fill and bar by bar;
 * records nothing and needs no store. Immutable.
 */
public final class CertifyStrategy {

    private final SimulateBacktest kernel;
    private final Certifier certifier;

    /**
     * Takes how to trade what.
     *
     * @param cooldownBars bars to stay flat after a position was left
     */
    public CertifyStrategy(
            ExecutionSpec execution,
            Finalization finalization,
            Instrument instrument,
            FundingRates funding,
            int cooldownBars) {
        this.kernel = new SimulateBacktest(execution, finalization, instrument, funding, cooldownBars);
        this.certifier = new Certifier(execution, finalization, instrument, funding, cooldownBars);
    }

    /**
     * Runs both and compares them.
     *
     * @param bars all of them are traded, at least one
     * @param strategies makes a fresh strategy
     */
    public Outcome<Certificate> run(BarSeries bars, Supplier<Strategy> strategies, JobContext context) {
        Strategy strategy = strategies.get();
        return kernel.run("certify", bars, strategy, Trials.single(), OptionalLong.empty(), context)
                .map(result -> given(bars, strategy, result));
    }

    /** Returns the known certificate while it holds for this strategy and these bars, else a new one. */
    public Outcome<Certificate> renew(
            Certificate known, BarSeries bars, Supplier<Strategy> strategies, JobContext context) {
        return certifier.basis(bars, strategies.get()).filter(known::isFor).isPresent()
                ? Outcome.success(known)
                : run(bars, strategies, context);
    }

    /**
     * Returns the certificate of what the kernel gave.
     *
     * @param strategy the one it was given by
     */
    Certificate given(BarSeries bars, Strategy strategy, BacktestResult result) {
        return certifier.compare(bars, strategy, result.fills(), result.trades(), result.equity());
    }
}
