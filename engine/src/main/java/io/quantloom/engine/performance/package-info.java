/**
 * Equity over time and every statistic of it, pure functions: {@link io.quantloom.engine.performance.EquityCurve},
 * {@link io.quantloom.engine.performance.Statistics}. Each formula stands in the Javadoc with its source. Uses
 * {@code portfolio}.
 */
@NullMarked
package io.quantloom.engine.performance;

import org.jspecify.annotations.NullMarked;
