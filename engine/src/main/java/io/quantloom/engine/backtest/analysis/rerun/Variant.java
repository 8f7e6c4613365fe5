package io.quantloom.engine.backtest.analysis.rerun;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Progress;
import java.util.Map;

/**
 * A backtest once more, with something changed. Immutable.
 *
 * @param fee fraction of the notional of each fill
 * @param slippageBps against us, 1/10,000 of the price
 * @param delayBars how late every decision arrives
 * @param parameters in place of the strategy's own, by name; the others stay
 */
public record Variant(double fee, double slippageBps, int delayBars, Map<String, Double> parameters) {

    /** Copies the map. */
    public Variant {
        parameters = Map.copyOf(parameters);
    }

    /** {@return the annualized Sharpe ratio of a result; NaN when undefined} */
    static double sharpe(BacktestResult result) {
        return result.statistics().get("sharpe_ratio").orElse(Double.NaN);
    }

    /** {@return the net return of a result; −1 for a ruined account} */
    static double totalReturn(BacktestResult result) {
        return result.statistics().get("total_return").orElse(result.isRuined() ? -1 : Double.NaN);
    }

    /** Returns a context that is canceled with this one and tells nothing: one of many runs has no progress of its own. */
    static JobContext quiet(JobContext context) {
        return new JobContext() {
            @Override
            public void report(Progress progress) {
                // The loop over all variants reports.
            }

            @Override
            public boolean isCanceled() {
                return context.isCanceled();
            }
        };
    }
}
