/**
 * Market data: {@link io.quantloom.engine.market.BarSeries} of a {@link io.quantloom.engine.market.Timeframe}, its import
 * from files, its quality, the seeded sample market, and the ports {@link io.quantloom.engine.market.BarStore} and
 * {@link io.quantloom.engine.market.MarketDataFeed}. Uses {@code instrument}, {@code base}.
 */
@NullMarked
package io.quantloom.engine.market;

import org.jspecify.annotations.NullMarked;
