/**
 * Indicators of ta4j by name: {@link io.quantloom.engine.indicator.ta4j.IndicatorCatalog} says which there are,
 * {@link io.quantloom.engine.indicator.ta4j.Ta4jIndicators} computes one over a series as a plain column, and
 * {@link io.quantloom.engine.indicator.ta4j.Ta4jSeries} is what ta4j computes on. Its types reach
 * {@code strategy.ta4j} and nothing else. Uses {@code indicator}, {@code market}.
 */
@NullMarked
package io.quantloom.engine.indicator.ta4j;

import org.jspecify.annotations.NullMarked;
