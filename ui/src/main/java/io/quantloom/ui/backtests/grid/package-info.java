/**
 * Recorded grids of backtests on the Backtests screen: {@link io.quantloom.ui.backtests.grid.GridViewModel} finds and
 * opens them, {@link io.quantloom.ui.backtests.grid.GridView} shows every combination in sample, its neighbors and out
 * of sample side by side, so that a lone peak is seen as one. Does not know the screen around it.
 */
@NullMarked
package io.quantloom.ui.backtests.grid;

import org.jspecify.annotations.NullMarked;
