package io.quantloom.engine.backtest;

/** What a backtest of its kind tells beside its statistics, trades and equity. */
public sealed interface BacktestDetail permits TeachingReport, WalkForwardReport, PortfolioReport {}
