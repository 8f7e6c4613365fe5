/**
 * Loop B: {@link io.quantloom.engine.trading.StartBot} turns a {@link io.quantloom.engine.trading.BotSpec} into a paper
 * session, {@link io.quantloom.engine.trading.RunBot} takes closed bars from a {@code MarketDataFeed}, decides, and trades
 * through the same kernel as the backtest; every bar is a {@link io.quantloom.engine.trading.BotStep} in the
 * {@link io.quantloom.engine.trading.BotStore}. {@link io.quantloom.engine.trading.ReconcileBot} compares a session with
 * its twin. Uses {@code backtest}, {@code registry}.
 */
@NullMarked
package io.quantloom.engine.trading;

import org.jspecify.annotations.NullMarked;
