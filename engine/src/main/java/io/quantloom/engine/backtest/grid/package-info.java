/**
 * Backtests over a grid of parameters: {@link io.quantloom.engine.backtest.grid.GridFile} reads a
 * {@link io.quantloom.engine.backtest.grid.GridSpec}, {@link io.quantloom.engine.backtest.grid.RunGrid} turns it into a
 * {@link io.quantloom.engine.backtest.grid.GridResult} and records it as one run,
 * {@link io.quantloom.engine.backtest.grid.LoadGrid} opens it again. Uses {@code backtest}, {@code backtest.fast}.
 */
@NullMarked
package io.quantloom.engine.backtest.grid;

import org.jspecify.annotations.NullMarked;
