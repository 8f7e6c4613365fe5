/**
 * A strategy over a stored series: {@link io.quantloom.engine.backtest.BacktestFile} reads a
 * {@link io.quantloom.engine.backtest.BacktestSpec}, {@link io.quantloom.engine.backtest.RunBacktest} turns it into a
 * {@link io.quantloom.engine.backtest.BacktestResult} and records it as a run;
 * {@link io.quantloom.engine.backtest.SimulateBacktest} does the same without a store. Uses {@code execution},
 * {@code experiment}, {@code document}.
 */
@NullMarked
package io.quantloom.engine.backtest;

import org.jspecify.annotations.NullMarked;
