package io.quantloom.ui.registry;

import io.quantloom.engine.backtest.LoadBacktest;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.registry.PromoteModel;
import io.quantloom.engine.registry.RegistryStore;
import io.quantloom.engine.registry.RollBackModel;
import io.quantloom.engine.trading.BotStore;

/**
 * What the Registry screen needs of the engine.
 *
 * @param registry models and versions
 * @param runs names of the runs that made them
 * @param bots who follows a Champion
 * @param backtests opens recorded backtests
 * @param promote moves an alias
 * @param rollBack sets Champion back
 */
public record RegistryPorts(
        RegistryStore registry,
        RunStore runs,
        BotStore bots,
        LoadBacktest backtests,
        PromoteModel promote,
        RollBackModel rollBack) {}
