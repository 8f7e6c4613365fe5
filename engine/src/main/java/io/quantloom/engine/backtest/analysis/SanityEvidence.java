package io.quantloom.engine.backtest.analysis;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.analysis.rerun.CostFrontier;
import io.quantloom.engine.backtest.analysis.rerun.PerturbationScore;
import io.quantloom.engine.performance.PeriodReturn;
import java.util.List;
import java.util.Optional;

/**
 * What the alarms look at. Immutable.
 *
 * @param result the backtest
 * @param barsPerYear N
 * @param months returns of calendar months, oldest first
 * @param ambiguousBars bars in which a stop and a target were both touched, so that one was assumed
 * @param whyIdle why the strategy may not have traded, as the end of a sentence; empty when unknown
 * @param frontier when it was measured
 * @param perturbation when it was measured
 */
public record SanityEvidence(
        BacktestResult result,
        double barsPerYear,
        List<PeriodReturn> months,
        long ambiguousBars,
        Optional<String> whyIdle,
        Optional<CostFrontier> frontier,
        Optional<PerturbationScore> perturbation) {

    /** Copies the list. */
    public SanityEvidence {
        months = List.copyOf(months);
    }

    /** Returns evidence of the result alone. */
    public static SanityEvidence of(
            BacktestResult result, double barsPerYear, List<PeriodReturn> months, long ambiguousBars) {
        return new SanityEvidence(
                result, barsPerYear, months, ambiguousBars, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
