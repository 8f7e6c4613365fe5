package io.quantloom.app.wiring;

import io.quantloom.engine.backtest.LoadBacktest;
import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.backtest.analysis.AnalyzeBacktest;
import io.quantloom.engine.backtest.analysis.LoadAnalysis;
import io.quantloom.engine.backtest.grid.LoadGrid;
import io.quantloom.engine.backtest.grid.RunGrid;
import io.quantloom.engine.report.CompareBacktests;
import io.quantloom.engine.report.WriteBacktestReport;

/**
 * The use cases of backtests.
 *
 * @param runBacktest runs one
 * @param loadBacktest opens recorded ones
 * @param runGrid runs one for each combination of a grid
 * @param loadGrid opens recorded grids
 * @param evidence what recorded ones are worth
 */
public record BacktestFeatures(
        RunBacktest runBacktest, LoadBacktest loadBacktest, RunGrid runGrid, LoadGrid loadGrid, Evidence evidence) {

    /**
     * What is done with recorded backtests.
     *
     * @param analyze finds out what they are worth
     * @param loadAnalysis opens what was found out
     * @param compare puts several side by side
     * @param report writes files of them
     */
    public record Evidence(
            AnalyzeBacktest analyze, LoadAnalysis loadAnalysis, CompareBacktests compare, WriteBacktestReport report) {}
}
