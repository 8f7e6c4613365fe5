package io.quantloom.app.wiring;

import io.quantloom.engine.backtest.LoadBacktest;
import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.backtest.analysis.AnalyzeBacktest;
import io.quantloom.engine.backtest.analysis.LoadAnalysis;
import io.quantloom.engine.backtest.grid.LoadGrid;
import io.quantloom.engine.backtest.grid.RunGrid;

/**
 * The use cases of backtests.
 *
 * @param runBacktest runs and records one
 * @param loadBacktest opens a recorded one
 * @param analyzeBacktest finds out what a recorded one is worth and saves that with it
 * @param loadAnalysis opens what was saved
 * @param runGrid runs one for each combination
 * @param loadGrid opens a recorded grid
 */
public record BacktestFeatures(
        RunBacktest runBacktest,
        LoadBacktest loadBacktest,
        AnalyzeBacktest analyzeBacktest,
        LoadAnalysis loadAnalysis,
        RunGrid runGrid,
        LoadGrid loadGrid) {}
