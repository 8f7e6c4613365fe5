package io.quantloom.engine.backtest.analysis.rerun;

/**
 * The strategy once more at other costs. Immutable.
 *
 * @param fee fraction of the notional of each fill
 * @param slippageBps against us, 1/10,000 of the price
 * @param delayBars bars between a decision and the open it would have been filled at
 * @param sharpe annualized Sharpe ratio; NaN when undefined
 * @param totalReturn net, a fraction; −1 for a ruined account
 * @param trades finished ones
 */
public record CostPoint(double fee, double slippageBps, int delayBars, double sharpe, double totalReturn, int trades) {}
