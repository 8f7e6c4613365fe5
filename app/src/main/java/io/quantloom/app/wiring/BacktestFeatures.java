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
 * @param runGrid runs one for each combination of parameters
 * @param loadGrid opens a recorded grid
 * @param analyzeBacktest finds out what a recorded one is worth and saves that with it
 * @param loadAnalysis opens what was saved
 */
public record BacktestFeatures(
        RunBacktest runBacktest,
        LoadBacktest loadBacktest,
        RunGrid runGrid,
        LoadGrid loadGrid,
        AnalyzeBacktest analyzeBacktest,
        LoadAnalysis loadAnalysis) {}
