/**
 * Our own linear learners: {@link io.quantloom.engine.model.linear.RidgeLearner} and
 * {@link io.quantloom.engine.model.linear.LogisticRegressionLearner}, scikit-learn's objectives solved exactly. Uses
 * {@code model} and {@code model.learning}.
 */
@NullMarked
package io.quantloom.engine.model.linear;

import org.jspecify.annotations.NullMarked;
