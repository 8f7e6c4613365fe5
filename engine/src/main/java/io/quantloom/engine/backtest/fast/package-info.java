/**
 * The fast path of backtests: the trading kernel's arithmetic over columns, for grids and studies. A
 * {@link io.quantloom.engine.backtest.fast.FastMarket} prepares a series once, a
 * {@link io.quantloom.engine.backtest.fast.FastBacktest} trades {@link io.quantloom.engine.backtest.fast.Signals} over it
 * into a {@link io.quantloom.engine.backtest.fast.Scratch} and shows a {@link io.quantloom.engine.backtest.fast.FastRun}.
 * Its results are those of {@code execution.TradingKernel} to the bit; what it cannot do it refuses with a reason. Uses
 * {@code strategy}, {@code execution}, {@code performance}.
 */
@NullMarked
package io.quantloom.engine.backtest.fast;

import org.jspecify.annotations.NullMarked;
