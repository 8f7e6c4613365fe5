/**
 * The backtest once more with something changed: {@link io.quantloom.engine.backtest.analysis.rerun.PrepareRerun} makes a
 * recorded run ready to run again, {@link io.quantloom.engine.backtest.analysis.rerun.MeasureFrontier} at other costs and
 * delays, {@link io.quantloom.engine.backtest.analysis.rerun.PerturbParameters} with neighboring parameters. Uses
 * {@code backtest}, {@code strategy}, {@code execution}.
 */
@NullMarked
package io.quantloom.engine.backtest.analysis.rerun;

import org.jspecify.annotations.NullMarked;
