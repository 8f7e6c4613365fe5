/**
 * What was recorded: {@link io.quantloom.ui.backtests.history.BacktestListViewModel} finds the backtests and holds the one
 * that is chosen, {@link io.quantloom.ui.backtests.history.BacktestPicker} lists each as a
 * {@link io.quantloom.ui.backtests.history.BacktestRow}. The first of the parts of the Backtests screen: knows no other.
 */
@NullMarked
package io.quantloom.ui.backtests.history;

import org.jspecify.annotations.NullMarked;
