/**
 * Loop B: a {@link io.quantloom.engine.trading.BotSpec} becomes a paper session that takes closed bars from a
 * {@code MarketDataFeed}, decides, and trades through the same kernel as the backtest; every bar is a
 * {@link io.quantloom.engine.trading.BotStep} in the {@link io.quantloom.engine.trading.BotStore}.
 */
@NullMarked
package io.quantloom.engine.trading;

import org.jspecify.annotations.NullMarked;
