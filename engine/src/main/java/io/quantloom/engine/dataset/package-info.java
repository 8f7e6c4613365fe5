/**
 * From bars to what a learner eats: a named {@link io.quantloom.engine.dataset.FeatureSet} gives a
 * {@link io.quantloom.engine.dataset.FeatureMatrix}, labels say what followed each event; {@code dataset.split} keeps
 * training and test apart in time. Uses {@code indicator}, {@code market}, {@code base}.
 */
@NullMarked
package io.quantloom.engine.dataset;

import org.jspecify.annotations.NullMarked;
