/**
 * Our own dense net: {@link io.quantloom.engine.model.net.MlpLearner} as scikit-learn's,
 * {@link io.quantloom.engine.model.net.NeuralNetLearner} as Keras's. Uses {@code model} and {@code model.learning}.
 */
@NullMarked
package io.quantloom.engine.model.net;

import org.jspecify.annotations.NullMarked;
