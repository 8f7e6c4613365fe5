/**
 * AdaBoost over decision stumps, our own: {@link io.quantloom.engine.model.adaboost.AdaBoostLearner}. Uses {@code model}
 * and {@code model.learning}.
 */
@NullMarked
package io.quantloom.engine.model.adaboost;

import org.jspecify.annotations.NullMarked;
