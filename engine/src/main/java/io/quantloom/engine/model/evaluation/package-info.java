/**
 * How good a classifier was on rows whose class is known: a {@link io.quantloom.engine.model.evaluation.ConfusionMatrix}
 * with its rates and their intervals, ranking, probabilities, and baselines beside it, together an
 * {@link io.quantloom.engine.model.evaluation.Evaluation}, kept with a run as
 * {@link io.quantloom.engine.model.evaluation.EvaluationJson}. What is undefined is empty with a reason
 * ({@link io.quantloom.engine.model.evaluation.Measure}). Uses {@code model} and {@code base}.
 */
@NullMarked
package io.quantloom.engine.model.evaluation;

import org.jspecify.annotations.NullMarked;
