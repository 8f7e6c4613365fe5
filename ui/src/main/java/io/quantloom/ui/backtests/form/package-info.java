/**
 * The form that starts a backtest: {@link io.quantloom.ui.backtests.form.BacktestForm} is what was filled in,
 * {@link io.quantloom.ui.backtests.form.RunBacktestViewModel} checks and starts it,
 * {@link io.quantloom.ui.backtests.form.RunBacktestView} asks. Knows no other part of the screen.
 */
@NullMarked
package io.quantloom.ui.backtests.form;

import org.jspecify.annotations.NullMarked;
