/**
 * Figures that have no time axis, drawn on canvases of our own: {@link io.quantloom.ui.chart.figure.PointChart} of
 * dots and lines, {@link io.quantloom.ui.chart.figure.MatrixChart} of values over two axes,
 * {@link io.quantloom.ui.chart.figure.Histogram} of a distribution, {@link io.quantloom.ui.chart.figure.HeatMap} of
 * months; and {@link io.quantloom.ui.chart.figure.FanChart}, bands over steps. They know values and texts, no engine.
 */
@NullMarked
package io.quantloom.ui.chart.figure;

import org.jspecify.annotations.NullMarked;
