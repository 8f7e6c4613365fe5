package io.quantloom.engine.trading;

import io.quantloom.engine.backtest.DataRange;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.strategy.StrategySpec;

/**
 * A paper bot (contracts.md, Bot file). Immutable.
 *
 * @param name unique
 * @param strategy what decides; a model reference by alias is looked up again at each decision
 * @param data which series it trades; its range is the session's
 * @param execution account, sizing, costs, exits
 * @param cooldownBars bars it stays flat after leaving a position, zero or more
 * @param acceptUngated whether it follows versions whose gates were not run
 */
public record BotSpec(
        String name,
        StrategySpec strategy,
        DataRange data,
        ExecutionSpec execution,
        int cooldownBars,
        boolean acceptUngated) {}
