/**
 * What the adapters of learners share: {@link io.quantloom.engine.model.learning.Setting}s and their checks,
 * {@link io.quantloom.engine.model.learning.PreparedRows} with scaler and class weights taken from the training rows
 * alone, and the model file of our own learners, written by {@link io.quantloom.engine.model.learning.ModelWriter} and
 * read strictly by {@link io.quantloom.engine.model.learning.ModelReader}. Uses {@code model}.
 */
@NullMarked
package io.quantloom.engine.model.learning;

import org.jspecify.annotations.NullMarked;
