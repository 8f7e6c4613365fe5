/**
 * Feature sets that people put together: {@link io.quantloom.engine.dataset.feature.FeatureReader} reads one from YAML,
 * each of its columns a block of a built-in set, returns, volatility, an indicator of TA-Lib or ta4j, on the series itself,
 * on longer bars of it, or of another instrument, always as it was known at the close. Uses {@code dataset},
 * {@code indicator}, {@code market}, {@code document}.
 */
@NullMarked
package io.quantloom.engine.dataset.feature;

import org.jspecify.annotations.NullMarked;
