/**
 * A strategy over a stored series: {@link io.quantloom.engine.backtest.BacktestSpec} in,
 * {@link io.quantloom.engine.backtest.BacktestResult} out, recorded as a run. Uses {@code execution},
 * {@code experiment}, {@code document}.
 */
@NullMarked
package io.quantloom.engine.backtest;

import org.jspecify.annotations.NullMarked;
