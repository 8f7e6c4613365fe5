/**
 * What could have come instead of what came: returns drawn again in blocks
 * ({@link io.quantloom.engine.backtest.analysis.resampling.BlockBootstrap}) and trades or bars in another order
 * ({@link io.quantloom.engine.backtest.analysis.resampling.SimulatePaths}). All randomness comes from
 * {@link io.quantloom.engine.base.Seeds}; the same seed gives the same bits. Uses {@code performance}.
 */
@NullMarked
package io.quantloom.engine.backtest.analysis.resampling;

import org.jspecify.annotations.NullMarked;
