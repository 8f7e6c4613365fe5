/**
 * Learners beside each other on one table: {@link io.quantloom.engine.model.comparison.ReadTable} reads it,
 * {@link io.quantloom.engine.model.comparison.EvaluateLearners} fits and measures. Uses {@code model} and
 * {@code model.evaluation}.
 */
@NullMarked
package io.quantloom.engine.model.comparison;

import org.jspecify.annotations.NullMarked;
