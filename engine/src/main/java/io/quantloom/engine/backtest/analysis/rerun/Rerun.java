package io.quantloom.engine.backtest.analysis.rerun;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.base.JobContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a recorded backtest again with something changed. Used by one thread. */
public interface Rerun {

    /** {@return the fee of the backtest} */
    double fee();

    /** {@return the slippage of the backtest, in bps} */
    double slippageBps();

    /** {@return what of the strategy can be perturbed, in the order of the specification} */
    List<Parameter> parameters();

    /** {@return whether the parameters together make a strategy} */
    boolean isPossible(Map<String, Double> parameters);

    /** Runs the variant; empty when it was canceled. */
    Optional<BacktestResult> run(Variant variant, JobContext context);

    /** {@return why the strategy, not the account, may not have traded, as the end of a sentence; empty when unknown} */
    Optional<String> whyIdle();
}
