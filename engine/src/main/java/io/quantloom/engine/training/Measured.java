package io.quantloom.engine.training;

import io.quantloom.engine.backtest.BacktestResult;

/**
 * A candidate with everything the gates look at.
 *
 * @param trained the candidate
 * @param walkForward its stitched out-of-sample curve
 * @param holdout its curve on the holdout
 */
record Measured(Trained trained, BacktestResult walkForward, BacktestResult holdout) {}
