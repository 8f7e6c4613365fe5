/**
 * Equity over time and every statistic of it, pure functions: {@link io.quantloom.engine.performance.StatisticsTable}
 * turns a {@link io.quantloom.engine.performance.TrackRecord} into
 * {@link io.quantloom.engine.performance.Statistics}, one row per {@link io.quantloom.engine.performance.Statistic}. Each
 * formula stands in the Javadoc with its source. Uses {@code portfolio}, {@code order}, {@code market}.
 */
@NullMarked
package io.quantloom.engine.performance;

import org.jspecify.annotations.NullMarked;
