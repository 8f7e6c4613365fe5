package io.quantloom.ui.experiments;

import io.quantloom.ui.chart.EquityChart;

/**
 * Equity of the chosen runs in one chart, each from 1 at its start. Immutable.
 *
 * @param runs how many recorded a backtest
 * @param content what the chart takes
 */
public record EquityOverlay(int runs, EquityChart.Content content) {}
