package io.quantloom.ui.experiments;

import io.quantloom.engine.backtest.LoadBacktest;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.registry.RegistryStore;

/**
 * What the Experiments screen needs of the engine.
 *
 * @param runs experiments and runs
 * @param registry tells which version a run made
 * @param backtests opens recorded backtests
 */
public record ExperimentsPorts(RunStore runs, RegistryStore registry, LoadBacktest backtests) {}
