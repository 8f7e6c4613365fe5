package io.quantloom.app.wiring;

import io.quantloom.engine.backtest.LoadBacktest;
import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.backtest.grid.LoadGrid;
import io.quantloom.engine.backtest.grid.RunGrid;

/** The use cases of backtests. */
public record BacktestFeatures(
        RunBacktest runBacktest, LoadBacktest loadBacktest, RunGrid runGrid, LoadGrid loadGrid) {}
