package io.quantloom.app.wiring;

import io.quantloom.engine.backtest.LoadBacktest;
import io.quantloom.engine.backtest.RunBacktest;

/** The use cases of backtests. */
public record BacktestFeatures(RunBacktest runBacktest, LoadBacktest loadBacktest) {}
