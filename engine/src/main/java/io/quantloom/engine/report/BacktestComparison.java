package io.quantloom.engine.report;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.experiment.RunComparison;
import io.quantloom.engine.performance.EquityCurve;
import java.util.List;
import java.util.OptionalLong;

/**
 * Backtests side by side. Immutable.
 *
 * @param runs params, metrics and tags, what differs first
 * @param results the recorded backtests, in the order of the runs
 * @param from open time of the first bar that all of them have, epoch milliseconds UTC; empty when there is none
 * @param growth of each since the bar before {@code from}: equity over the equity there, so that every curve has the
 *     starting cash 1; without values where a backtest ends before
 * @param missing why a curve is without values
 */
public record BacktestComparison(
        RunComparison runs,
        List<BacktestResult> results,
        OptionalLong from,
        List<EquityCurve> growth,
        List<Failure> missing) {

    /** Copies the lists. */
    public BacktestComparison {
        results = List.copyOf(results);
        growth = List.copyOf(growth);
        missing = List.copyOf(missing);
    }
}
