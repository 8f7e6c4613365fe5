/**
 * The Data screen: instruments, the bars of one series as chart and table, its quality, imports.
 * {@link io.quantloom.ui.market.MarketScreen} is what the window sees;
 * {@link io.quantloom.ui.market.MarketViewModel} holds the list, {@link io.quantloom.ui.market.SeriesViewModel} the series
 * that is open, {@link io.quantloom.ui.market.ImportViewModel} the import.
 */
@NullMarked
package io.quantloom.ui.market;

import org.jspecify.annotations.NullMarked;
