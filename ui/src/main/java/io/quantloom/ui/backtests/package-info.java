/**
 * The Backtests screen: {@link io.quantloom.ui.backtests.BacktestListViewModel} finds what was recorded,
 * {@link io.quantloom.ui.backtests.BacktestReportViewModel} opens one as a {@link io.quantloom.ui.backtests.BacktestReport},
 * {@link io.quantloom.ui.backtests.TradesViewModel} walks through its trades, and
 * {@link io.quantloom.ui.backtests.RunBacktestViewModel} starts another. Knows no other screen.
 */
@NullMarked
package io.quantloom.ui.backtests;

import org.jspecify.annotations.NullMarked;
