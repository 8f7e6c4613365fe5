/**
 * Several backtests beside each other: {@link io.quantloom.ui.backtests.comparison.CompareViewModel} reads the chosen ones,
 * {@link io.quantloom.ui.backtests.comparison.CompareContent} is them ready to show, and
 * {@link io.quantloom.ui.backtests.comparison.CompareView} shows their curves and figures. Uses {@code history}.
 */
@NullMarked
package io.quantloom.ui.backtests.comparison;

import org.jspecify.annotations.NullMarked;
