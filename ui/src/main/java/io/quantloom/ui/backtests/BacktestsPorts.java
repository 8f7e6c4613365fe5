package io.quantloom.ui.backtests;

import io.quantloom.engine.backtest.LoadBacktest;
import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.backtest.analysis.AnalyzeBacktest;
import io.quantloom.engine.backtest.analysis.LoadAnalysis;
import io.quantloom.engine.backtest.grid.LoadGrid;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.registry.RegistryStore;
import io.quantloom.engine.report.CompareBacktests;
import io.quantloom.engine.report.WriteBacktestReport;

/**
 * What the Backtests screen needs of the engine.
 *
 * @param runs where backtests are recorded
 * @param bars prices and what can be tested
 * @param registry models that can be tested
 * @param run runs a backtest
 * @param look opens, analyzes and compares recorded ones
 */
public record BacktestsPorts(RunStore runs, BarStore bars, RegistryStore registry, RunBacktest run, Look look) {

    /**
     * What is done with recorded backtests.
     *
     * @param load opens them
     * @param loadAnalysis opens what was found out about them
     * @param analyze finds it out
     * @param loadGrid opens recorded grids
     * @param compare puts several side by side
     * @param report writes files of them
     */
    public record Look(
            LoadBacktest load,
            LoadAnalysis loadAnalysis,
            AnalyzeBacktest analyze,
            LoadGrid loadGrid,
            CompareBacktests compare,
            WriteBacktestReport report) {}
}
