/**
 * Probabilities that mean what they say: a {@link io.quantloom.engine.model.calibration.Calibration} maps what a learner
 * gives to a probability and is fitted on scores of rows that the learner did not see, inside the training window
 * ({@link io.quantloom.engine.model.calibration.CalibrateModel}).
 * {@link io.quantloom.engine.model.calibration.CalibratedLearner} makes any learner one that is calibrated, for registry,
 * factory and studies. Uses {@code model} and {@code base}.
 */
@NullMarked
package io.quantloom.engine.model.calibration;

import org.jspecify.annotations.NullMarked;
