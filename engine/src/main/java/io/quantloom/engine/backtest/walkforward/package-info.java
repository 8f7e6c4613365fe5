/**
 * Parameters chosen on one window and traded on the next: {@link io.quantloom.engine.backtest.walkforward.WalkForwardBacktest}
 * gives one stitched curve of bars that no parameter was chosen on. Uses {@code backtest}, {@code strategy}.
 */
@NullMarked
package io.quantloom.engine.backtest.walkforward;

import org.jspecify.annotations.NullMarked;
