package io.quantloom.engine.backtest;

import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.strategy.StrategySpec;

/**
 * A complete backtest (contracts.md, Backtest specification). Immutable.
 *
 * @param data which bars
 * @param strategy what decides
 * @param execution account, sizing, costs, exits
 * @param finalization what happens to an open position at the end
 * @param seed recorded; the kernel itself draws nothing
 * @param plan how it goes through the bars
 */
public record BacktestSpec(
        DataRange data,
        StrategySpec strategy,
        ExecutionSpec execution,
        Finalization finalization,
        long seed,
        BacktestPlan plan) {

    /** Returns a backtest of one strategy over all bars of one instrument. */
    public BacktestSpec(
            DataRange data, StrategySpec strategy, ExecutionSpec execution, Finalization finalization, long seed) {
        this(data, strategy, execution, finalization, seed, new BacktestPlan.Single());
    }

    /** Returns this specification with another seed. */
    public BacktestSpec withSeed(long other) {
        return new BacktestSpec(data, strategy, execution, finalization, other, plan);
    }

    /** Returns this specification with another plan. */
    public BacktestSpec with(BacktestPlan other) {
        return new BacktestSpec(data, strategy, execution, finalization, seed, other);
    }
}
