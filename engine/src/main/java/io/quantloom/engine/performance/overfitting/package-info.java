/**
 * How much of a result is the search that found it: {@link io.quantloom.engine.performance.overfitting.OverfittingProbability}
 * over the trials of a study, {@link io.quantloom.engine.performance.overfitting.SharpeEvidence} for the chosen track,
 * {@link io.quantloom.engine.performance.overfitting.FalseDiscoveries} over a pool, and
 * {@link io.quantloom.engine.performance.overfitting.HoldoutLooks} for a holdout that was used before. Uses
 * {@code performance}, {@code instrument}, {@code base}.
 */
@NullMarked
package io.quantloom.engine.performance.overfitting;

import org.jspecify.annotations.NullMarked;
