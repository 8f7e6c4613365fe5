/**
 * One backtest opened: {@link io.quantloom.ui.backtests.report.BacktestReportViewModel} reads the chosen one as a
 * {@link io.quantloom.ui.backtests.report.BacktestReport}, whose round trips are
 * {@link io.quantloom.ui.backtests.report.TradeRow}s; its views show statistics and details. Uses {@code history}.
 */
@NullMarked
package io.quantloom.ui.backtests.report;

import org.jspecify.annotations.NullMarked;
