/**
 * What a backtest is worth as evidence, on the Backtests screen:
 * {@link io.quantloom.ui.backtests.analysis.AnalysisViewModel} opens the analysis that was saved with the run or has it
 * made, {@link io.quantloom.ui.backtests.analysis.AnalysisContent} is it ready to show, and
 * {@link io.quantloom.ui.backtests.analysis.PeriodsView}, {@link io.quantloom.ui.backtests.analysis.CostsView},
 * {@link io.quantloom.ui.backtests.analysis.RobustnessView} and
 * {@link io.quantloom.ui.backtests.analysis.FindingsView} are its regions. Does not know the screen around it.
 */
@NullMarked
package io.quantloom.ui.backtests.analysis;

import org.jspecify.annotations.NullMarked;
