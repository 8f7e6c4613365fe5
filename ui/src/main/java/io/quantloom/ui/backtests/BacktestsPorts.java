package io.quantloom.ui.backtests;

import io.quantloom.engine.backtest.LoadBacktest;
import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.registry.RegistryStore;

/**
 * What the Backtests screen needs of the engine.
 *
 * @param runs where backtests are recorded
 * @param bars prices and what can be tested
 * @param registry models that can be tested
 * @param load opens recorded backtests
 * @param run runs one
 */
public record BacktestsPorts(
        RunStore runs, BarStore bars, RegistryStore registry, LoadBacktest load, RunBacktest run) {}
