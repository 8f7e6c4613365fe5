package io.quantloom.engine.backtest.analysis.rerun;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a recorded backtest again with something changed. Used by one thread. */
public interface Rerun {

    /** {@return the fee of the backtest} */
    double fee();

    /** {@return the slippage of the backtest, in bps; 0 when it is no fixed one} */
    double slippageBps();

    /** {@return whether slippage is a fixed number of bps; one that depends on the market cannot be changed} */
    boolean hasFixedSlippage();

    /** {@return what of the strategy can be perturbed, in the order of the specification} */
    List<Parameter> parameters();

    /** {@return whether the parameters together make a strategy} */
    boolean isPossible(Map<String, Double> parameters);

    /** Runs the variant. INVALID when a custom strategy breaks. */
    Outcome<BacktestResult> run(Variant variant, JobContext context);

    /** {@return why the strategy, not the account, may not have traded, as the end of a sentence; empty when unknown} */
    Optional<String> whyIdle();
}
