/**
 * What kind of market it is: {@link io.quantloom.engine.dataset.regime.RegimeClassifier} says of every bar, from bars up to
 * it, whether the market is trending, ranging or volatile; {@link io.quantloom.engine.dataset.regime.Regimes} counts them
 * over windows. Uses {@code market}.
 */
@NullMarked
package io.quantloom.engine.dataset.regime;

import org.jspecify.annotations.NullMarked;
