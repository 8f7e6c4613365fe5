/**
 * Why a model says what it says, in Shapley values: each feature's share of the difference between what is said of a row
 * and what is said on average. {@link io.quantloom.engine.model.explanation.ExplainModel} takes the exact values of trees
 * where a model has them and {@link io.quantloom.engine.model.explanation.KernelShap} elsewhere; the
 * {@link io.quantloom.engine.model.explanation.Explanation} ranks the features, says how steady the ranks are over folds,
 * and is kept with a run as {@link io.quantloom.engine.model.explanation.ExplanationJson}. Uses {@code model},
 * {@code model.evaluation} and {@code base}.
 */
@NullMarked
package io.quantloom.engine.model.explanation;

import org.jspecify.annotations.NullMarked;
