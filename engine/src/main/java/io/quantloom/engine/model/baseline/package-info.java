/**
 * What a model must beat to be worth anything: {@link io.quantloom.engine.model.baseline.MajorityLearner} knows the share
 * of the classes only, {@link io.quantloom.engine.model.baseline.PersistenceLearner} believes that what rose goes on
 * rising, {@link io.quantloom.engine.model.baseline.RandomLearner} guesses. Uses {@code model} and {@code model.learning}.
 */
@NullMarked
package io.quantloom.engine.model.baseline;

import org.jspecify.annotations.NullMarked;
