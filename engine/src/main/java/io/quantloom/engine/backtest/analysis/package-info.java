/**
 * What a recorded backtest is worth as evidence: {@link io.quantloom.engine.backtest.analysis.AnalyzeBacktest} takes a
 * run and gives a {@link io.quantloom.engine.backtest.analysis.BacktestAnalysis} of series and tables, intervals and
 * simulated paths (subpackage {@code resampling}), runs at other costs, delays and parameters (subpackage {@code rerun}),
 * and
 * {@link io.quantloom.engine.backtest.analysis.SanityAlarms}, which it saves with the run;
 * {@link io.quantloom.engine.backtest.analysis.LoadAnalysis} opens it again. Uses {@code backtest}, {@code performance}.
 */
@NullMarked
package io.quantloom.engine.backtest.analysis;

import org.jspecify.annotations.NullMarked;
