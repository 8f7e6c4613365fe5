/**
 * The round trips of the opened backtest: {@link io.quantloom.ui.backtests.trade.TradesViewModel} walks through them,
 * {@link io.quantloom.ui.backtests.trade.TradeListView}, {@link io.quantloom.ui.backtests.trade.TradeChartView} and
 * {@link io.quantloom.ui.backtests.trade.TradeScatterView} show the same choice. Uses {@code report}.
 */
@NullMarked
package io.quantloom.ui.backtests.trade;

import org.jspecify.annotations.NullMarked;
