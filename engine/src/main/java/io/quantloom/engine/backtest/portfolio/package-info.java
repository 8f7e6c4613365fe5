/**
 * Several instruments in one account by weights: {@link io.quantloom.engine.backtest.portfolio.PortfolioBacktest} hands each
 * instrument's bars to a strategy of its own and keeps the weights as its plan says. Uses {@code backtest},
 * {@code execution}, {@code strategy}.
 */
@NullMarked
package io.quantloom.engine.backtest.portfolio;

import org.jspecify.annotations.NullMarked;
