/**
 * What a chart over bars draws, one {@link io.quantloom.ui.chart.layer.Layer} above the other, made by
 * {@link io.quantloom.ui.chart.layer.Layers} over {@link io.quantloom.ui.chart.layer.ChartBars} and
 * {@link io.quantloom.ui.chart.layer.ChartLine}, which carry their own pyramids, so that a frame costs the same whatever
 * the number of points. A layer knows its {@link io.quantloom.ui.chart.layer.Plot}, not the pane around it. Uses
 * {@code theme}.
 */
@NullMarked
package io.quantloom.ui.chart.layer;

import org.jspecify.annotations.NullMarked;
