/**
 * The Backtests screen, put together: {@link io.quantloom.ui.backtests.BacktestsScreen} builds the parts over
 * {@link io.quantloom.ui.backtests.BacktestsPorts}, {@link io.quantloom.ui.backtests.BacktestsView} lays them out. The
 * parts, each using only earlier ones: {@code history}, {@code form}, {@code report}, {@code trade}, {@code comparison},
 * beside them {@code analysis} and {@code grid}. Knows no other screen.
 */
@NullMarked
package io.quantloom.ui.backtests;

import org.jspecify.annotations.NullMarked;
